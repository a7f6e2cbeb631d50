package id.laporpustaka.conversation;

/// What came of a [Job].
public sealed interface JobResult {
    record Summarised(Job.Summarise asked, SummaryAnswer summary) implements JobResult {}

    record FormChecked(Job.CheckForm asked, FormCheck check) implements JobResult {}

    record FormPublished(Job.PublishForm asked, FormPublication publication) implements JobResult {}

    /// The workbook is there.
    ///
    /// @param file in the outbox's files
    record FormExported(Job.ExportForm asked, String title, long file) implements JobResult {}

    /// The form is offered, or not any more.
    ///
    /// @param offered as the form now is
    record FormOffered(Job.OfferForm asked, String title, boolean offered) implements JobResult {}

    /// The person may not do that, or not any more, or what it was about is gone.
    record NotDone(Job.OfForm asked) implements JobResult {}

    record DraftsAreWaiting() implements JobResult {}

    record Failed() implements JobResult {}
}
