package id.laporpustaka.conversation;

import id.laporpustaka.conversation.Joining.Invited;
import id.laporpustaka.conversation.Joining.Known;
import id.laporpustaka.conversation.Joining.Proposed;
import id.laporpustaka.form.expression.Suggestion;
import id.laporpustaka.form.reading.Control;
import id.laporpustaka.form.reading.ControlWords;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Duty;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Npp;
import id.laporpustaka.place.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Joining: from the name of a village, or an invitation, to the first report in a minute.
///
/// Nothing is stored of somebody who has not agreed to the privacy notice, but what they have typed so far, in the
/// state of their chat.
final class JoinSteps {
    /// What a deep link with an invitation begins with: `t.me/<bot>?start=u_…`.
    static final String LINK = "u_";

    /// Ten characters, in two halves.
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{5}[ -]?[A-Za-z0-9]{5}");

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}.*\\p{L}", Pattern.DOTALL);
    private static final Pattern USUAL = Pattern.compile(
            "(?<!\\p{L})(?:perpustakaan|perpus|taman|bacaan|baca|masyarakat|tbm|pojok|rumah|desa|kelurahan)(?!\\p{L})");
    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final ControlWords words = new ControlWords();

    /// What somebody reads who wants to report for a library, or for another one.
    Step begin(Scene scene) {
        return ask(scene, Joining.begin(), scene.actor().isEmpty(), Optional.empty());
    }

    /// The present question once more.
    Step again(Scene scene) {
        return scene.state().joining().map(joining -> next(scene, joining)).orElseGet(() -> begin(scene));
    }

    /// Somebody who has opened a link with an invitation.
    Step invited(Scene scene, String code) {
        return invited(scene, Joining.begin(), code);
    }

    private Step invited(Scene scene, Joining before, String code) {
        var lookup = new Lookup.InviteByCode(code, scene.incoming().senderId());
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        return switch (found.get()) {
            case InviteFound.Good(var invited) -> next(scene, Joining.by(invited));
            case InviteFound.Bad(var reason) -> problem(scene, before, new JoinProblem.BadInvite(reason));
        };
    }

    Step text(Scene scene, String typed) {
        var joining = scene.state().joining().orElseGet(Joining::begin);
        var text = SPACES.matcher(typed).replaceAll(" ").strip();
        var control = words.find(text);
        if (control.isPresent()) {
            var done = control(scene, joining, control.get());
            if (done.isPresent()) {
                return done.get();
            }
        }
        if (!joining.hasTarget()) {
            return target(scene, joining, text, control);
        }
        if (isNameMissing(scene, joining)) {
            return personName(scene, joining, text);
        }
        return problem(scene, joining, new JoinProblem.ButtonWanted());
    }

    private Optional<Step> control(Scene scene, Joining joining, Control control) {
        return switch (control) {
            case BACK -> Optional.of(back(scene, joining));
            case CANCEL -> Optional.of(stop(scene));
            case HELP, MENU, GREETING -> Optional.of(again(scene));
            case THANKS ->
                Optional.of(scene.silently().sayForGood(new Reply.Thanks()).end());
            case SKIP, DONE, CHANGE, SAVE, SEND, YES, NO, DO_NOT_KNOW -> Optional.empty();
        };
    }

    private Step target(Scene scene, Joining joining, String text, Optional<Control> control) {
        if (joining.village().isEmpty()) {
            return isCode(text) ? invited(scene, joining, text) : search(scene, joining.searching(text), 0);
        }
        var proposed = joining.proposed().orElseGet(Proposed::nothing);
        if (proposed.name().isEmpty()) {
            return libraryName(scene, joining, proposed, text);
        }
        if (proposed.type().isPresent() && proposed.scheme().isPresent()) {
            return npp(scene, joining, proposed, text, control);
        }
        return problem(scene, joining, new JoinProblem.ButtonWanted());
    }

    /// Whether a text of somebody who is known can be nothing but a code.
    static boolean isClearlyCode(String text) {
        return text.indexOf('-') > 0
                && isCode(text.strip())
                && DIGIT.matcher(text).find();
    }

    private static boolean isCode(String text) {
        return CODE.matcher(text).matches()
                && (text.indexOf('-') > 0 || DIGIT.matcher(text).find());
    }

    private Step search(Scene scene, Joining joining, int page) {
        var typed = joining.searched().orElse("");
        var lookup = new Lookup.VillagesNamed(typed, page);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        return found.get().villages().isEmpty() && page == 0
                ? problem(scene, Joining.begin(), new JoinProblem.NoSuchVillage(typed))
                : say(scene, joining, new JoinQuestion.Villages(found.get()), Optional.empty());
    }

    private Step libraryName(Scene scene, Joining joining, Proposed proposed, String text) {
        if (text.length() < 3 || text.length() > 120 || !LETTERS.matcher(text).find()) {
            return problem(scene, joining, new JoinProblem.BadLibraryName());
        }
        var lookup = new Lookup.LibrariesIn(joining.village().orElseThrow().id());
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        var same = found.get().stream()
                .filter(library -> plain(library.name()).equals(plain(text)))
                .findFirst();
        if (same.isPresent()) {
            return next(scene, joining.at(same.get()));
        }
        return next(
                scene,
                joining.at(proposed.named(text, listSimilar(found.get(), text).isEmpty())));
    }

    private static List<Known> listSimilar(List<Known> libraries, String name) {
        var own = plain(name);
        return libraries.stream()
                .filter(library -> isSimilar(plain(library.name()), own))
                .toList();
    }

    private static boolean isSimilar(String one, String other) {
        return one.contains(other) || other.contains(one) || Suggestion.distance(one, other) <= 2;
    }

    /// What makes the name of a library its own.
    private static String plain(String name) {
        var own = USUAL.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        var plain = OTHER_THAN_LETTERS.matcher(own).replaceAll("");
        return plain.isEmpty()
                ? OTHER_THAN_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("")
                : plain;
    }

    private Step npp(Scene scene, Joining joining, Proposed proposed, String text, Optional<Control> control) {
        var none = control.filter(it -> it == Control.SKIP || it == Control.NO || it == Control.DO_NOT_KNOW)
                .isPresent();
        var number = none ? Optional.of("") : Npp.find(text).map(Npp::text);
        return number.map(npp -> next(scene, joining.at(proposed.withNpp(npp))))
                .orElseGet(() -> problem(scene, joining, new JoinProblem.BadNpp()));
    }

    private Step personName(Scene scene, Joining joining, String text) {
        return text.length() < 2 || text.length() > 80 || !LETTERS.matcher(text).find()
                ? problem(scene, joining, new JoinProblem.BadName())
                : next(scene, joining.named(text));
    }

    Step pressed(Scene scene, Press.OnJoin verb, String argument) {
        var joining = scene.state().joining();
        if (verb == Press.OnJoin.BEGIN) {
            return begin(scene);
        }
        if (joining.isEmpty()) {
            return Conversation.stale(scene);
        }
        return pressed(scene, joining.get(), verb, argument);
    }

    private Step pressed(Scene scene, Joining joining, Press.OnJoin verb, String argument) {
        return switch (verb) {
            case BEGIN -> begin(scene);
            case PAGE ->
                Press.place(argument).map(page -> search(scene, joining, page)).orElseGet(() -> next(scene, joining));
            case VILLAGE ->
                Press.number(argument)
                        .map(id -> village(scene, joining, id))
                        .orElseGet(() -> Conversation.stale(scene));
            case LIBRARY ->
                Press.number(argument)
                        .map(id -> library(scene, joining, id))
                        .orElseGet(() -> Conversation.stale(scene));
            case OTHER ->
                next(
                        scene,
                        joining.at(joining.proposed()
                                .flatMap(Proposed::name)
                                .map(name -> Proposed.nothing().named(name, true))
                                .orElseGet(Proposed::nothing)));
            case TYPE ->
                Press.name(LibraryType.values(), argument)
                        .filter(_ -> joining.proposed().isPresent())
                        .map(type ->
                                next(scene, joining.at(joining.proposed().get().with(type))))
                        .orElseGet(() -> Conversation.stale(scene));
            case SCHEME ->
                Press.name(Scheme.values(), argument)
                        .filter(_ -> joining.proposed().isPresent())
                        .map(scheme ->
                                next(scene, joining.at(joining.proposed().get().with(scheme))))
                        .orElseGet(() -> Conversation.stale(scene));
            case NO_NPP ->
                joining.proposed()
                        .map(proposed -> next(scene, joining.at(proposed.withNpp(""))))
                        .orElseGet(() -> Conversation.stale(scene));
            case NAME -> next(scene, joining.named(scene.incoming().senderName()));
            case ROLE ->
                Press.name(MemberRole.values(), argument)
                        .map(role -> next(scene, joining.as(role)))
                        .orElseGet(() -> Conversation.stale(scene));
            case AGREE ->
                argument.equals(AccountSteps.PRIVACY_VERSION) && isReady(scene, joining)
                        ? join(scene, joining)
                        : next(scene, joining);
            case BACK -> back(scene, joining);
            case STOP -> stop(scene);
        };
    }

    private Step village(Scene scene, Joining joining, long id) {
        var lookup = new Lookup.VillageById(id);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.map(village -> next(scene, joining.in(village)))
                        .orElseGet(() -> Conversation.stale(scene)))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private Step library(Scene scene, Joining joining, long id) {
        if (joining.village().isEmpty()) {
            return Conversation.stale(scene);
        }
        var lookup = new Lookup.LibrariesIn(joining.village().get().id());
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.stream()
                        .filter(library -> library.id() == id)
                        .findFirst()
                        .map(library -> next(scene, joining.at(library)))
                        .orElseGet(() -> Conversation.stale(scene)))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private Step back(Scene scene, Joining joining) {
        return joining.back()
                .map(before -> next(scene, before))
                .orElseGet(() -> ask(scene, Joining.begin(), false, Optional.empty()));
    }

    private Step stop(Scene scene) {
        return scene.say(new Reply.JoinStopped(scene.actor().isPresent()))
                .remember(state -> state.joining(Optional.empty()))
                .end();
    }

    private static boolean isNameMissing(Scene scene, Joining joining) {
        return scene.actor().isEmpty() && joining.name().isEmpty();
    }

    private static boolean isReady(Scene scene, Joining joining) {
        return joining.hasTarget()
                && !isNameMissing(scene, joining)
                && (joining.coordinates() || joining.role().isPresent());
    }

    private static boolean needsConsent(Scene scene) {
        return !scene.actor().map(Actor::consented).orElse(false);
    }

    private Step next(Scene scene, Joining joining) {
        return isReady(scene, joining) && !needsConsent(scene)
                ? join(scene, joining)
                : ask(scene, joining, false, Optional.empty());
    }

    private Step problem(Scene scene, Joining joining, JoinProblem problem) {
        return ask(scene, joining, false, Optional.of(problem));
    }

    private Step ask(Scene scene, Joining joining, boolean first, Optional<JoinProblem> problem) {
        if (!joining.hasTarget()) {
            return askTarget(scene, joining, first, problem);
        }
        if (isNameMissing(scene, joining)) {
            return say(
                    scene, joining, new JoinQuestion.PersonName(scene.incoming().senderName()), problem);
        }
        return joining.coordinates() || joining.role().isPresent()
                ? say(scene, joining, new JoinQuestion.Consent(AccountSteps.PRIVACY_VERSION), problem)
                : say(scene, joining, new JoinQuestion.Role(), problem);
    }

    private Step askTarget(Scene scene, Joining joining, boolean first, Optional<JoinProblem> problem) {
        if (joining.village().isEmpty()) {
            return joining.searched().isPresent() && problem.isEmpty()
                    ? search(scene, joining, 0)
                    : say(scene, joining, new JoinQuestion.Village(first, presentOf(scene)), problem);
        }
        var proposed = joining.proposed();
        if (proposed.flatMap(Proposed::name).isEmpty() || !proposed.get().distinct()) {
            return askLibrary(scene, joining, problem);
        }
        if (proposed.get().type().isEmpty()) {
            return say(scene, joining, new JoinQuestion.Type(), problem);
        }
        return proposed.get().scheme().isEmpty()
                ? say(scene, joining, new JoinQuestion.HowJoined(), problem)
                : say(scene, joining, new JoinQuestion.Npp(), problem);
    }

    private static List<Reporting> presentOf(Scene scene) {
        return scene.actor().map(Actor::reportsFor).orElse(List.of());
    }

    /// The libraries of the village are shown first, so that none is registered twice.
    private Step askLibrary(Scene scene, Joining joining, Optional<JoinProblem> problem) {
        var lookup = new Lookup.LibrariesIn(joining.village().orElseThrow().id());
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        var name = joining.proposed().flatMap(Proposed::name);
        if (name.isPresent()) {
            return say(
                    scene,
                    joining,
                    new JoinQuestion.Similar(name.get(), listSimilar(found.get(), name.get())),
                    problem);
        }
        return found.get().isEmpty() || joining.proposed().isPresent()
                ? say(scene, joining, new JoinQuestion.LibraryName(), problem)
                : say(scene, joining, new JoinQuestion.Libraries(found.get()), problem);
    }

    private static Step say(Scene scene, Joining joining, JoinQuestion question, Optional<JoinProblem> problem) {
        return scene.say(new Reply.Join(
                        joining, question, problem, scene.incoming().senderId()))
                .remember(state -> state.joining(Optional.of(joining)))
                .end();
    }

    private static Step join(Scene scene, Joining joining) {
        var incoming = scene.incoming();
        var name = joining.name().orElse(incoming.senderName());
        var after = after(scene, joining, name);
        return scene.say(new Reply.Joined(
                        what(joining), joining.coordinates(), joining.invite().isPresent(), after))
                .also(new Effect.Join(
                        joining, incoming.senderId(), name, scene.language(), AccountSteps.PRIVACY_VERSION))
                .remember(state -> state.joining(Optional.empty()))
                .end();
    }

    private static String what(Joining joining) {
        return joining.invite()
                .map(Invited::what)
                .or(() -> joining.library().map(Known::name))
                .or(() -> joining.proposed().flatMap(Proposed::name))
                .orElse("");
    }

    /// What the person is then, so that they are told what they can do.
    private static Actor after(Scene scene, Joining joining, String name) {
        var before = scene.actor();
        var reportings = new ArrayList<>(before.map(Actor::reportsFor).orElse(List.of()));
        var duties = new ArrayList<>(before.map(Actor::duties).orElse(List.of()));
        var role = joining.invite().flatMap(Invited::role);
        if (role.isPresent()) {
            duties.add(new Duty(role.get(), Optional.empty(), Set.of()));
        } else {
            var accepted = joining.invite().isPresent();
            reportings.add(new Reporting(0, what(joining), "", scene.zone(), accepted));
        }
        return new Actor(
                before.map(Actor::personId).orElse(0L),
                scene.incoming().senderId(),
                name,
                scene.language().code(),
                true,
                reportings,
                duties);
    }
}
