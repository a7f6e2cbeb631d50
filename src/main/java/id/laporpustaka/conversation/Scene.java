package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
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
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/// Everything that a step looks at: who, where things stand, and what was sent.
record Scene(ChatState state, Optional<Draft> draft, Incoming incoming, Context context, Outside outside) {

    Optional<Actor> actor() {
        return context.actor();
    }

    Language language() {
        return actor().flatMap(actor -> Language.find(actor.language()))
                .or(state::language)
                .orElse(Language.INDONESIAN);
    }

    /// The same scene with other things kept for the next report.
    Scene with(Material material) {
        return new Scene(state.with(material), draft, incoming, context, outside);
    }

    /// The same scene, where no words are waited for.
    Scene expectingNothing() {
        return new Scene(state.expecting(new Expecting.Nothing()), draft, incoming, context, outside);
    }

    /// The same scene, where nobody joins anything any more.
    Scene withoutJoining() {
        return new Scene(state.joining(Optional.empty()), draft, incoming, context, outside);
    }

    /// The same scene in another language.
    Scene in(Language other) {
        return new Scene(
                state.withLanguage(other),
                draft,
                incoming,
                actor().map(actor -> context.with(actor.speaking(other.code()))).orElse(context),
                outside);
    }

    List<Command> commands() {
        return Command.listFor(actor());
    }

    /// The draft that typed answers belong to, seen through its form; empty if there is none, or it is someone
    /// else's.
    Optional<Filling> filling() {
        return draft.flatMap(this::fillingOf);
    }

    Optional<Filling> fillingOf(Draft of) {
        return context.forms().find(of.formId(), of.formVersion()).map(form -> new Filling(of, form, facts(of)));
    }

    Facts facts(Draft of) {
        var zone = zoneOf(of.libraryId());
        var at = incoming.sentAt().atZone(zone).toLocalDateTime();
        var seed = of.formId() + "/" + of.id();
        return new Facts(at.toLocalDate(), zone, language(), at, outside.of(of, reportsFor()), username(), at, seed);
    }

    /// A pseudonym of the person, the same in all reports.
    private String username() {
        return actor().map(actor -> "p" + actor.personId()).orElse("");
    }

    private List<Reporting> reportsFor() {
        return actor().map(Actor::reportsFor).orElse(List.of());
    }

    /// A form before anything has been answered.
    Filling emptyFilling(Form form) {
        var library = actor().stream()
                .flatMap(actor -> actor.reportsFor().stream())
                .map(Reporting::libraryId)
                .findFirst()
                .orElse(0L);
        var draft = Draft.begin(0, form.id(), form.version(), library, Answers.none());
        return new Filling(draft, form, facts(draft));
    }

    Optional<Reporting> findReporting(long libraryId) {
        return reportsFor().stream()
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

    /// The version of its form that a report could go on with, if it is written with an earlier one.
    Optional<Form> findNewer(Form form) {
        return findForm(form.id()).filter(current -> !current.version().equals(form.version()));
    }

    Optional<Form> findForm(String id) {
        return context.forms().findCurrent(id);
    }

    /// Whether a reply goes over the open card: a button on it was pressed. Where the message is not known, it is
    /// one if the button is of a report and the card shows it, or of the menu and it does not. Anything else would
    /// write over what somebody is reading further up.
    boolean isTapOnOpenCard() {
        return incoming.input() instanceof Input.Tap tap
                && (tap.card().isEmpty() || tap.card().equals(state.openCard()))
                && Press.parse(tap.data())
                        .filter(press -> state.openIsReport() == isOfReport(press))
                        .isPresent();
    }

    /// Whether a button was pressed of the message that began the report which was begun last.
    boolean isTapWhereBegun() {
        return tapped().isPresent() && tapped().equals(state.shown().beganOn());
    }

    /// The message whose button was pressed; unlike its card it is always known.
    OptionalInt tapped() {
        return incoming.input() instanceof Input.Tap tap ? OptionalInt.of(tap.messageId()) : OptionalInt.empty();
    }

    private static boolean isOfReport(Press press) {
        return switch (press) {
            case Press.OfPrompt _, Press.OfDraft _ -> true;
            case Press.OfMenu _,
                    Press.OfForm _,
                    Press.OfJoin _,
                    Press.OfMember _,
                    Press.OfPerson _,
                    Press.OfLibrary _,
                    Press.OfReport _,
                    Press.OfReview _,
                    Press.OfExport _,
                    Press.OfBoard _,
                    Press.OfReminder _,
                    Press.OfSummary _ -> false;
        };
    }

    /// Starts work whose answer goes over the open card if a button on it was pressed, else on a new card whose number
    /// is kept for it. While there are keys to be taken away, a new card can't be numbered before it is written.
    Step startOnCard(IntFunction<Job> job) {
        var ending = silently();
        var card = isTapOnOpenCard() ? state.openCard().orElse(0) : 0;
        if (card == 0 && !state.shown().keys()) {
            card = state.lastCard() + 1;
            ending.remember(before -> before.with(before.shown().keeping()));
        }
        return ending.also(new Effect.StartJob(job.apply(card))).end();
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
        private Optional<Turn.Placed> keysGone = Optional.empty();
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

        /// Over the card that was tapped, wherever it is, which changes nothing about what is open.
        Ending sayOnTapped(Reply said) {
            return sayOnCard(
                    scene.incoming().input() instanceof Input.Tap tap
                            ? tap.card().orElse(0)
                            : 0,
                    said);
        }

        /// Over this card, wherever it is, or on a new one for 0, which changes nothing about what is open.
        Ending sayOnCard(int card, Reply said) {
            if (card == 0) {
                return sayForGood(said);
            }
            reply = Optional.of(new Turn.Placed(said, card, true, false));
            return this;
        }

        /// On a card that was kept for it, wherever it is by now, or on a new one for 0. Later taps may write over it
        /// unless there is something newer.
        Ending sayOnKept(int card, Reply said) {
            if (card == 0) {
                return place(said, false, true);
            }
            reply = Optional.of(new Turn.Placed(said, card, true, false));
            var isNewest = card == after.lastCard() || after.openCard().equals(OptionalInt.of(card));
            if (isNewest && !after.shown().keys()) {
                after = after.with(after.shown().with(card, true, false, false));
            }
            return this;
        }

        /// Over the open card, whatever was sent, if it shows a report.
        Ending sayOverReport(Reply said) {
            return place(said, after.openIsReport(), true);
        }

        /// Over the open card, whatever was sent, if it shows no report.
        Ending sayOverMenu(Reply said) {
            return place(said, !after.openIsReport(), true);
        }

        /// Over this card if it is still the open one.
        Ending sayOver(int card, Reply said) {
            return place(said, after.openCard().equals(OptionalInt.of(card)), true);
        }

        private Ending place(Reply said, boolean overCard, boolean open) {
            var withKeys = said instanceof Reply.Ask ask && ask.hasKeys();
            if (after.shown().keys() && !withKeys) {
                return placeWithoutKeys(said, open);
            }
            var edit = overCard && after.openCard().isPresent() && !withKeys;
            var card = edit ? after.openCard().getAsInt() : after.lastCard() + 1;
            var replaces = !edit
                    && after.openCard().equals(OptionalInt.of(after.lastCard()))
                    && after.openIsReport()
                    && isReport(said);
            reply = Optional.of(new Turn.Placed(said, card, edit, replaces));
            after = after.with(after.shown().with(card, open, isReport(said), withKeys));
            return this;
        }

        /// A card with keys cannot be written over, and they go only with a message of their own.
        private Ending placeWithoutKeys(Reply said, boolean open) {
            var gone = after.lastCard() + 1;
            keysGone = Optional.of(new Turn.Placed(Reply.KeysGone.before(said), gone, false, false));
            reply = Optional.of(new Turn.Placed(Reply.KeysGone.rest(said), gone + 1, false, false));
            after = after.with(after.shown().with(gone + 1, open, isReport(said), false));
            return this;
        }

        private static boolean isReport(Reply said) {
            return said instanceof Reply.Ask
                    || said instanceof Reply.Review
                    || said instanceof Reply.Editing
                    || said instanceof Reply.NewVersion
                    || said instanceof Reply.Doubted
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

        /// Keeps the draft, which typed answers belong to from now on. A trial is kept with the chat alone.
        Ending keep(Draft kept) {
            draft = Optional.of(kept);
            after = after.withDraft(kept);
            if (!Trial.is(kept)) {
                scene.actor().ifPresent(actor -> effects.add(new Effect.SaveDraft(actor.personId(), kept)));
            }
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

        /// An effect that needs to know on which card the reply is.
        Ending alsoOnCard(IntFunction<Effect> effect) {
            return also(effect.apply(reply.map(Turn.Placed::card).orElse(0)));
        }

        Step end() {
            return new Step.Done(new Turn(after, draft, keysGone, reply, toast, effects, language));
        }
    }
}
