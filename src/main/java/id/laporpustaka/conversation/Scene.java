package id.laporpustaka.conversation;

import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Reporting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// Everything that a step looks at: who, where things stand, and what was sent.
record Scene(ChatState state, Optional<Draft> draft, Incoming incoming, Context context) {

    Optional<Actor> actor() {
        return context.actor();
    }

    Language language() {
        return actor().flatMap(actor -> Language.find(actor.language()))
                .or(state::language)
                .orElse(Language.INDONESIAN);
    }

    List<Command> commands() {
        return Command.listFor(actor());
    }

    /// The draft that typed answers belong to, seen through its form; empty if there is none, or it is someone else's.
    Optional<Filling> filling() {
        return draft.flatMap(this::fillingOf);
    }

    Optional<Filling> fillingOf(Draft of) {
        return context.forms().find(of.formId(), of.formVersion()).map(form -> new Filling(of, form, facts(of)));
    }

    private Facts facts(Draft of) {
        var zone = zoneOf(of.libraryId());
        var at = incoming.sentAt().atZone(zone).toLocalDateTime();
        return new Facts(at.toLocalDate(), zone, language(), at);
    }

    Optional<Reporting> findReporting(long libraryId) {
        return actor().stream()
                .flatMap(actor -> actor.reportsFor().stream())
                .filter(reporting -> reporting.libraryId() == libraryId)
                .findFirst();
    }

    private ZoneId zoneOf(long libraryId) {
        return findReporting(libraryId).map(Reporting::zone).orElseGet(this::zone);
    }

    /// The zone of the person's first library, else that of this installation.
    ZoneId zone() {
        return actor().stream()
                .flatMap(actor -> actor.reportsFor().stream())
                .map(Reporting::zone)
                .findFirst()
                .orElse(context.defaultZone());
    }

    LocalDate today() {
        return LocalDate.ofInstant(incoming.sentAt(), zone());
    }

    Optional<Form> findForm(String id) {
        return context.forms().findCurrent(id);
    }

    /// Whether a reply goes over the open card: a button of a report was pressed and the card shows it, or one of the
    /// menu and it does not. Anything else would write over what somebody is reading further up.
    boolean isTapOnOpenCard() {
        return incoming.input() instanceof Input.Tap tap
                && Press.parse(tap.data())
                        .filter(press -> state.openIsReport() != press instanceof Press.OfMenu)
                        .isPresent();
    }

    Ending say(Reply reply) {
        return new Ending(this).say(reply);
    }

    Ending silently() {
        return new Ending(this);
    }

    /// A turn in the making. A tap's reply is written over the open card, anything else is a new message.
    static final class Ending {
        private final Scene scene;
        private ChatState after;
        private Optional<Draft> draft;
        private Optional<Turn.Placed> reply = Optional.empty();
        private Optional<Toast> toast = Optional.empty();
        private Language language;
        private final List<Effect> effects = new ArrayList<>();

        private Ending(Scene scene) {
            this.scene = scene;
            this.after = scene.state();
            this.draft = scene.draft();
            this.language = scene.language();
        }

        /// On a card that later taps may write over.
        Ending say(Reply said) {
            return place(said, scene.isTapOnOpenCard(), true);
        }

        /// On a card that stays as it is.
        Ending sayForGood(Reply said) {
            return place(said, scene.isTapOnOpenCard(), false);
        }

        /// Over the open card, whatever was sent, if it shows a report.
        Ending sayOverReport(Reply said) {
            return place(said, after.openIsReport(), true);
        }

        /// Over this card if it is still the open one.
        Ending sayOver(int card, Reply said) {
            return place(said, after.openCard().equals(OptionalInt.of(card)), true);
        }

        private Ending place(Reply said, boolean overCard, boolean open) {
            var edit = overCard && after.openCard().isPresent();
            var card = edit ? after.openCard().getAsInt() : after.lastCard() + 1;
            var replaces = !edit && after.openCard().isPresent() && after.openIsReport() && isReport(said);
            reply = Optional.of(new Turn.Placed(said, card, edit, replaces));
            after = new ChatState(
                    after.language(),
                    after.draft(),
                    open ? OptionalInt.of(card) : OptionalInt.empty(),
                    open && isReport(said),
                    Math.max(after.lastCard(), card),
                    after.lastSent(),
                    after.expecting());
            return this;
        }

        private static boolean isReport(Reply said) {
            return said instanceof Reply.Ask
                    || said instanceof Reply.Review
                    || said instanceof Reply.Editing
                    || said instanceof Reply.ReallyCancel;
        }

        Ending toast(Toast shown) {
            toast = Optional.of(shown);
            return this;
        }

        Ending in(Language other) {
            language = other;
            return this;
        }

        Ending remember(UnaryOperator<ChatState> change) {
            after = change.apply(after);
            return this;
        }

        /// Keeps the draft, which typed answers belong to from now on.
        Ending keep(Draft kept) {
            draft = Optional.of(kept);
            after = after.withDraft(kept.id());
            scene.actor().ifPresent(actor -> effects.add(new Effect.SaveDraft(actor.personId(), kept)));
            return this;
        }

        /// Typed answers belong to no draft any more.
        Ending putAway() {
            draft = Optional.empty();
            after = after.withoutDraft();
            return this;
        }

        Ending also(Effect effect) {
            effects.add(effect);
            return this;
        }

        Step end() {
            return new Step.Done(new Turn(after, draft, reply, toast, effects, language));
        }
    }
}
