package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;

import id.laporpustaka.conversation.ChatState;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Language;
import id.laporpustaka.outbox.Outbox;
import id.laporpustaka.outbox.OutboxEntry;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.DSLContext;

/// Says sorry for a message that could not be handled.
final class Apology {
    private final DSLContext db;
    private final IntakeParts parts;

    Apology(DSLContext db, IntakeParts parts) {
        this.db = db;
        this.parts = parts;
    }

    /// Writes the apology in the transaction that sets the message aside. A state that cannot be read is given up.
    void say(Claim.Lane lane) {
        ChatState state;
        try {
            state = parts.states().read(lane.state());
        } catch (RuntimeException _) {
            state = ChatState.initial();
        }
        var card = state.lastCard() + 1;
        var message =
                parts.texts().message(new Reply.Apology(), state.language().orElse(Language.INDONESIAN), state.draft());
        new Outbox(db)
                .addAll(List.of(new OutboxEntry(
                        lane.chatId(), OutboxEntry.Priority.INTERACTIVE, card, false, OptionalInt.empty(), message)));
        db.update(CHAT)
                .set(CHAT.STATE, parts.states().write(state.withLastCard(card)))
                .set(CHAT.TRIES, (short) 0)
                .where(CHAT.ID.eq(lane.chatId()))
                .execute();
    }
}
