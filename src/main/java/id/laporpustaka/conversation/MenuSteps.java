package id.laporpustaka.conversation;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.Control;
import id.laporpustaka.form.reading.ControlWords;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Duty;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that is not a question of a report: the start, the menu, drafts, history, language, privacy.
final class MenuSteps {
    /// The wording of the privacy notice that people agree to; a new wording is a new version.
    static final String PRIVACY_VERSION = "2026-1";

    private static final Duration SIGN_IN = Duration.ofMinutes(10);

    private final FillingSteps filling;
    private final ControlWords words = new ControlWords();

    MenuSteps(FillingSteps filling) {
        this.filling = filling;
    }

    Step start(Scene scene) {
        var actor = scene.actor().orElseThrow();
        return needsConsent(actor)
                ? scene.say(new Reply.Privacy(PRIVACY_VERSION, true)).end()
                : scene.say(new Reply.Welcome(actor, scene.commands())).end();
    }

    private static boolean needsConsent(Actor actor) {
        return !actor.consented();
    }

    /// Someone without an account: only a link that makes the first admin lets them in.
    Step stranger(Scene scene, String payload) {
        var incoming = scene.incoming();
        if (payload.isEmpty()) {
            return scene.say(new Reply.Stranger(incoming.senderId(), incoming.senderName()))
                    .end();
        }
        var lookup = new Lookup.FirstAdminLink(payload);
        var good = scene.context().findings().find(lookup);
        if (good.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        if (!good.get()) {
            return scene.say(new Reply.LinkNotGood()).end();
        }
        var admin = new Actor(
                0,
                incoming.senderId(),
                incoming.senderName(),
                scene.language().code(),
                true,
                List.of(),
                List.of(new Duty(Role.ADMIN, Optional.empty(), Set.of())));
        return scene.say(new Reply.BecameAdmin(incoming.senderName(), Command.listFor(Optional.of(admin))))
                .also(new Effect.BecomeFirstAdmin(
                        payload, incoming.senderId(), incoming.senderName(), scene.language()))
                .end();
    }

    Step report(Scene scene) {
        var actor = scene.actor().orElseThrow();
        if (needsConsent(actor)) {
            return scene.say(new Reply.Privacy(PRIVACY_VERSION, true)).end();
        }
        var lookup = new Lookup.DraftsOf(actor.personId());
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(drafts -> scene.say(
                                new Reply.Menu(scene.context().forms().listCurrent(), drafts.size()))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    Step drafts(Scene scene) {
        var lookup = new Lookup.DraftsOf(scene.actor().orElseThrow().personId());
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(drafts -> scene.say(new Reply.Drafts(drafts.stream()
                                .flatMap(draft -> scene.fillingOf(draft).stream())
                                .map(filled -> line(scene, filled))
                                .toList()))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Reply.DraftLine line(Scene scene, Filling filled) {
        var draft = filled.draft();
        var title = filled.form().questions().stream()
                .filter(question -> question.indicator().filter("title"::equals).isPresent())
                .flatMap(question -> draft.answers().find(question.name()).stream())
                .map(value -> value instanceof Value.Text(var text) ? text : "")
                .findFirst()
                .orElse("");
        var library = scene.findReporting(draft.libraryId())
                .map(Reporting::libraryName)
                .orElse("");
        return new Reply.DraftLine(draft.id(), filled.form(), title, library);
    }

    Step history(Scene scene, int page) {
        var lookup = new Lookup.HistoryOf(scene.actor().orElseThrow().personId(), page);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.say(new Reply.History(found)).end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    Step web(Scene scene) {
        var actor = scene.actor().orElseThrow();
        var token = scene.context().secret();
        var url = scene.context().publicUrl() + "/masuk?t=" + token;
        return scene.silently()
                .sayForGood(new Reply.SignIn(url, SIGN_IN))
                .also(new Effect.CreateSignInLink(actor.personId(), token, SIGN_IN))
                .end();
    }

    Step privacy(Scene scene) {
        var asked = scene.actor().filter(MenuSteps::needsConsent).isPresent();
        return scene.say(new Reply.Privacy(PRIVACY_VERSION, asked)).end();
    }

    Step language(Scene scene, String code) {
        var chosen = Language.find(code);
        if (chosen.isEmpty()) {
            return Conversation.stale(scene);
        }
        var ending = scene.silently().in(chosen.get()).remember(state -> state.withLanguage(chosen.get()));
        scene.actor().ifPresent(actor -> ending.also(new Effect.SetLanguage(actor.personId(), chosen.get())));
        return ending.say(new Reply.LanguageSet()).end();
    }

    /// A text that answers no question: a word of thanks, a control word, or something we cannot make sense of.
    Step loose(Scene scene, String text) {
        var control = words.find(text);
        if (control.isPresent() && control.get() == Control.THANKS) {
            return scene.silently().sayForGood(new Reply.Thanks()).end();
        }
        if (control.isPresent() && (control.get() == Control.MENU || control.get() == Control.GREETING)) {
            return start(scene);
        }
        if (control.isPresent() && control.get() == Control.HELP) {
            return scene.say(new Reply.Help(scene.commands())).end();
        }
        return scene.say(new Reply.NotUnderstood()).end();
    }

    /// @param verb any but a summary
    Step pressed(Scene scene, Press.OnMenu verb, String argument) {
        var reports = Command.REPORT.isFor(scene.actor());
        return switch (verb) {
            case LANGUAGE -> language(scene, argument);
            case PRIVACY -> agree(scene, argument);
            case REPORT -> reports ? report(scene, argument) : Conversation.stale(scene);
            case LIBRARY -> reports ? library(scene, argument) : Conversation.stale(scene);
            case OPEN, RESTORE ->
                Press.number(argument).map(id -> open(scene, id)).orElseGet(() -> Conversation.stale(scene));
            case DRAFTS -> reports ? drafts(scene) : Conversation.stale(scene);
            case HISTORY -> reports ? history(scene, Press.place(argument).orElse(0)) : Conversation.stale(scene);
            case SUMMARY -> Conversation.stale(scene);
        };
    }

    private Step report(Scene scene, String formId) {
        return formId.isEmpty()
                ? report(scene)
                : scene.findForm(formId).map(form -> begin(scene, form)).orElseGet(() -> Conversation.stale(scene));
    }

    private Step agree(Scene scene, String version) {
        var actor = scene.actor().orElseThrow();
        if (!version.equals(PRIVACY_VERSION)) {
            return scene.say(new Reply.Privacy(PRIVACY_VERSION, true)).end();
        }
        return scene.say(new Reply.Welcome(actor, scene.commands()))
                .also(new Effect.AcceptPrivacy(actor.personId(), version))
                .end();
    }

    private Step begin(Scene scene, Form form) {
        var libraries = scene.actor().orElseThrow().reportsFor();
        return libraries.size() == 1
                ? filling.begin(scene, form, libraries.getFirst())
                : scene.say(new Reply.ChooseLibrary(form, libraries)).end();
    }

    /// The argument is `form/library`.
    private Step library(Scene scene, String argument) {
        var slash = argument.lastIndexOf('/');
        if (slash < 0) {
            return Conversation.stale(scene);
        }
        var form = scene.findForm(argument.substring(0, slash));
        var library = Press.number(argument.substring(slash + 1)).flatMap(scene::findReporting);
        return form.isPresent() && library.isPresent()
                ? filling.begin(scene, form.get(), library.get())
                : Conversation.stale(scene);
    }

    /// Goes on with a draft of this person, also one that was cancelled a moment ago.
    private Step open(Scene scene, long draftId) {
        var lookup = new Lookup.DraftById(scene.actor().orElseThrow().personId(), draftId);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        return found.get()
                .flatMap(scene::fillingOf)
                .map(filled -> filling.resume(scene, filled))
                .orElseGet(() -> scene.say(new Reply.DraftGone()).end());
    }
}
