package id.laporpustaka.conversation;

/// What came of a [Job].
public sealed interface JobResult {
    record Summarised(Job.Summarise asked, SummaryAnswer summary) implements JobResult {}

    record Failed() implements JobResult {}
}
