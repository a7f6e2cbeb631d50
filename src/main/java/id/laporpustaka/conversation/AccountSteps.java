package id.laporpustaka.conversation;

import id.laporpustaka.form.Language;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Duty;
import id.laporpustaka.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A person's own account: becoming the first admin, language, privacy, their data, and signing in to the web.
final class AccountSteps {
    /// The wording of the privacy notice that people agree to; a new wording is a new version.
    static final String PRIVACY_VERSION = "2026-1";

    private static final Duration SIGN_IN = Duration.ofMinutes(10);

    static boolean needsConsent(Actor actor) {
        return !actor.consented();
    }

    /// Someone without an account who has opened a link that makes the first admin.
    Step firstAdmin(Scene scene, String payload) {
        var incoming = scene.incoming();
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
        var asked = scene.actor().filter(AccountSteps::needsConsent).isPresent();
        return scene.say(new Reply.Privacy(PRIVACY_VERSION, asked)).end();
    }

    /// Erasing oneself; the argument is what was answered to being asked.
    Step erase(Scene scene, String answer) {
        return switch (answer) {
            case "yes" -> ownData(scene, true);
            case "no" -> scene.say(new Reply.EraseCancelled()).end();
            default -> scene.say(new Reply.ReallyErase()).end();
        };
    }

    Step ownData(Scene scene, boolean erase) {
        return scene.silently()
                .also(new Effect.StartJob(new Job.OwnData(scene.incoming().senderId(), erase, scene.language())))
                .end();
    }

    Step language(Scene scene, String code) {
        var chosen = Language.find(code);
        if (chosen.isEmpty()) {
            return Conversation.stale(scene);
        }
        var spoken = scene.in(chosen.get());
        if (scene.actor().isEmpty() || scene.state().joining().isPresent()) {
            return new JoinSteps().again(spoken);
        }
        var ending = spoken.filling()
                .map(filled -> Asking.ask(spoken, filled))
                .orElseGet(() -> spoken.say(new Reply.LanguageSet()));
        scene.actor().ifPresent(actor -> ending.also(new Effect.SetLanguage(actor.personId(), chosen.get())));
        return ending.end();
    }

    Step agree(Scene scene, String version) {
        var actor = scene.actor().orElseThrow();
        if (!version.equals(PRIVACY_VERSION)) {
            return scene.say(new Reply.Privacy(PRIVACY_VERSION, true)).end();
        }
        return scene.say(new Reply.Welcome(actor, scene.commands()))
                .also(new Effect.AcceptPrivacy(actor.personId(), version))
                .end();
    }
}
