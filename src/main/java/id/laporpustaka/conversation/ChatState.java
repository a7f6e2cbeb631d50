package id.laporpustaka.conversation;

import id.laporpustaka.form.Language;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is remembered of a chat between two messages, beside the draft itself.
///
/// @param language chosen by someone who has no account yet; a person's own choice goes before it
/// @param draft the draft that a typed answer belongs to
/// @param openCard the card that a tap may write over; empty when the last card is to stay as it is, like a receipt
/// @param openIsReport whether the open card shows the draft: a question, or all answers before sending
/// @param lastCard the number that the newest card of this chat has; 0 before the first
/// @param lastSent the draft that was sent last, so that a second tap on "send" is known for what it is
/// @param expecting what a text is read as while no draft asks for one
public record ChatState(
        Optional<Language> language,
        OptionalLong draft,
        OptionalInt openCard,
        boolean openIsReport,
        int lastCard,
        OptionalLong lastSent,
        Expecting expecting) {

    public enum Expecting {
        NOTHING,
        /// The name of a period, after a summary.
        PERIOD
    }

    public static ChatState initial() {
        return new ChatState(
                Optional.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                false,
                0,
                OptionalLong.empty(),
                Expecting.NOTHING);
    }

    ChatState withLanguage(Language chosen) {
        return new ChatState(Optional.of(chosen), draft, openCard, openIsReport, lastCard, lastSent, expecting);
    }

    ChatState withDraft(long id) {
        return new ChatState(
                language, OptionalLong.of(id), openCard, openIsReport, lastCard, lastSent, Expecting.NOTHING);
    }

    /// The draft is put away, or cannot be read any more.
    public ChatState withoutDraft() {
        return new ChatState(language, OptionalLong.empty(), openCard, openIsReport, lastCard, lastSent, expecting);
    }

    ChatState withSent(long draftId) {
        return new ChatState(
                language,
                OptionalLong.empty(),
                openCard,
                openIsReport,
                lastCard,
                OptionalLong.of(draftId),
                Expecting.NOTHING);
    }

    ChatState expecting(Expecting next) {
        return new ChatState(language, draft, openCard, openIsReport, lastCard, lastSent, next);
    }

    /// After a message that was not an answer of the conversation's.
    public ChatState withLastCard(int number) {
        return new ChatState(language, draft, OptionalInt.empty(), false, number, lastSent, expecting);
    }
}
