package id.laporpustaka.conversation;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.Control;
import id.laporpustaka.form.reading.ControlWords;
import id.laporpustaka.form.reading.QuickReader;
import id.laporpustaka.people.Reporting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that is not a question of a report: the start, the menu, what is told in one message, drafts,
/// history.
final class MenuSteps {
    /// Those that many libraries have in their names.
    private static final Pattern USUAL_WORDS =
            Pattern.compile("(?i)(?<!\\p{L})(?:perpustakaan|perpus|taman bacaan masyarakat|tbm|pojok baca)(?!\\p{L})");

    /// So many answers make a text a report, even if it does not say so.
    private static final int TOLD_ENOUGH = 3;

    private final ControlWords words = new ControlWords();
    private final AccountSteps account = new AccountSteps();
    private final OwnLibrarySteps ownLibraries = new OwnLibrarySteps();

    Step start(Scene scene) {
        var actor = scene.actor().orElseThrow();
        return AccountSteps.needsConsent(actor)
                ? scene.say(new Reply.Privacy(AccountSteps.PRIVACY_VERSION, true))
                        .end()
                : scene.say(new Reply.Welcome(actor, scene.commands())).end();
    }

    Step report(Scene scene) {
        return report(scene, false, UnaryOperator.identity());
    }

    /// @param overMenu over the menu that is open
    private Step report(Scene scene, boolean overMenu, UnaryOperator<Scene.Ending> change) {
        var actor = scene.actor().orElseThrow();
        if (AccountSteps.needsConsent(actor)) {
            return scene.say(new Reply.Privacy(AccountSteps.PRIVACY_VERSION, true))
                    .end();
        }
        var drafts = new Lookup.DraftsOf(actor.personId());
        var last = new Lookup.LastReports(actor.personId());
        var findings = scene.context().findings();
        if (findings.find(drafts).isEmpty() || findings.find(last).isEmpty()) {
            return Step.Needs.of(drafts, last);
        }
        var repeatable = findings.find(last).get().stream()
                .filter(past -> canRepeat(scene, past))
                .findFirst();
        var material = scene.state().material();
        var menu = new Reply.Menu(
                scene.context().forms().listCurrent(),
                material.photos().size(),
                material.told().isPresent(),
                repeatable,
                findings.find(drafts).get().size());
        var ending = overMenu ? scene.silently().sayOverMenu(menu) : scene.say(menu);
        return change.apply(ending).end();
    }

    /// Asks once more what kind of report it is that was told in one message.
    Step otherKind(Scene scene, Press.OfDraft press) {
        var asked = scene.draft()
                .filter(draft -> draft.id() == press.draft() && draft.revision() == press.revision())
                .filter(_ -> scene.state().material().told().isPresent());
        return asked.isEmpty()
                ? Conversation.stale(scene)
                : report(
                        scene,
                        false,
                        ending -> ending.putAway()
                                .also(new Effect.DiscardDraft(asked.get().id())));
    }

    /// A photo that no report asks for: what it is for is asked, and it is kept until then.
    Step photo(Scene scene, Input.Media photo) {
        if (!Command.REPORT.isFor(scene.actor())) {
            return scene.say(new Reply.NoLibrary()).end();
        }
        var before = scene.state().material();
        var material = before.with(new Material.Shot(photo.messageId(), photo.file()));
        var caption = photo.caption().filter(text -> !text.isBlank());
        if (caption.isPresent()) {
            return tell(scene.with(material), photo.messageId(), caption.get());
        }
        var another = photo.albumId().isPresent() && !before.photos().isEmpty();
        return report(scene.with(material), another, UnaryOperator.identity());
    }

    /// A report told in one message. Where it does not say what kind it is, that is asked, and the message is kept.
    Step tell(Scene scene, int messageId, String text) {
        return findForm(scene, text)
                .map(form -> tell(scene, messageId, text, form))
                .orElseGet(() -> report(telling(scene, messageId, text)));
    }

    /// The form that a message names, else the one of which it says the most, if that is enough; the first of such.
    static Optional<Form> findForm(Scene scene, String text) {
        var forms = scene.context().forms().listCurrent();
        return QuickReader.findForm(forms, text).or(() -> findMostTold(scene, forms, text));
    }

    private static Optional<Form> findMostTold(Scene scene, List<Form> forms, String text) {
        if (!QuickReader.isReport(text)) {
            return Optional.empty();
        }
        var told = forms.stream()
                .collect(Collectors.toMap(
                        form -> form, form -> countTold(scene, form, text), Math::max, LinkedHashMap::new));
        return told.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .reduce((first, next) -> next.getValue() > first.getValue() ? next : first)
                .map(Map.Entry::getKey);
    }

    /// A report of a kind that is known, told in one message.
    Step tell(Scene scene, int messageId, String text, Form form) {
        var actor = scene.actor().orElseThrow();
        var telling = telling(scene, messageId, text);
        if (AccountSteps.needsConsent(actor)) {
            return report(telling);
        }
        return findNamed(scene, text)
                .map(library -> Beginning.begin(telling, form, library))
                .orElseGet(() -> begin(telling, form));
    }

    private static Optional<Reporting> findNamed(Scene scene, String text) {
        var named = scene.actor().stream()
                .flatMap(actor -> actor.reportsFor().stream())
                .filter(reporting -> isNamed(reporting.libraryName(), text))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static Scene telling(Scene scene, int messageId, String text) {
        return scene.with(scene.state().material().with(new Material.Told(messageId, text, scene.today())));
    }

    private static int countTold(Scene scene, Form form, String text) {
        return QuickReader.read(form, text, scene.today(), scene.language())
                .values()
                .size();
    }

    private static boolean isNamed(String library, String text) {
        var low = library.toLowerCase(Locale.ROOT);
        var own = USUAL_WORDS.matcher(low).replaceAll("").strip();
        var said = text.toLowerCase(Locale.ROOT);
        return said.contains(own.length() < 4 ? low : own)
                || (said.strip().length() >= 4 && own.contains(said.strip()));
    }

    /// A form as text. The argument may name it.
    Step template(Scene scene, String form) {
        var forms = scene.context().forms().listCurrent();
        return forms.stream()
                .filter(it -> it.id().equalsIgnoreCase(form.strip()))
                .findFirst()
                .map(it -> scene.silently()
                        .sayForGood(new Reply.FormAsText(scene.emptyFilling(it)))
                        .end())
                .orElseGet(() -> scene.say(new Reply.Templates(forms)).end());
    }

    private static boolean canRepeat(Scene scene, PastReport past) {
        return scene.findReporting(past.libraryId()).isPresent()
                && scene.findForm(past.form().id()).isPresent()
                && Repeating.isWorthwhile(past);
    }

    /// A report like the last one that can be repeated.
    Step again(Scene scene) {
        return again(scene, new Lookup.LastReports(scene.actor().orElseThrow().personId()), List::stream);
    }

    /// @param report its number
    private Step again(Scene scene, String report) {
        var person = scene.actor().orElseThrow().personId();
        return Press.number(report)
                .map(id -> again(scene, new Lookup.ReportById(person, id), Optional::stream))
                .orElseGet(() -> again(scene));
    }

    private <T> Step again(Scene scene, Lookup<T> lookup, Function<T, Stream<PastReport>> reports) {
        if (AccountSteps.needsConsent(scene.actor().orElseThrow())) {
            return report(scene);
        }
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> reports.apply(found)
                        .filter(past -> canRepeat(scene, past))
                        .findFirst()
                        .map(past -> Beginning.repeat(scene, past))
                        .orElseGet(() -> report(scene)))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    Step drafts(Scene scene) {
        var lookup = new Lookup.DraftsOf(scene.actor().orElseThrow().personId());
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(drafts ->
                        scene.say(new Reply.Drafts(lines(scene, drafts))).end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// Names the unfinished reports once they have been left for a day; says nothing if there is none any more.
    Step remindOfDrafts(Scene scene) {
        if (scene.actor().isEmpty()) {
            return scene.silently().end();
        }
        var lookup = new Lookup.DraftsOf(scene.actor().get().personId());
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        var lines = lines(scene, found.get());
        return lines.isEmpty()
                ? scene.silently().end()
                : scene.silently().sayForGood(new Reply.DraftsWaiting(lines)).end();
    }

    private static List<Reply.DraftLine> lines(Scene scene, List<Draft> drafts) {
        return drafts.stream()
                .flatMap(draft -> scene.fillingOf(draft).stream())
                .map(filled -> line(scene, filled))
                .toList();
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
        return new Reply.DraftLine(
                draft.id(), filled.form(), title, library, draft.correction().isPresent());
    }

    /// A text that answers no question: a report that does not say so, the library for one that does, a word of
    /// thanks, a control word, or something we cannot make sense of.
    Step loose(Scene scene, int messageId, String text) {
        if (Command.REPORT.isFor(scene.actor())) {
            var chosen = scene.state().expecting() instanceof Expecting.Library(var formId)
                    ? scene.findForm(formId)
                    : Optional.<Form>empty();
            var library = chosen.flatMap(_ -> findNamed(scene, text));
            if (library.isPresent()) {
                return Beginning.begin(scene, chosen.get(), library.get());
            }
            var most = scene.context().forms().listCurrent().stream()
                    .mapToInt(it -> countTold(scene, it, text))
                    .max();
            if (most.orElse(0) >= TOLD_ENOUGH) {
                return report(telling(scene, messageId, text));
            }
        }
        return loose(scene, text);
    }

    private Step loose(Scene scene, String text) {
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

    /// @param verb any but a summary and one's own reports
    Step pressed(Scene scene, Press.OnMenu verb, String argument) {
        var reports = Command.REPORT.isFor(scene.actor());
        return switch (verb) {
            case LANGUAGE -> account.language(scene, argument);
            case PRIVACY -> account.agree(scene, argument);
            case LEAVE, MINE, SUCCESSOR, HAND_OVER -> ownLibraries.pressed(scene, verb, argument);
            case MY_DATA -> account.ownData(scene, false);
            case ERASE -> account.erase(scene, argument);
            case REPORT -> reports ? report(scene, argument) : Conversation.stale(scene);
            case LIBRARY -> reports ? library(scene, argument) : Conversation.stale(scene);
            case AGAIN -> reports ? again(scene, argument) : Conversation.stale(scene);
            case TEMPLATE -> reports ? template(scene, argument) : Conversation.stale(scene);
            case OPEN, RESTORE ->
                Press.number(argument).map(id -> open(scene, id)).orElseGet(() -> Conversation.stale(scene));
            case DRAFTS -> reports ? drafts(scene) : Conversation.stale(scene);
            case HISTORY, SUMMARY, SCORE -> Conversation.stale(scene);
        };
    }

    private Step report(Scene scene, String formId) {
        return formId.isEmpty()
                ? report(scene)
                : scene.findForm(formId).map(form -> begin(scene, form)).orElseGet(() -> Conversation.stale(scene));
    }

    private Step begin(Scene scene, Form form) {
        var libraries = scene.actor().orElseThrow().reportsFor();
        return libraries.size() == 1
                ? Beginning.begin(scene, form, libraries.getFirst())
                : scene.say(new Reply.ChooseLibrary(form, libraries))
                        .remember(state -> state.expecting(new Expecting.Library(form.id())))
                        .end();
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
                ? Beginning.begin(scene, form.get(), library.get())
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
                .map(filled -> Beginning.open(scene, filled))
                .orElseGet(() -> scene.say(new Reply.DraftGone()).end());
    }
}
