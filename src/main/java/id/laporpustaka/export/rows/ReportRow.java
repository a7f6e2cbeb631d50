package id.laporpustaka.export.rows;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.submission.PhotoConsent;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A report with all that its row tells.
///
/// @param sentAt by the library's clock
/// @param role what its sender is in the library; empty if they are not in it any more
/// @param form the version it was sent with
/// @param files the ids of those that have not been lost or refused, by the question
record ReportRow(
        String number,
        Library library,
        LocalDate dateStart,
        @Nullable LocalDate dateEnd,
        LocalDateTime sentAt,
        Status status,
        Optional<MemberRole> role,
        Form form,
        Answers answers,
        PhotoConsent consent,
        Map<String, List<Long>> files) {

    /// The library of a report, with where it is, by level.
    record Library(String name, LibraryType type, ZoneId zone, Map<RegionLevel, Region> places) {}
}
