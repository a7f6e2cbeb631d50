package id.laporpustaka.export;

import id.laporpustaka.form.Language;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.submission.Status;
import id.laporpustaka.texts.AnswerTexts;
import id.laporpustaka.texts.ReportWords.LeftOut;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One report as it is printed: only what may leave those who report and review.
///
/// @param title empty if it has none
/// @param sender by name; empty once their data have been erased
/// @param role what the sender is in the library
/// @param answers without the title and the photos
/// @param photosLeftOut how many photos are not printed, by the reason
/// @param reportingOnly whether it must not be published
/// @param privateLeftOut whether there are answers that no document shows
/// @param proofAddress where anybody can check that its number, date and status are true
public record ReportDocument(
        Language language,
        Letterhead letterhead,
        String number,
        String formTitle,
        Optional<String> title,
        Status status,
        LocalDate dateStart,
        OptionalInt total,
        Instant sentAt,
        Optional<String> sender,
        Optional<MemberRole> role,
        List<AnswerTexts.Answer> answers,
        List<PhotoSource.Photo> photos,
        Map<LeftOut, Integer> photosLeftOut,
        boolean reportingOnly,
        boolean privateLeftOut,
        String proofAddress) {
    public ReportDocument {
        answers = List.copyOf(answers);
        photos = List.copyOf(photos);
        var copy = new EnumMap<LeftOut, Integer>(LeftOut.class);
        copy.putAll(photosLeftOut);
        photosLeftOut = Collections.unmodifiableMap(copy);
    }
}
