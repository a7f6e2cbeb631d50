package id.laporpustaka.intake;

import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.Findings;
import id.laporpustaka.conversation.FormLine;
import id.laporpustaka.conversation.FormShelf;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.export.SentSheet;
import id.laporpustaka.export.SentSheets;
import id.laporpustaka.form.Form;
import id.laporpustaka.people.GroupChats;
import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.Drafts;
import id.laporpustaka.submission.StoredDraft;
import id.laporpustaka.submission.StoredReport;
import id.laporpustaka.submission.SubmissionNumber;
import id.laporpustaka.submission.Submissions;
import id.laporpustaka.submission.publishing.FormCandidates;
import id.laporpustaka.submission.publishing.FormOffer;
import id.laporpustaka.summary.score.ReceiptScore;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
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
    private static final int MOST_CANDIDATES = 10;

    private record Month(String formId, YearMonth month) {}

    private final DSLContext db;
    private final IntakeParts parts;
    private Map<Long, StoredDraft> drafts = Map.of();
    private Map<Long, StoredDraft> open = Map.of();
    private Map<Doubles.Asked, List<Doubles.Lookalike>> doubles = Map.of();
    private Map<Long, List<StoredDraft>> draftsOf = Map.of();
    private Map<Long, List<StoredReport>> lastReports = Map.of();
    private Map<Long, StoredReport> reports = Map.of();
    private Map<ReceiptScore.Asked, ReceiptScore> scores = Map.of();
    private Iterator<Long> numbers = List.<Long>of().iterator();
    private final Map<Month, Map<Long, Integer>> counts = new HashMap<>();
    private final OutsideAnswers outside;
    private final ReportAnswers sentReports;
    private final Joiners joiners;
    private final Registers registers;
    private final ReminderAnswers reminders;

    LookupAnswers(DSLContext db, IntakeParts parts) {
        this.db = db;
        this.parts = parts;
        this.outside = new OutsideAnswers(db);
        this.sentReports = new ReportAnswers(db, parts);
        this.registers = new Registers(db, parts.clock().instant());
        this.reminders = new ReminderAnswers(db);
        this.joiners = new Joiners(db, parts.clock().instant());
    }

    /// Asks the database; [#findings(List)] then reads what was found.
    ///
    /// @param lookups those of each chat that waits
    void prepare(Collection<List<Lookup<?>>> lookups) {
        var draftIds = new HashSet<Long>();
        var openIds = new HashSet<Long>();
        var doublesOf = new HashSet<Doubles.Asked>();
        var draftOwners = new HashSet<Long>();
        var libraries = new HashMap<Month, Set<Long>>();
        var senders = new HashSet<Long>();
        var reportIds = new HashSet<Long>();
        var scored = new HashSet<ReceiptScore.Asked>();
        var numbersWanted = 0;
        for (var lookup : lookups.stream().flatMap(List::stream).toList()) {
            switch (lookup) {
                case Lookup.SubmissionNumber _ -> numbersWanted++;
                case Lookup.ReportsInMonth(var library, var form, var year, var month) ->
                    libraries
                            .computeIfAbsent(new Month(form, YearMonth.of(year, month)), _ -> new HashSet<>())
                            .add(library);
                case Lookup.ScoreWith(var report) -> scored.add(report);
                case Lookup.DraftById(var _, var draft) -> draftIds.add(draft);
                case Lookup.OpenDraft(var _, var draft) -> openIds.add(draft);
                case Lookup.OwnReport report -> sentReports.want(report);
                case Lookup.DoublesOf(var report) -> doublesOf.add(report);
                case Lookup.SeenReports reports -> sentReports.want(reports);
                case Lookup.DraftsOf(var person) -> draftOwners.add(person);
                case Lookup.LastReports(var person) -> senders.add(person);
                case Lookup.ReportById(var _, var report) -> reportIds.add(report);
                case Lookup.OutsideCell cell -> outside.want(cell);
                case Lookup.OutsideRows rows -> outside.want(rows);
                case Lookup.RemindersOf wanted -> reminders.want(wanted);
                case Lookup.ActivityOf wanted -> reminders.want(wanted);
                case Lookup.HistoryOf _,
                        Lookup.ReviewsOf _,
                        Lookup.NextReview _,
                        Lookup.FirstAdminLink _,
                        Lookup.Forms _,
                        Lookup.CandidateForm _,
                        Lookup.VillagesNamed _,
                        Lookup.VillageById _,
                        Lookup.LibrariesIn _,
                        Lookup.InviteByCode _,
                        Lookup.JoinRequestFor _,
                        Lookup.JoinRequestOf _,
                        Lookup.JoinRequestsFor _,
                        Lookup.LibrariesOf _,
                        Lookup.LibraryOf _,
                        Lookup.LibraryHistory _,
                        Lookup.LibrariesLike _,
                        Lookup.PeopleOf _,
                        Lookup.PersonOf _,
                        Lookup.PersonHistory _,
                        Lookup.ColleaguesOf _,
                        Lookup.OpenInvites _,
                        Lookup.RegionsNamed _,
                        Lookup.ExportRegions _,
                        Lookup.ExportRegion _,
                        Lookup.GroupOf _,
                        Lookup.OpenSheet _ -> {}
            }
        }
        outside.ask();
        sentReports.ask();
        reminders.ask();
        var submissions = new Submissions(db);
        numbers = submissions.nextNumbers(numbersWanted).iterator();
        libraries.forEach(
                (month, ids) -> counts.put(month, submissions.countInMonth(ids, month.formId(), month.month())));
        scores = parts.scores().find(db, scored);
        if (!senders.isEmpty()) {
            lastReports = submissions.listLastOfForms(senders);
        }
        if (!reportIds.isEmpty()) {
            reports = submissions.findAll(reportIds);
        }
        if (!draftIds.isEmpty()) {
            drafts = new Drafts(db).findAll(draftIds);
        }
        doubles = new Doubles(db).find(doublesOf);
        if (!openIds.isEmpty()) {
            open = new Drafts(db).findOpen(openIds);
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
            case Lookup.ScoreWith wanted -> findings.with(wanted, Optional.ofNullable(scores.get(wanted.report())));
            case Lookup.DraftById draft -> findings.with(draft, draft(drafts, draft.personId(), draft.draftId()));
            case Lookup.OpenDraft draft -> findings.with(draft, draft(open, draft.personId(), draft.draftId()));
            case Lookup.DoublesOf wanted -> findings.with(wanted, doubles.getOrDefault(wanted.report(), List.of()));
            case Lookup.OwnReport wanted -> findings.with(wanted, sentReports.own(wanted));
            case Lookup.SeenReports wanted -> findings.with(wanted, sentReports.seen(wanted));
            case Lookup.ReviewsOf wanted -> findings.with(wanted, sentReports.reviews(wanted));
            case Lookup.NextReview wanted -> findings.with(wanted, sentReports.next(wanted));
            case Lookup.DraftsOf of ->
                findings.with(
                        of,
                        draftsOf.getOrDefault(of.personId(), List.of()).stream()
                                .flatMap(stored -> parts.drafts().find(stored).stream())
                                .toList());
            case Lookup.LastReports last ->
                findings.with(
                        last,
                        lastReports.getOrDefault(last.personId(), List.of()).stream()
                                .flatMap(stored -> parts.drafts().findReport(stored).stream())
                                .toList());
            case Lookup.ReportById wanted ->
                findings.with(
                        wanted,
                        Optional.ofNullable(reports.get(wanted.submissionId()))
                                .filter(stored -> stored.reporterId() == wanted.personId())
                                .flatMap(parts.drafts()::findReport));
            case Lookup.OutsideCell cell -> findings.with(cell, outside.cell(cell));
            case Lookup.OutsideRows rows -> findings.with(rows, outside.rows(rows));
            case Lookup.HistoryOf history -> findings.with(history, sentReports.history(history));
            case Lookup.Forms all -> findings.with(all, shelf());
            case Lookup.CandidateForm wanted ->
                findings.with(wanted, parts.forms().findCandidate(wanted.candidate()));
            case Lookup.VillagesNamed wanted -> findings.with(wanted, joiners.villages(wanted));
            case Lookup.VillageById wanted -> findings.with(wanted, joiners.village(wanted.id()));
            case Lookup.LibrariesIn wanted -> findings.with(wanted, joiners.libraries(wanted.village()));
            case Lookup.InviteByCode wanted -> findings.with(wanted, joiners.invite(wanted));
            case Lookup.JoinRequestFor wanted -> findings.with(wanted, joiners.request(wanted));
            case Lookup.JoinRequestOf wanted -> findings.with(wanted, joiners.request(wanted));
            case Lookup.JoinRequestsFor wanted -> findings.with(wanted, joiners.requests(wanted));
            case Lookup.LibrariesOf wanted -> findings.with(wanted, registers.page(wanted));
            case Lookup.LibraryOf wanted -> findings.with(wanted, registers.library(wanted));
            case Lookup.LibraryHistory wanted -> findings.with(wanted, registers.history(wanted));
            case Lookup.LibrariesLike wanted -> findings.with(wanted, registers.like(wanted));
            case Lookup.PeopleOf wanted -> findings.with(wanted, registers.people(wanted));
            case Lookup.PersonOf wanted -> findings.with(wanted, registers.person(wanted));
            case Lookup.PersonHistory wanted -> findings.with(wanted, registers.history(wanted));
            case Lookup.ColleaguesOf wanted -> findings.with(wanted, registers.colleagues(wanted));
            case Lookup.OpenInvites wanted -> findings.with(wanted, registers.invites(wanted));
            case Lookup.RegionsNamed wanted -> findings.with(wanted, registers.regions(wanted));
            case Lookup.ExportRegions wanted -> findings.with(wanted, new ExportRegionSearch(db).list(wanted));
            case Lookup.ExportRegion wanted -> findings.with(wanted, new ExportRegionSearch(db).find(wanted));
            case Lookup.OpenSheet wanted ->
                findings.with(
                        wanted,
                        new SentSheets(db)
                                .find(wanted.personId(), wanted.sheet())
                                .filter(SentSheet::isChecked)
                                .map(SentSheet::good));
            case Lookup.RemindersOf wanted -> findings.with(wanted, reminders.chosen(wanted));
            case Lookup.ActivityOf wanted -> findings.with(wanted, reminders.activity(wanted));
            case Lookup.GroupOf wanted -> findings.with(wanted, new GroupChats(db).findOpen(wanted.chatId()));
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

    private FormShelf shelf() {
        var waiting = new FormCandidates(db).listNewest(MOST_CANDIDATES + 1);
        var shown = waiting.stream()
                .limit(MOST_CANDIDATES)
                .flatMap(candidate -> parts.forms().findCandidate(candidate.id()).stream()
                        .map(form -> new FormShelf.Candidate(
                                candidate.id(), candidate.formId(), candidate.version(), form.title())))
                .toList();
        return new FormShelf(forms(), shown, waiting.size() > MOST_CANDIDATES);
    }

    /// Those that are offered first, in their order.
    private List<FormLine> forms() {
        var offered = parts.forms().listCurrent().stream().map(Form::id).toList();
        return FormOffer.listAll(db).stream()
                .flatMap(offer -> line(offer).stream())
                .sorted(Comparator.comparingInt(
                        form -> offered.contains(form.formId()) ? offered.indexOf(form.formId()) : offered.size()))
                .toList();
    }

    /// Empty for a form that cannot be read any more.
    private Optional<FormLine> line(FormOffer offer) {
        var versions = offer.versions().stream()
                .map(version -> new FormLine.Version(version.version(), version.publishedAt(), version.builtIn()))
                .toList();
        return parts.forms()
                .find(offer.formId(), offer.versions().getLast().version())
                .map(form -> new FormLine(offer.formId(), form.title(), versions, !offer.retired()));
    }

    private Optional<Draft> draft(Map<Long, StoredDraft> among, long personId, long id) {
        return Optional.ofNullable(among.get(id))
                .filter(stored -> stored.personId() == personId)
                .flatMap(parts.drafts()::find);
    }
}
