package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Value;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.SubmissionColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Asks whether something has been reported already, and gives the photos of what has to the earlier report.
final class DoubleChecking {
    private DoubleChecking() {}

    /// What to look for.
    static Lookup.DoublesOf lookup(Filling filled, LocalDate sentOn) {
        var draft = filled.draft();
        var columns = SubmissionColumns.of(filled.form(), filled.evaluation().effective(), sentOn);
        return new Lookup.DoublesOf(new Doubles.Asked(
                draft.id(),
                draft.libraryId(),
                draft.formId(),
                columns.title().orElse(""),
                columns.dateStart(),
                columns.dateEnd(),
                photosOf(filled).stream().map(MediaFile::uniqueId).toList()));
    }

    private static List<MediaFile> photosOf(Filling filled) {
        return findPhotos(filled).map(filled::filesOf).orElseGet(List::of);
    }

    private static Optional<Question> findPhotos(Filling filled) {
        return filled.form().questions().stream()
                .filter(question ->
                        question.indicator().filter("photos"::equals).isPresent())
                .findFirst();
    }

    static Step ask(Scene scene, Filling filled, List<Doubles.Lookalike> alike) {
        var draft = filled.draft().withPending(new Pending.Doubted());
        var takesPhotos = new ArrayList<Integer>();
        for (var place = 0; place < alike.size(); place++) {
            if (!photosOf(filled).isEmpty() && isOwn(scene, alike.get(place))) {
                takesPhotos.add(place);
            }
        }
        return scene.say(new Reply.Doubted(filled.with(draft), alike, takesPhotos))
                .keep(draft)
                .end();
    }

    private static boolean isOwn(Scene scene, Doubles.Lookalike alike) {
        return scene.actor()
                .filter(actor -> actor.personId() == alike.reporterId())
                .isPresent();
    }

    /// Goes on with a correction of the earlier report, which has the photos of both; what the form asks because of
    /// photos is asked again. What was about to be sent is put away.
    static Step addPhotos(Scene scene, Filling filled, LocalDate sentOn, String argument) {
        var lookup = lookup(filled, sentOn);
        var alike = scene.context().findings().find(lookup);
        if (alike.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        var chosen = Press.place(argument)
                .filter(place -> place < alike.get().size())
                .map(place -> alike.get().get(place))
                .filter(it -> isOwn(scene, it));
        if (chosen.isEmpty()) {
            return Conversation.stale(scene);
        }
        var report = new Lookup.OwnReport(
                scene.actor().orElseThrow().personId(), chosen.get().number(), false);
        return scene.context()
                .findings()
                .find(report)
                .map(found -> found.map(card -> addPhotos(scene, filled, card))
                        .orElseGet(() -> scene.say(new Reply.ReportGone()).end()))
                .orElseGet(() -> Step.Needs.of(report));
    }

    private static Step addPhotos(Scene scene, Filling filled, ReportCard card) {
        var report = card.report();
        if (!report.canBeCorrected(scene.context().now())) {
            return scene.say(ReportSteps.listed(scene, card, true)).end();
        }
        var before = card.filling(scene.language());
        var question = findPhotos(before);
        if (question.isEmpty()) {
            return Conversation.stale(scene);
        }
        var files = new LinkedHashMap<String, MediaFile>();
        before.filesOf(question.get()).forEach(file -> files.put(file.uniqueId(), file));
        photosOf(filled).forEach(file -> files.putIfAbsent(file.uniqueId(), file));
        var all = files.values().stream().limit(question.get().maximumFiles()).toList();
        var correction = new Correction(
                report.number(),
                report.revision(),
                card.answers(),
                becauseOfPhotos(before, question.get()),
                Optional.empty());
        var draft = Draft.correct(
                        report.draftId(),
                        report.formId(),
                        report.formVersion(),
                        report.library().id(),
                        correction)
                .withAnswers(answersWith(card.answers(), question.get(), all));
        return scene.fillingOf(draft)
                .map(corrected -> Asking.go(scene, corrected, List.of(), Optional.empty())
                        .keep(draft)
                        .also(new Effect.DiscardDraft(filled.draft().id()))
                        .end())
                .orElseGet(() -> Conversation.stale(scene));
    }

    private static Answers answersWith(Answers answers, Question question, List<MediaFile> files) {
        return answers.with(question.name(), new Value.Media(files));
    }

    /// The prompts that are asked only where there are photos.
    private static List<String> becauseOfPhotos(Filling before, Question photos) {
        var without = before.with(before.draft().withoutAnswer(photos.name()));
        return before.evaluation().prompts().stream()
                .filter(prompt -> before.evaluation().relevant(prompt)
                        && !without.evaluation().relevant(prompt))
                .map(Prompt::name)
                .toList();
    }
}
