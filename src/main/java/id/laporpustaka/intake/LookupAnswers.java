package id.laporpustaka.intake;

import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.Findings;
import id.laporpustaka.conversation.HistoryPage;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.Drafts;
import id.laporpustaka.submission.StoredDraft;
import id.laporpustaka.submission.SubmissionNumber;
import id.laporpustaka.submission.Submissions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// Answers all look-ups of a round with one query for each kind.
final class LookupAnswers {
    private static final int MOST_DRAFTS = 10;

    private record Month(String formId, YearMonth month) {}

    private final DSLContext db;
    private final IntakeParts parts;
    private Map<Long, StoredDraft> drafts = Map.of();
    private Map<Long, List<StoredDraft>> draftsOf = Map.of();
    private Iterator<Long> numbers = List.<Long>of().iterator();
    private final Map<Month, Map<Long, Integer>> counts = new HashMap<>();

    LookupAnswers(DSLContext db, IntakeParts parts) {
        this.db = db;
        this.parts = parts;
    }

    /// Asks the database; [#findings(List)] then reads what was found.
    ///
    /// @param lookups those of each chat that waits
    void prepare(Collection<List<Lookup<?>>> lookups) {
        var draftIds = new HashSet<Long>();
        var draftOwners = new HashSet<Long>();
        var libraries = new HashMap<Month, Set<Long>>();
        var numbersWanted = 0;
        for (var lookup : lookups.stream().flatMap(List::stream).toList()) {
            switch (lookup) {
                case Lookup.SubmissionNumber _ -> numbersWanted++;
                case Lookup.ReportsInMonth(var library, var form, var year, var month) ->
                    libraries
                            .computeIfAbsent(new Month(form, YearMonth.of(year, month)), _ -> new HashSet<>())
                            .add(library);
                case Lookup.DraftById(var _, var draft) -> draftIds.add(draft);
                case Lookup.DraftsOf(var person) -> draftOwners.add(person);
                case Lookup.HistoryOf _, Lookup.FirstAdminLink _ -> {}
            }
        }
        var submissions = new Submissions(db);
        numbers = submissions.nextNumbers(numbersWanted).iterator();
        libraries.forEach(
                (month, ids) -> counts.put(month, submissions.countInMonth(ids, month.formId(), month.month())));
        if (!draftIds.isEmpty()) {
            drafts = new Drafts(db).findAll(draftIds);
        }
        if (!draftOwners.isEmpty()) {
            draftsOf = new Drafts(db).listNewest(draftOwners, MOST_DRAFTS);
        }
    }

    Findings findings(List<Lookup<?>> lookups) {
        var findings = Findings.none();
        for (var lookup : lookups) {
            findings = add(findings, lookup);
        }
        return findings;
    }

    private Findings add(Findings findings, Lookup<?> lookup) {
        return switch (lookup) {
            case Lookup.SubmissionNumber number ->
                findings.with(
                        number,
                        SubmissionNumber.of(
                                number.formId(), YearMonth.of(number.year(), number.month()), numbers.next()));
            case Lookup.ReportsInMonth reports -> {
                var month = new Month(reports.formId(), YearMonth.of(reports.year(), reports.month()));
                yield findings.with(
                        reports, counts.getOrDefault(month, Map.of()).getOrDefault(reports.libraryId(), 0));
            }
            case Lookup.DraftById draft -> findings.with(draft, draft(draft));
            case Lookup.DraftsOf of ->
                findings.with(
                        of,
                        draftsOf.getOrDefault(of.personId(), List.of()).stream()
                                .flatMap(stored -> parts.drafts().find(stored).stream())
                                .toList());
            case Lookup.HistoryOf history -> findings.with(history, history(history));
            case Lookup.FirstAdminLink link ->
                findings.with(
                        link,
                        new OneTimeLinks(db)
                                        .find(link.token(), parts.clock().instant())
                                        .filter(found -> found.purpose() == OneTimeLink.Purpose.FIRST_ADMIN)
                                        .isPresent()
                                && !new People(db).anyAdmin());
        };
    }

    private Optional<Draft> draft(Lookup.DraftById wanted) {
        return Optional.ofNullable(drafts.get(wanted.draftId()))
                .filter(stored -> stored.personId() == wanted.personId())
                .flatMap(parts.drafts()::find);
    }

    private HistoryPage history(Lookup.HistoryOf wanted) {
        var submissions = new Submissions(db);
        var all = submissions.countOfReporter(wanted.personId());
        var page = Math.clamp(wanted.page(), 0, Math.max(0, (all - 1) / HistoryPage.SIZE));
        var lines = new ArrayList<HistoryPage.Line>();
        for (var report : submissions.listOfReporter(wanted.personId(), HistoryPage.SIZE, page * HistoryPage.SIZE)) {
            lines.add(new HistoryPage.Line(
                    report.number(),
                    report.title().orElse(""),
                    report.dateStart(),
                    report.libraryName(),
                    report.status()));
        }
        return new HistoryPage(page, all, lines);
    }
}
