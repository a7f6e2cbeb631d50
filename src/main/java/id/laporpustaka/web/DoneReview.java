package id.laporpustaka.web;

import id.laporpustaka.submission.ReportRevision;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.Verdict;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a reviewer has just done with a report. It is carried in the address of the page that says so, and said as
/// it stands in the report's history, so that a made-up address says nothing untrue.
///
/// @param undo where it can be taken back; empty where it cannot, or cannot any more
/// @param revision of the report, for taking it back
record DoneReview(String text, String undo, int revision) {
    private static final String PARAMETER = "selesai";
    private static final Pattern VALUE = Pattern.compile("([^/]{1,40})/([0-9]{1,6})");
    private static final String SEPARATOR = "/";
    private static final String COMMENTED = "report.done.commented";

    /// An address of a page that says what was done.
    static String at(String address, String number, int revision) {
        return Addresses.with(address, PARAMETER, number + SEPARATOR + revision);
    }

    static Optional<DoneReview> find(Context context, Desk desk, Frame frame, Visitor visitor) {
        var value = VALUE.matcher(Desk.typed(context, PARAMETER));
        return value.matches()
                ? find(value.group(1), Integer.parseInt(value.group(2)), desk, frame, visitor)
                : Optional.empty();
    }

    private static Optional<DoneReview> find(String number, int revision, Desk desk, Frame frame, Visitor visitor) {
        var reports = new Reports(desk.db());
        return reports.find(visitor.actor(), number).flatMap(seen -> {
            var id = seen.report().id();
            return reports.listRevisions(List.of(id)).getOrDefault(id, List.of()).stream()
                    .filter(it -> it.revision() == revision)
                    .findFirst()
                    .flatMap(DoneReview::key)
                    .map(key -> new DoneReview(
                            frame.text(key, number),
                            canBeUndone(key, seen, revision, desk)
                                    ? frame.link(ReportRoutes.address(number, Verdict.REOPEN))
                                    : "",
                            revision));
        });
    }

    private static boolean canBeUndone(String key, Reports.Seen seen, int revision, Desk desk) {
        return !key.equals(COMMENTED)
                && seen.report().revision() == revision
                && seen.may(Verdict.REOPEN)
                && seen.report().allows(Verdict.REOPEN, desk.now());
    }

    private static Optional<String> key(ReportRevision revision) {
        return switch (revision.action()) {
            case VERIFIED -> Optional.of("report.done.verified");
            case ASKED -> Optional.of("report.done.asked");
            case REJECTED -> Optional.of("report.done.rejected");
            case REOPENED -> Optional.of("report.done.reopened");
            case MERGED -> Optional.of("report.done.merged");
            case COMMENTED -> Optional.of(COMMENTED);
            case SENT, RELEASED, MOVED, CORRECTED, WITHDRAWN, RESTORED, SHARED -> Optional.empty();
        };
    }
}
