package id.laporpustaka.texts;

import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Problem;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.reading.AmbiguityKind;
import id.laporpustaka.form.reading.Refusal;

/// Why a question is asked again: what was wrong and what would be right.
final class ProblemText {
    private final Wording words;

    ProblemText(Wording words) {
        this.words = words;
    }

    Html of(Problem problem) {
        return words.html(Phrase.PROBLEM, said(problem));
    }

    private Html said(Problem problem) {
        return switch (problem) {
            case Problem.Unread(var refusal) -> refusal(refusal);
            case Problem.Unclear(var kind, var candidates) -> unclear(kind, candidates.size());
            case Problem.SplitWanted(var total) -> words.html(Phrase.SPLIT_WANTED, words.number(total));
            case Problem.NotAllowed(var message) -> own(message, Phrase.NOT_ALLOWED);
            case Problem.Unusual(var message) ->
                message.isEmpty()
                        ? words.html(Phrase.UNUSUAL_PLAIN)
                        : words.html(Phrase.UNUSUAL, message.in(words.language()));
            case Problem.Noticed(var message) -> own(message, Phrase.UNUSUAL_PLAIN);
            case Problem.Required(var message) -> own(message, Phrase.REQUIRED);
            case Problem.WrongKind(var kind) -> words.html(wrong(kind));
            case Problem.Wanted(var type) -> words.html(wanted(type));
            case Problem.ButtonWanted() -> words.html(Phrase.BUTTON_WANTED);
            case Problem.HowManyWanted(var present) -> words.html(Phrase.HOW_MANY_WANTED, present);
            case Problem.TooMany(var most) -> words.html(Phrase.TOO_MANY_INSTANCES, most);
            case Problem.TooManyFiles(var type, var maximum) ->
                words.html(Phrase.TOO_MANY_FILES, words.files(type, maximum));
            case Problem.NoPhotoWanted() -> words.html(Phrase.NO_PHOTO_WANTED);
        };
    }

    private Html own(LocalizedText message, Phrase otherwise) {
        return message.isEmpty() ? words.html(otherwise) : Html.of(message.in(words.language()));
    }

    private Html refusal(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Empty() -> words.html(Phrase.EMPTY_TEXT);
            case Refusal.NotANumber() -> words.html(Phrase.NOT_A_NUMBER, "25");
            case Refusal.NotWhole() -> words.html(Phrase.NOT_WHOLE);
            case Refusal.Negative() -> words.html(Phrase.NEGATIVE);
            case Refusal.OutOfRange _ -> words.html(Phrase.NUMBER_TOO_LARGE);
            case Refusal.NotADate() -> words.html(Phrase.NOT_A_DATE);
            case Refusal.NotAMonth() -> words.html(Phrase.NOT_A_MONTH);
            case Refusal.NotAYear() -> words.html(Phrase.NOT_A_YEAR);
            case Refusal.FutureDate(var date) -> words.html(Phrase.FUTURE_DATE, words.day(date));
            case Refusal.NotATime() -> words.html(Phrase.NOT_A_TIME);
            case Refusal.NotAChoice _ -> words.html(Phrase.NOT_A_CHOICE);
            case Refusal.TextTooLong(var most) -> words.html(Phrase.TEXT_TOO_LONG, words.number(most));
            case Refusal.SplitMismatch(var total, var male, var female) ->
                words.html(Phrase.SPLIT_MISMATCH, words.number(total), words.number(male), words.number(female));
            case Refusal.NotSplit() -> words.html(Phrase.NOT_A_SPLIT);
            case Refusal.FileExpected() -> words.html(Phrase.FILE_WANTED);
            case Refusal.NotAPlace() -> words.html(Phrase.NOT_A_PLACE);
        };
    }

    private Html unclear(AmbiguityKind kind, int candidates) {
        return switch (kind) {
            case AmbiguityKind.DecimalOrThousands _,
                    AmbiguityKind.DecimalPoint _,
                    AmbiguityKind.BareM _,
                    AmbiguityKind.MissingUnit _ -> words.html(Phrase.UNCLEAR_NUMBER);
            case AmbiguityKind.NumberRange _ -> words.html(Phrase.UNCLEAR_RANGE);
            case AmbiguityKind.WholeWeek _, AmbiguityKind.UnsureDay _ ->
                words.html(candidates == 1 ? Phrase.UNCLEAR_DAY_CONFIRM : Phrase.UNCLEAR_DAY);
            case AmbiguityKind.MonthOnly _ -> words.html(Phrase.UNCLEAR_MONTH);
            case AmbiguityKind.UnsureTime _ -> words.html(Phrase.UNCLEAR_TIME);
            case AmbiguityKind.SeveralChoices _ -> words.html(Phrase.UNCLEAR_CHOICE);
        };
    }

    private static Phrase wrong(Input.Kind kind) {
        return switch (kind) {
            case STICKER -> Phrase.WRONG_STICKER;
            case VOICE, AUDIO -> Phrase.WRONG_VOICE;
            case VIDEO -> Phrase.WRONG_VIDEO;
            case DOCUMENT -> Phrase.WRONG_DOCUMENT;
            case LOCATION -> Phrase.WRONG_PLACE;
            case PHOTO, CONTACT, OTHER -> Phrase.WRONG_OTHER;
        };
    }

    /// What a question wants that nobody can type.
    private static Phrase wanted(QuestionType type) {
        return switch (type) {
            case IMAGE -> Phrase.PHOTO_WANTED;
            case AUDIO -> Phrase.RECORDING_WANTED;
            case VIDEO -> Phrase.VIDEO_WANTED;
            case GEOPOINT -> Phrase.PLACE_WANTED;
            default -> Phrase.FILE_WANTED;
        };
    }
}
