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
/// @param lastSent the draft that was sent last, so that a second tap on "send" is known for what it is
/// @param material for the next report that is begun
/// @param joining someone who is about to report for a library, or to coordinate
/// @param pace how many jobs have been asked for lately
public record ChatState(
        Optional<Language> language,
        OptionalLong draft,
        Optional<Draft> trial,
        Shown shown,
        OptionalLong lastSent,
        Expecting expecting,
        Material material,
        Optional<Joining> joining,
        Pace pace) {

    public static ChatState initial() {
        return new ChatState(
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Shown.nothing(),
                OptionalLong.empty(),
                new Expecting.Nothing(),
                Material.none(),
                Optional.empty(),
                Pace.none());
    }

    public OptionalInt openCard() {
        return shown.openCard();
    }

    boolean openIsReport() {
        return shown.isReport();
    }

    public int lastCard() {
        return shown.lastCard();
    }

    ChatState withLanguage(Language chosen) {
        return new ChatState(Optional.of(chosen), draft, trial, shown, lastSent, expecting, material, joining, pace);
    }

    /// Typed answers belong to this draft from now on, which has taken what was kept for it.
    ChatState withDraft(Draft kept) {
        var isTrial = Trial.is(kept);
        return new ChatState(
                language,
                isTrial ? OptionalLong.empty() : OptionalLong.of(kept.id()),
                isTrial ? Optional.of(kept) : Optional.empty(),
                shown,
                lastSent,
                new Expecting.Nothing(),
                Material.none(),
                Optional.empty(),
                pace);
    }

    /// The draft is put away, or cannot be read any more.
    public ChatState withoutDraft() {
        return new ChatState(
                language, OptionalLong.empty(), Optional.empty(), shown, lastSent, expecting, material, joining, pace);
    }

    ChatState withSent(long draftId) {
        return new ChatState(
                language,
                OptionalLong.empty(),
                Optional.empty(),
                shown,
                OptionalLong.of(draftId),
                new Expecting.Nothing(),
                material,
                joining,
                pace);
    }

    ChatState with(Shown other) {
        return new ChatState(language, draft, trial, other, lastSent, expecting, material, joining, pace);
    }

    ChatState expecting(Expecting next) {
        return new ChatState(language, draft, trial, shown, lastSent, next, material, joining, pace);
    }

    ChatState with(Material other) {
        return new ChatState(language, draft, trial, shown, lastSent, expecting, other, joining, pace);
    }

    ChatState joining(Optional<Joining> next) {
        return new ChatState(language, draft, trial, shown, lastSent, expecting, material, next, pace);
    }

    ChatState with(Pace other) {
        return new ChatState(language, draft, trial, shown, lastSent, expecting, material, joining, other);
    }

    /// After a message that was not an answer of the conversation's.
    public ChatState withLastCard(int number) {
        return with(shown.with(number, false, false, shown.keys()));
    }
}
