package id.laporpustaka.conversation;

import id.laporpustaka.form.Language;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is remembered of a chat between two messages, beside the draft itself.
///
/// @param language chosen by someone who has no account yet; a person's own choice goes before it
/// @param draft the draft that a typed answer belongs to
/// @param trial a form being tried, which typed answers belong to instead; it is kept here alone
/// @param openCard the card that a tap may write over; empty when the last card is to stay as it is, like a
///     receipt
/// @param keys whether keys stand in place of the phone's keyboard, to be taken away with the next card
/// @param openIsReport whether the open card shows the draft: a question, or all answers before sending
/// @param lastCard the number that the newest card of this chat has; 0 before the first
/// @param lastSent the draft that was sent last, so that a second tap on "send" is known for what it is
/// @param expecting what a text is read as while no draft asks for one
/// @param material for the next report that is begun
public record ChatState(
        Optional<Language> language,
        OptionalLong draft,
        Optional<Draft> trial,
        OptionalInt openCard,
        boolean keys,
        boolean openIsReport,
        int lastCard,
        OptionalLong lastSent,
        Expecting expecting,
        Material material) {

    public static ChatState initial() {
        return new ChatState(
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                false,
                0,
                OptionalLong.empty(),
                new Expecting.Nothing(),
                Material.none());
    }

    ChatState withLanguage(Language chosen) {
        return new ChatState(
                Optional.of(chosen),
                draft,
                trial,
                openCard,
                keys,
                openIsReport,
                lastCard,
                lastSent,
                expecting,
                material);
    }

    /// Typed answers belong to this draft from now on, which has taken what was kept for it.
    ChatState withDraft(Draft kept) {
        var isTrial = Trial.is(kept);
        return new ChatState(
                language,
                isTrial ? OptionalLong.empty() : OptionalLong.of(kept.id()),
                isTrial ? Optional.of(kept) : Optional.empty(),
                openCard,
                keys,
                openIsReport,
                lastCard,
                lastSent,
                new Expecting.Nothing(),
                Material.none());
    }

    /// The draft is put away, or cannot be read any more.
    public ChatState withoutDraft() {
        return new ChatState(
                language,
                OptionalLong.empty(),
                Optional.empty(),
                openCard,
                keys,
                openIsReport,
                lastCard,
                lastSent,
                expecting,
                material);
    }

    ChatState withSent(long draftId) {
        return new ChatState(
                language,
                OptionalLong.empty(),
                Optional.empty(),
                openCard,
                keys,
                openIsReport,
                lastCard,
                OptionalLong.of(draftId),
                new Expecting.Nothing(),
                material);
    }

    /// After a card has been written.
    ///
    /// @param open whether a tap may write over it
    /// @param isReport whether it shows the draft
    /// @param withKeys whether keys are shown from now on
    ChatState withCard(int card, boolean open, boolean isReport, boolean withKeys) {
        return new ChatState(
                language,
                draft,
                trial,
                open ? OptionalInt.of(card) : OptionalInt.empty(),
                withKeys,
                open && isReport,
                Math.max(lastCard, card),
                lastSent,
                expecting,
                material);
    }

    ChatState expecting(Expecting next) {
        return new ChatState(language, draft, trial, openCard, keys, openIsReport, lastCard, lastSent, next, material);
    }

    ChatState with(Material other) {
        return new ChatState(
                language, draft, trial, openCard, keys, openIsReport, lastCard, lastSent, expecting, other);
    }

    /// After a message that was not an answer of the conversation's.
    public ChatState withLastCard(int number) {
        return withCard(number, false, false, keys);
    }
}
