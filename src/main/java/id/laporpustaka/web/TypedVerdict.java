package id.laporpustaka.web;

import id.laporpustaka.form.reading.Cleaned;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.Verdict;
import id.laporpustaka.texts.ReviewWords;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A decision about a report as it was typed, right or wrong, so that a page shown again has it still.
///
/// @param revision of the report as the reviewer saw it; none if the field holds none
/// @param asked the names of the prompts that were ticked
/// @param reason the offered one that was chosen
/// @param text the reviewer's own words
record TypedVerdict(
        Verdict verdict, Optional<Integer> revision, Set<String> asked, Optional<Reason.Kind> reason, String text) {
    /// Names of fields.
    static final String REVISION = "revisi";

    static final String ASKED = "tanya";
    static final String REASON = "alasan";
    static final String TEXT = "kata";

    TypedVerdict {
        asked = Set.copyOf(asked);
    }

    static TypedVerdict of(Context context, Verdict verdict) {
        var kind = Desk.typed(context, REASON);
        var text = context.formParam(TEXT);
        return new TypedVerdict(
                verdict,
                Desk.findNumber(Desk.typed(context, REVISION)),
                new LinkedHashSet<>(context.formParams(ASKED)),
                Stream.of(Reason.Kind.values())
                        .filter(it -> it.name().equals(kind))
                        .findFirst(),
                text == null ? "" : Cleaned.text(text));
    }

    /// What to mend before it can be done, as the key of a sentence.
    ///
    /// @param questions the names of the prompts that can be asked anew
    Optional<String> findProblem(List<String> questions, ReviewWords words) {
        if (verdict == Verdict.ASK && askedOf(questions).isEmpty()) {
            return Optional.of("report.problem.questions");
        }
        if (verdict.needsReason()) {
            var given = given(words);
            if (given.isEmpty()) {
                return Optional.of(verdict == Verdict.COMMENT ? "report.problem.comment" : "report.problem.reason");
            }
            if (verdict.mustTell() && reason.isEmpty() && !Reason.isTelling(text)) {
                return Optional.of("report.problem.unclear");
            }
            if (given.length() > Reason.LONGEST) {
                return Optional.of("report.problem.long");
            }
        }
        return Optional.empty();
    }

    /// Of the prompts those that were ticked, in the order of the form.
    List<String> askedOf(List<String> questions) {
        return verdict == Verdict.ASK
                ? questions.stream().filter(asked::contains).toList()
                : List.of();
    }

    /// Present once there is no problem with it. An offered reason stays one, to be read by everybody in their own
    /// language, unless words were added to it.
    Optional<Reason> findReason(ReviewWords words) {
        if (!verdict.needsReason()) {
            return Optional.empty();
        }
        return text.isEmpty() ? reason.map(Reason.Offered::new) : Optional.of(Reason.written(given(words)));
    }

    private String given(ReviewWords words) {
        var chosen = reason.map(kind -> words.reason(new Reason.Offered(kind)));
        if (text.isEmpty()) {
            return chosen.orElse("");
        }
        return chosen.map(it -> it + ". " + text).orElse(text);
    }
}
