package id.laporpustaka.conversation;

import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.AmbiguityKind;
import id.laporpustaka.form.reading.Refusal;
import java.util.List;

/// Why a question is asked again.
public sealed interface Problem {
    /// What was typed could not be read.
    record Unread(Refusal refusal) implements Problem {}

    /// It could be read in more than one way, and which is asked.
    record Unclear(AmbiguityKind kind, List<Value> candidates) implements Problem {
        public Unclear {
            candidates = List.copyOf(candidates);
        }
    }

    /// Only the number of all participants was given; the split is asked, "not known" is an answer.
    record SplitWanted(long total) implements Problem {}

    /// The form does not allow it.
    ///
    /// @param message the form's own words, possibly empty
    record NotAllowed(LocalizedText message) implements Problem {}

    /// The form finds it unusual; a yes accepts it.
    record Unusual(LocalizedText message) implements Problem {}

    /// The form finds something unusual about an answer that has been kept all the same.
    record Noticed(LocalizedText message) implements Problem {}

    /// This question must be answered.
    record Required(LocalizedText message) implements Problem {}

    /// Something else than what the question asks for was sent.
    record WrongKind(Input.Kind kind) implements Problem {}

    /// A photo, a recording, a film, a file or a place was asked for, and something else came.
    record Wanted(QuestionType type) implements Problem {}

    /// A choice is wanted, by a button.
    record ButtonWanted() implements Problem {}

    /// "One more?" was answered with something that is neither yes, no nor a number of at least `present`.
    record HowManyWanted(int present) implements Problem {}

    /// More instances of a repeat than a report can have.
    record TooMany(int most) implements Problem {}

    /// The question has as many files as it takes.
    ///
    /// @param type of the question that takes files
    record TooManyFiles(QuestionType type, int maximum) implements Problem {}

    /// A photo came where the form has no place for one.
    record NoPhotoWanted() implements Problem {}
}
