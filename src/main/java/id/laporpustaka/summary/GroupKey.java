package id.laporpustaka.summary;

import id.laporpustaka.place.Library;
import id.laporpustaka.place.Region;
import java.time.YearMonth;

/// What the reports of one row have in common, with all that is needed to name it.
public sealed interface GroupKey {
    record OfMonth(YearMonth month) implements GroupKey {}

    record OfForm(String formId) implements GroupKey {}

    /// A choice of the question that the form marks with the indicator `topic`, `age_group` or `activity_form`.
    ///
    /// @param code empty for reports that do not say
    record OfChoice(String code) implements GroupKey {}

    /// A region of the level asked for, or a larger one that a library belongs to directly.
    record OfRegion(Region region) implements GroupKey {}

    record OfLibrary(Library library) implements GroupKey {}
}
