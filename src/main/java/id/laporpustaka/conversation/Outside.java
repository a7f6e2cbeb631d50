package id.laporpustaka.conversation;

import id.laporpustaka.form.ExternalCell;
import id.laporpustaka.form.ExternalData;
import id.laporpustaka.form.ExternalTable;
import id.laporpustaka.people.Reporting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Facts outside the forms, as far as they have been looked up for a step, and what else it wanted to know. Made
/// for one step only.
final class Outside {
    /// What a rule asks for may depend on what another one has found; after so many rounds the rest stays unknown.
    private static final int MOST_ROUNDS = 3;

    private final Findings findings;
    private final Set<Lookup<?>> missing = new LinkedHashSet<>();

    Outside(Findings findings) {
        this.findings = findings;
    }

    /// What the rules of a draft may see: the reports of its library and the libraries of its reporter.
    ///
    /// @param reportsFor of the reporter; there is nothing to be seen if the draft's library is not among them
    ExternalData of(Draft draft, List<Reporting> reportsFor) {
        var libraries = new TreeSet<Long>();
        reportsFor.forEach(reporting -> libraries.add(reporting.libraryId()));
        return libraries.contains(draft.libraryId()) ? new OfDraft(draft, libraries) : ExternalData.none();
    }

    /// The step, or the look-ups that it has to be taken again with.
    Step after(Step step) {
        if (missing.isEmpty() || findings.rounds() >= MOST_ROUNDS) {
            return step;
        }
        var wanted = new ArrayList<>(missing);
        if (step instanceof Step.Needs(var others)) {
            wanted.addAll(others);
        }
        return new Step.Needs(wanted);
    }

    private <T> Optional<T> find(Lookup<T> lookup) {
        var found = findings.find(lookup);
        if (found.isEmpty()) {
            missing.add(lookup);
        }
        return found;
    }

    private final class OfDraft implements ExternalData {
        private final Draft draft;
        private final Set<Long> libraries;

        private OfDraft(Draft draft, Set<Long> libraries) {
            this.draft = draft;
            this.libraries = libraries;
        }

        @Override
        public Optional<String> find(ExternalCell cell) {
            if (cell.value().isBlank()) {
                return Optional.of("");
            }
            return cell.table().hasRows()
                    ? findRows(cell.table()).map(rows -> cellOf(rows, cell))
                    : Outside.this.find(new Lookup.OutsideCell(draft.libraryId(), draft.id(), cell));
        }

        private static String cellOf(List<Map<String, String>> rows, ExternalCell cell) {
            return rows.stream()
                    .filter(row -> cell.value().equals(row.get(cell.key())))
                    .map(row -> row.getOrDefault(cell.column(), ""))
                    .findFirst()
                    .orElse("");
        }

        @Override
        public Optional<List<Map<String, String>>> findRows(ExternalTable table) {
            return switch (table) {
                case LIBRARIES -> Outside.this.find(new Lookup.OutsideRows(libraries, table));
                case MY_REPORTS -> Outside.this.find(new Lookup.OutsideRows(Set.of(draft.libraryId()), table));
                case HISTORY -> Optional.of(List.of());
            };
        }
    }
}
