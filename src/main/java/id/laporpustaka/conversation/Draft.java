package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Repeat;
import id.laporpustaka.form.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A report being written. It holds answers, not steps: what is asked next is computed from them, so going back,
/// jumping, resuming and correcting are the same thing.
///
/// @param id the inbox position of the message that began it; a correction has that of the report's own draft
/// @param revision grows with every change; what was seen with one revision is sent only with that one
/// @param skipped prompts passed over on purpose
/// @param confirmed questions whose warning has been answered with "yes, that is right"
/// @param details whether the optional questions behind "add details" are asked too
/// @param focus a prompt gone back or jumped to, asked before any other
/// @param pending what the question being asked still needs
/// @param sources the message that gave an answer, by question, so that editing the message corrects the answer
/// @param correction empty for a report that has not been sent
public record Draft(
        long id,
        int revision,
        String formId,
        String formVersion,
        long libraryId,
        Answers answers,
        Set<String> skipped,
        Set<String> confirmed,
        boolean details,
        Optional<String> focus,
        Pending pending,
        Map<String, Integer> sources,
        Optional<Correction> correction) {

    /// More than a draft has while it is written.
    private static final int REVISIONS = 1_000_000;

    public Draft {
        skipped = Collections.unmodifiableSet(new LinkedHashSet<>(skipped));
        confirmed = Collections.unmodifiableSet(new LinkedHashSet<>(confirmed));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /// @param answers what the form knows before anything is asked
    static Draft begin(long id, String formId, String formVersion, long libraryId, Answers answers) {
        return new Draft(
                id,
                0,
                formId,
                formVersion,
                libraryId,
                answers,
                Set.of(),
                Set.of(),
                false,
                Optional.empty(),
                new Pending.Nothing(),
                Map.of(),
                Optional.empty());
    }

    /// Buttons on cards of the same draft before it was sent, or of an earlier correction, name an older revision.
    ///
    /// @param id that of the draft which the report was
    static Draft correct(long id, String formId, String formVersion, long libraryId, Correction correction) {
        return begin(id, formId, formVersion, libraryId, correction.before()).correcting(correction);
    }

    /// What is corrected has changed meanwhile.
    Draft correcting(Correction other) {
        var next = Math.max(revision + 1, other.revision() * REVISIONS);
        return correcting(other, next, Optional.empty(), new Pending.Nothing());
    }

    /// A reviewer's question about a prompt has been dealt with.
    Draft withoutToAsk(String prompt) {
        return correction
                .filter(it -> it.toAsk().contains(prompt))
                .map(it -> correcting(it.without(prompt), revision + 1, focus, pending))
                .orElse(this);
    }

    private Draft correcting(Correction other, int nextRevision, Optional<String> nextFocus, Pending nextPending) {
        return new Draft(
                id,
                nextRevision,
                formId,
                formVersion,
                libraryId,
                answers,
                skipped,
                confirmed,
                details,
                nextFocus,
                nextPending,
                sources,
                Optional.of(other));
    }

    List<String> toAsk() {
        return correction.map(Correction::toAsk).orElse(List.of());
    }

    Draft withAnswers(Map<String, Value> values, Optional<Integer> source) {
        var changed = answers;
        var doubts = new LinkedHashSet<>(confirmed);
        var origins = new LinkedHashMap<>(sources);
        for (var entry : values.entrySet()) {
            changed = changed.with(entry.getKey(), entry.getValue());
            doubts.remove(entry.getKey());
            source.ifPresentOrElse(
                    message -> origins.put(entry.getKey(), message), () -> origins.remove(entry.getKey()));
        }
        return with(changed, skipped, doubts, details, focus, pending, origins);
    }

    Draft withAnswers(Answers others) {
        return with(others, skipped, confirmed, details, focus, pending, sources);
    }

    /// Takes one instance of a repeat away; those after it move up.
    Draft withoutInstance(Repeat repeat, int instance) {
        var origins = new LinkedHashMap<String, Integer>();
        sources.forEach(
                (name, message) -> repeat.renamed(name, instance).ifPresent(renamed -> origins.put(renamed, message)));
        return with(
                answers.withoutInstance(repeat, instance),
                renamed(skipped, repeat, instance),
                renamed(confirmed, repeat, instance),
                details,
                Optional.empty(),
                new Pending.Nothing(),
                origins);
    }

    private static Set<String> renamed(Set<String> names, Repeat repeat, int removed) {
        var rest = new LinkedHashSet<String>();
        names.forEach(name -> repeat.renamed(name, removed).ifPresent(rest::add));
        return rest;
    }

    Draft withoutAnswer(String question) {
        return with(answers.without(question), skipped, confirmed, details, focus, pending, sources);
    }

    Draft withConfirmed(Set<String> questions) {
        var all = new LinkedHashSet<>(confirmed);
        all.addAll(questions);
        return with(answers, skipped, all, details, focus, pending, sources);
    }

    Draft withSkipped(String prompt) {
        var all = new LinkedHashSet<>(skipped);
        all.add(prompt);
        return with(answers, all, confirmed, details, focus, pending, sources);
    }

    Draft withoutSkipped(String prompt) {
        var rest = new LinkedHashSet<>(skipped);
        rest.remove(prompt);
        return with(answers, rest, confirmed, details, focus, pending, sources);
    }

    Draft withDetails() {
        return with(answers, skipped, confirmed, true, focus, pending, sources);
    }

    Draft withoutDetails() {
        return with(answers, skipped, confirmed, false, Optional.empty(), new Pending.Nothing(), sources);
    }

    Draft withFocus(String prompt) {
        return with(answers, skipped, confirmed, details, Optional.of(prompt), new Pending.Nothing(), sources);
    }

    Draft withoutFocus() {
        return with(answers, skipped, confirmed, details, Optional.empty(), new Pending.Nothing(), sources);
    }

    Draft withPending(Pending other) {
        return with(answers, skipped, confirmed, details, focus, other, sources);
    }

    /// The same report with another version of its form.
    Draft renewed(String version, Answers kept, Set<String> stillSkipped) {
        var origins = new LinkedHashMap<>(sources);
        origins.keySet().retainAll(kept.names());
        return new Draft(
                id,
                revision + 1,
                formId,
                version,
                libraryId,
                kept,
                stillSkipped,
                Set.of(),
                details,
                Optional.empty(),
                new Pending.Nothing(),
                origins,
                correction);
    }

    private Draft with(
            Answers answers,
            Set<String> skipped,
            Set<String> confirmed,
            boolean details,
            Optional<String> focus,
            Pending pending,
            Map<String, Integer> sources) {
        return new Draft(
                id,
                revision + 1,
                formId,
                formVersion,
                libraryId,
                answers,
                skipped,
                confirmed,
                details,
                focus,
                pending,
                sources,
                correction);
    }
}
