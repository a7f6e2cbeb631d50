package id.laporpustaka.summary;

import id.laporpustaka.place.Library;
import id.laporpustaka.place.Region;
import id.laporpustaka.submission.Status;
import java.time.YearMonth;
import java.util.Optional;

/// What the reports of one row have in common, with all that is needed to name it.
public sealed interface GroupKey {
    record OfMonth(YearMonth month) implements GroupKey {}

    record OfForm(String formId) implements GroupKey {}

    record OfStatus(Status status) implements GroupKey {}

    /// A choice of the question that the form marks with the indicator `topic`, `age_group`, `activity_form`,
    /// `partner` or `fund`, or of the question that the query names.
    ///
    /// @param code empty for reports that do not say
    record OfChoice(String code) implements GroupKey {}

    /// A region of the level asked for, or a larger one that a library belongs to directly.
    record OfRegion(Region region) implements GroupKey {}

    record OfLibrary(Library library) implements GroupKey {}

    /// Rows that were [joined][SmallRows].
    record Others() implements GroupKey {}

    /// Somebody who sends reports.
    ///
    /// @param name empty for somebody who has been erased
    record OfReporter(long personId, Optional<String> name) implements GroupKey {}
}
