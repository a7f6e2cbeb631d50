package id.laporpustaka.conversation;

import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Gives the files that people send to the questions that take them.
final class FileAnswers {
    private FileAnswers() {}

    /// What became of a file.
    sealed interface Attempt {
        /// It is kept.
        ///
        /// @param first whether the question had none before
        record Added(Draft draft, Echo echo, boolean first) implements Attempt {}

        record Refused(Problem problem) implements Attempt {}
    }

    /// Adds a file to the question that takes it: the one being asked, else the first of its kind that has room,
    /// else the one being asked if it takes files of any kind. A file that is there already is not added twice.
    static Attempt add(Filling filled, Input.Media media) {
        var places = places(filled, media);
        for (var prompt : places) {
            var question = findMedia(prompt).orElseThrow();
            var files = filled.filesOf(question);
            var known = files.stream()
                    .anyMatch(other -> other.uniqueId().equals(media.file().uniqueId()));
            if (known || files.size() < question.maximumFiles()) {
                return add(filled, prompt, question, files, known ? Optional.empty() : Optional.of(media));
            }
        }
        return new Attempt.Refused(refusal(filled, media, places));
    }

    private static List<Prompt> places(Filling filled, Input.Media media) {
        var asked = filled.place() instanceof Place.Question(var _, var prompt)
                ? findMedia(prompt).map(_ -> prompt)
                : Optional.<Prompt>empty();
        var places = new ArrayList<Prompt>();
        asked.filter(prompt -> isOf(media, typeOf(prompt))).ifPresent(places::add);
        filled.evaluation().prompts().stream()
                .filter(prompt -> findMedia(prompt)
                        .filter(question -> question.type() != QuestionType.FILE
                                || !filled.filesOf(question).isEmpty())
                        .filter(question -> isOf(media, question.type()))
                        .isPresent())
                .filter(filled.evaluation()::relevant)
                .forEach(places::add);
        asked.filter(prompt -> typeOf(prompt) == QuestionType.FILE).ifPresent(places::add);
        return places;
    }

    /// A file sent as a document is what its content says.
    private static boolean isOf(Input.Media media, QuestionType type) {
        var content = media.file().contentType();
        var isDocument = media.kind() == Input.Kind.DOCUMENT;
        return switch (type) {
            case IMAGE -> media.isPicture();
            case AUDIO ->
                media.kind() == Input.Kind.VOICE
                        || media.kind() == Input.Kind.AUDIO
                        || (isDocument && content.startsWith("audio/"));
            case VIDEO -> media.kind() == Input.Kind.VIDEO || (isDocument && content.startsWith("video/"));
            case FILE -> isDocument;
            default -> false;
        };
    }

    private static Problem refusal(Filling filled, Input.Media media, List<Prompt> full) {
        if (!full.isEmpty()) {
            var question = findMedia(full.getFirst()).orElseThrow();
            return new Problem.TooManyFiles(question.type(), question.maximumFiles());
        }
        if (filled.place() instanceof Place.Question(var _, var prompt) && wantsSent(prompt)) {
            return new Problem.Wanted(typeOf(prompt));
        }
        return media.kind() == Input.Kind.PHOTO ? new Problem.NoPhotoWanted() : new Problem.WrongKind(media.kind());
    }

    private static Attempt add(
            Filling filled, Prompt prompt, Question question, List<MediaFile> files, Optional<Input.Media> media) {
        var all = new ArrayList<>(files);
        media.map(Input.Media::file).ifPresent(all::add);
        var values = new LinkedHashMap<String, Value>();
        values.put(question.name(), new Value.Media(all));
        var draft = filled.draft();
        var pending = draft.pending();
        var asked = filled.place() instanceof Place.Question(var _, var present)
                && present.place().equals(prompt.place());
        var next = draft.withAnswers(values, media.map(Input.Media::messageId)).withoutSkipped(prompt.name());
        var kept = asked && files.isEmpty() ? next.withoutFocus() : next.withPending(pending);
        return new Attempt.Added(filled.with(kept).settled(), new Echo(prompt, values, false, false), files.isEmpty());
    }

    /// The question of a prompt that is answered with files.
    static Optional<Question> findMedia(Prompt prompt) {
        return prompt.questions().stream()
                .filter(question -> question.type().isMedia())
                .findFirst();
    }

    /// Whether a prompt is answered by something that is sent and not typed.
    static boolean wantsSent(Prompt prompt) {
        return findMedia(prompt).isPresent() || asksPlace(prompt);
    }

    static boolean asksPlace(Prompt prompt) {
        return prompt instanceof Prompt.Single(var question, var _, var _) && question.type() == QuestionType.GEOPOINT;
    }

    /// The type of the first question, or of the one that takes files.
    static QuestionType typeOf(Prompt prompt) {
        return findMedia(prompt).orElseGet(() -> prompt.questions().getFirst()).type();
    }
}
