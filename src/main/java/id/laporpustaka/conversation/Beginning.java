package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.reading.Template;
import id.laporpustaka.people.Reporting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Begins reports, in every way that there is, and opens those that were put away.
final class Beginning {
    private Beginning() {}

    /// A second tap on the same form finds the draft that the first one began, and changes nothing, even if an answer
    /// has overtaken it.
    static Step begin(Scene scene, Form form, Reporting library) {
        var begun = scene.draft()
                .filter(open -> (open.revision() == 0 || scene.isTapWhereBegun())
                        && !Trial.is(open)
                        && open.formId().equals(form.id())
                        && open.libraryId() == library.libraryId());
        if (begun.isPresent()) {
            return scene.state().openIsReport()
                    ? scene.silently().end()
                    : Asking.resume(scene, scene.fillingOf(begun.get()).orElseThrow());
        }
        return begin(scene, form, form.version(), library.libraryId());
    }

    private static Step begin(Scene scene, Form form, String version, long library) {
        var empty = Draft.begin(scene.context().position(), form.id(), version, library, Answers.none());
        var known = scene.fillingOf(empty).orElseThrow().evaluation().settled();
        return begin(scene, Draft.begin(empty.id(), form.id(), version, library, known), List.of());
    }

    /// Begins a report like an earlier one; a second tap finds what the first one began.
    static Step repeat(Scene scene, PastReport past) {
        var form = scene.findForm(past.form().id()).orElseThrow();
        var facts = scene.facts(Draft.begin(0, form.id(), form.version(), past.libraryId(), Answers.none()));
        var draft = Repeating.begin(scene.context().position(), form, past, facts);
        var begun = scene.draft()
                .filter(open ->
                        open.formId().equals(draft.formId()) && open.answers().equals(draft.answers()));
        if (begun.isPresent()) {
            return Asking.resume(scene, scene.fillingOf(begun.get()).orElseThrow());
        }
        return begin(scene, draft, List.of(new Notice.LikeBefore(past.title())));
    }

    /// The first question that what was sent before does not answer.
    private static Step begin(Scene scene, Draft draft, List<Notice> notices) {
        var prepared =
                Preparing.with(scene.state().material(), scene.fillingOf(draft).orElseThrow());
        var said = new ArrayList<>(notices);
        var library = Asking.libraryName(scene, prepared.filling());
        prepared.notices().stream()
                .flatMap(notice -> withoutLibrary(notice, library).stream())
                .forEach(said::add);
        if (leavesAnother(scene)) {
            said.add(new Notice.EarlierKept());
        }
        var material = scene.state().material();
        var inWords = material.told().filter(told -> !isTemplate(scene, told)).isPresent() && !Trial.is(draft);
        if (inWords) {
            said.add(new Notice.KindMayChange());
        }
        return scene.say(Asking.reply(scene, prepared.filling(), said, prepared.echoes(), prepared.problem()))
                .keep(prepared.filling().draft())
                .remember(state -> state.with(inWords ? material : Material.none())
                        .with(state.shown().begun(scene.tapped())))
                .end();
    }

    /// The name of the library is of use though it is no answer.
    private static Optional<Notice> withoutLibrary(Notice notice, String library) {
        if (!(notice instanceof Notice.Unused(var parts))) {
            return Optional.of(notice);
        }
        var others = parts.stream()
                .filter(part -> !library.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Notice.Unused(others));
    }

    private static boolean isTemplate(Scene scene, Material.Told told) {
        return Template.find(told.text(), scene.context().forms().listCurrent()).isPresent();
    }

    /// Opens a report that was put away. If its form has changed in the meantime, the person chooses with which
    /// version it goes on.
    static Step open(Scene scene, Filling filled) {
        if (filled.draft().correction().isPresent()
                || scene.findNewer(filled.form()).isEmpty()) {
            return Asking.resume(scene, filled);
        }
        var draft = filled.draft().withPending(new Pending.Nothing());
        return scene.say(new Reply.NewVersion(filled.with(draft))).keep(draft).end();
    }

    static Step renew(Scene scene, Filling filled) {
        var newer = scene.findNewer(filled.form());
        if (newer.isEmpty() || filled.draft().correction().isPresent()) {
            return Asking.resume(scene, filled);
        }
        var renewal = Renewal.of(filled, newer.get());
        var renewed = scene.fillingOf(renewal.draft()).orElseThrow();
        var checked = renewed.rechecked();
        var notice = new Notice.Renewed(filled, renewal.left());
        return scene.say(Asking.reply(
                        scene, renewed.with(checked.draft()), List.of(notice), List.of(), checked.problem()))
                .keep(checked.draft())
                .end();
    }

    /// Walks through a form that is not published; nothing of it is kept.
    static Step beginTrial(Scene scene, Form form, long candidate) {
        var library = scene.actor().stream()
                .flatMap(actor -> actor.reportsFor().stream())
                .map(Reporting::libraryId)
                .findFirst()
                .orElse(0L);
        return begin(scene, form, Trial.version(candidate), library);
    }

    /// Whether a report with answers in it was being written.
    private static boolean leavesAnother(Scene scene) {
        return scene.draft()
                .filter(open -> !Trial.is(open) && !open.sources().isEmpty())
                .isPresent();
    }
}
