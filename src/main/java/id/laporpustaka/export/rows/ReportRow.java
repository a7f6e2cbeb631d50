package id.laporpustaka.export.rows;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Value;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.submission.PhotoConsent;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A report with all that its row tells.
///
/// @param sentAt by the library's clock
/// @param role what its sender is in the library; empty if they are not in it any more
/// @param form the version it was sent with
/// @param files the ids of those that have not been lost or refused, by the question
record ReportRow(
        String number,
        PlacedLibrary library,
        LocalDate dateStart,
        @Nullable LocalDate dateEnd,
        LocalDateTime sentAt,
        Status status,
        Optional<MemberRole> role,
        Form form,
        Answers answers,
        PhotoConsent consent,
        Map<String, List<Long>> files) {
    /// What its sender called the activity.
    Optional<String> title() {
        return form.questions().stream()
                .filter(question -> question.indicator().filter("title"::equals).isPresent())
                .flatMap(question -> answers.find(question.name()).stream())
                .flatMap(value -> value instanceof Value.Text(var text) ? Stream.of(text) : Stream.empty())
                .findFirst();
    }
}
