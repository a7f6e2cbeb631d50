package id.laporpustaka.intake;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import id.laporpustaka.conversation.BoardAnswer;
import id.laporpustaka.conversation.BoardRequest;
import id.laporpustaka.conversation.BoardView;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Reporters;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.QuietPeriod;
import id.laporpustaka.submission.QuietTimes;
import id.laporpustaka.summary.Board;
import id.laporpustaka.summary.BoardLine;
import id.laporpustaka.summary.BoardPart;
import id.laporpustaka.summary.BoardQuery;
import id.laporpustaka.summary.BoardState;
import id.laporpustaka.summary.OwnReports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Answers what people ask of the board, within what they may see and do at this moment.
final class BoardWork {
    private static final String STATISTICS = "ST";

    private final DSLContext db;
    private final FormCatalogue forms;
    private final Instant now;
    private final ZoneId zone;

    /// @param db a transaction, unless something is only to be shown
    BoardWork(DSLContext db, FormCatalogue forms, Instant now, ZoneId zone) {
        this.db = db;
        this.forms = forms;
        this.now = now;
        this.zone = zone;
    }

    BoardAnswer answer(Job.OfBoard asked) {
        return Optional.ofNullable(
                        new People(db).findActors(List.of(asked.telegramId())).get(asked.telegramId()))
                .map(actor -> answer(actor, asked))
                .orElseGet(BoardAnswer.NotYours::new);
    }

    BoardAnswer answer(Actor actor, Job.OfBoard asked) {
        return switch (asked.request()) {
            case BoardRequest.Show(var view, var search) -> show(actor, view, search);
            case BoardRequest.Open(var library, var view) -> one(actor, library, view);
            case BoardRequest.Nudge(var library, var view) ->
                new Nudging(db, actor, By.chat(actor.personId()), now)
                        .nudge(library, view.month(), isRemindable(view.month()));
            case BoardRequest.NudgeAll(var view, var search) ->
                new Nudging(db, actor, By.chat(actor.personId()), now)
                        .nudgeAll(view.month(), view.regionCode(), search, isRemindable(view.month()));
            case BoardRequest.Own(var month) -> own(actor, month, asked.language());
            case BoardRequest.Quiet quiet -> quiet(actor, quiet);
        };
    }

    private static Scope seen(Actor actor) {
        return Permissions.scopeFor(actor, Action.SEE_LIBRARIES);
    }

    private boolean isRemindable(YearMonth month) {
        return Nudging.isInTime(month, YearMonth.from(LocalDate.ofInstant(now, zone)));
    }

    private BoardAnswer show(Actor actor, BoardView view, String search) {
        var scope = seen(actor);
        if (scope.isEmpty()) {
            return new BoardAnswer.NotYours();
        }
        var parts = partsOf(scope, view.regionCode());
        return view.shown() == BoardView.Shown.BEST && parts.isPresent()
                ? parts(actor, view, parts.get())
                : libraries(actor, view, view.shown() == BoardView.Shown.FOUND ? search : "");
    }

    /// The level of the regions that make up what is looked at; none where there are few libraries.
    private static Optional<RegionLevel> partsOf(Scope scope, Optional<String> regionCode) {
        if (regionCode.isPresent()) {
            return regionCode.get().length() == RegionLevel.PROVINCE.codeLength()
                    ? Optional.of(RegionLevel.REGENCY)
                    : Optional.empty();
        }
        return switch (scope) {
            case Scope.Everything() -> Optional.of(RegionLevel.PROVINCE);
            case Scope.Parts(var codes, var _) ->
                codes.stream().anyMatch(code -> code.length() == RegionLevel.PROVINCE.codeLength())
                        ? Optional.of(RegionLevel.REGENCY)
                        : Optional.empty();
        };
    }

    private BoardAnswer parts(Actor actor, BoardView view, RegionLevel level) {
        var query = new BoardQuery(view.month(), seen(actor), view.regionCode(), "");
        var parts = new Board(db).countParts(query, level);
        var page = Math.min(view.page(), Math.max(0, (parts.size() - 1) / BoardAnswer.PAGE));
        return new BoardAnswer.Parts(
                place(actor, view.regionCode()),
                above(actor, view.regionCode()),
                BoardPart.sum(parts),
                parts.stream()
                        .skip((long) page * BoardAnswer.PAGE)
                        .limit(BoardAnswer.PAGE)
                        .map(part -> new BoardAnswer.Part(
                                part.region().code(), part.region().title(), part.counts()))
                        .toList(),
                page,
                parts.size(),
                mayRemind(actor, view.month()),
                reports(actor));
    }

    private BoardAnswer libraries(Actor actor, BoardView view, String search) {
        var board = new Board(db);
        var whole = new BoardQuery(view.month(), seen(actor), view.regionCode(), "");
        var counts = board.countAll(whole);
        var found = view.shown() == BoardView.Shown.FOUND;
        var state = view.shown().state().orElse(BoardState.OPEN);
        var query = new BoardQuery(whole.month(), whole.scope(), whole.regionCode(), search);
        var listed = found ? board.countAll(query) : counts;
        var total = found ? listed.sum() : counts.of(state);
        var page = Math.min(view.page(), Math.max(0, (total - 1) / BoardAnswer.PAGE));
        var lines = board.list(
                query, found ? Optional.empty() : Optional.of(state), BoardAnswer.PAGE, page * BoardAnswer.PAGE);
        return new BoardAnswer.Libraries(
                place(actor, view.regionCode()),
                above(actor, view.regionCode()),
                counts,
                state,
                lines.stream().map(line(whole)).toList(),
                page,
                total,
                listed.open(),
                mayRemind(actor, view.month()),
                Permissions.mayDoSomewhere(actor, Action.INVITE_REPORTER),
                reports(actor));
    }

    private boolean mayRemind(Actor actor, YearMonth month) {
        return isRemindable(month) && Permissions.mayDoSomewhere(actor, Action.REMIND);
    }

    /// Where a library lies is told within what is looked at, down from the district.
    private Function<BoardLine, BoardAnswer.Line> line(BoardQuery query) {
        return line -> new BoardAnswer.Line(
                line.id(),
                line.name(),
                line.region().title(),
                line.state(),
                line.reports(),
                line.lastReport().map(LocalDate::toString).orElse(""),
                line.quietWeek().map(LocalDate::toString).orElse(""),
                line.reminded()
                        .map(at -> LocalDate.ofInstant(at, zone))
                        .filter(day -> !day.isBefore(query.month().atDay(1)))
                        .map(LocalDate::toString)
                        .orElse(""));
    }

    private static boolean reports(Actor actor) {
        return !actor.reportsFor().isEmpty();
    }

    private String place(Actor actor, Optional<String> regionCode) {
        if (regionCode.isPresent()) {
            return new Regions(db)
                    .findByCode(regionCode.get())
                    .map(Region::title)
                    .orElse("");
        }
        if (seen(actor) instanceof Scope.Everything) {
            return "Indonesia";
        }
        return actor.duties().stream()
                .flatMap(duty -> duty.region().stream())
                .map(Region::title)
                .distinct()
                .collect(joining(", "));
    }

    /// From a regency back to its province for those who see all provinces.
    private static String above(Actor actor, Optional<String> regionCode) {
        return regionCode
                .filter(code -> seen(actor) instanceof Scope.Everything)
                .filter(code -> code.length() > RegionLevel.PROVINCE.codeLength())
                .map(code -> code.substring(0, RegionLevel.PROVINCE.codeLength()))
                .orElse("");
    }

    private BoardAnswer one(Actor actor, long library, BoardView view) {
        var query = new BoardQuery(view.month(), seen(actor), Optional.empty(), "");
        return new Board(db)
                .find(query, library)
                .<BoardAnswer>map(found -> {
                    var code = found.region().code();
                    var reporters = new Reporters(db).listOf(List.of(library)).getOrDefault(library, List.of());
                    return new BoardAnswer.One(
                            line(query).apply(found),
                            reporters.size(),
                            found.state() == BoardState.OPEN
                                    && isRemindable(view.month())
                                    && Permissions.mayDo(actor, Action.REMIND, library, code),
                            Permissions.mayDo(actor, Action.INVITE_REPORTER, library, code));
                })
                .orElseGet(BoardAnswer.NotYours::new);
    }

    private BoardAnswer own(Actor actor, YearMonth month, Language language) {
        var ids = actor.reportsFor().stream().map(Reporting::libraryId).toList();
        var reports = new OwnReports(db).list(ids, month);
        var quiet = new QuietTimes(db).listQuiet(ids, QuietPeriod.MONTH, month.atDay(1));
        var own = actor.reportsFor().stream()
                .map(reporting -> {
                    var theirs = reports.stream()
                            .filter(kind -> kind.libraryId() == reporting.libraryId())
                            .toList();
                    var today = LocalDate.ofInstant(now, reporting.zone());
                    var due = month.isBefore(YearMonth.from(today)) ? month : month.minusMonths(1);
                    var sent = theirs.stream()
                            .anyMatch(kind -> kind.formId().equals(STATISTICS)
                                    && kind.month().equals(due));
                    var inMonth = theirs.stream()
                            .filter(kind -> kind.month().equals(month))
                            .toList();
                    return new BoardAnswer.OwnMonth(
                            reporting.libraryId(),
                            reporting.libraryName(),
                            reporting.accepted(),
                            inMonth.stream()
                                    .map(kind -> new BoardAnswer.Kind(title(kind.formId(), language), kind.reports()))
                                    .toList(),
                            inMonth.stream()
                                    .map(OwnReports.OfKind::last)
                                    .max(LocalDate::compareTo)
                                    .map(LocalDate::toString)
                                    .orElse(""),
                            quiet.contains(reporting.libraryId()),
                            reporting.accepted() && QuietPeriod.MONTH.isOpen(month.atDay(1), today),
                            sent || forms.findCurrent(STATISTICS).isEmpty() ? "" : due.toString());
                })
                .toList();
        return new BoardAnswer.Own(own);
    }

    private String title(String formId, Language language) {
        return forms.findCurrent(formId).map(form -> form.title().in(language)).orElse(formId);
    }

    private BoardAnswer quiet(Actor actor, BoardRequest.Quiet asked) {
        var reporting = actor.findReporting(asked.library())
                .filter(found ->
                        Permissions.scopeFor(actor, Action.SAY_NO_ACTIVITY).includes(found.libraryId(), ""));
        if (reporting.isEmpty()) {
            return new BoardAnswer.NotYours();
        }
        var times = new QuietTimes(db);
        var today = LocalDate.ofInstant(now, reporting.get().zone());
        var by = By.chat(actor.personId());
        var outcome = asked.quiet()
                ? times.say(by, actor.personId(), asked.library(), asked.period(), asked.firstDay(), today, now)
                : times.takeBack(by, actor.personId(), asked.library(), asked.period(), asked.firstDay(), now);
        return new BoardAnswer.QuietDone(
                reporting.get().libraryName(),
                outcome,
                times.countReports(asked.library(), asked.period(), asked.firstDay()));
    }

    /// What a reporter is told whom a coordinator has reminded.
    JobResult.NudgeCame tell(Job.TellNudge asked) {
        var people = new People(db);
        var actor = Optional.ofNullable(
                people.findActors(List.of(asked.telegramId())).get(asked.telegramId()));
        var own = actor.stream()
                .flatMap(person -> person.reportsFor().stream())
                .filter(Reporting::accepted)
                .map(Reporting::libraryId)
                .filter(asked.libraries()::contains)
                .collect(toSet());
        var query =
                new BoardQuery(asked.month(), new Scope.Parts(Collections.emptySortedSet(), own), Optional.empty(), "");
        var open = new Board(db)
                .list(query, Optional.of(BoardState.OPEN), own.size(), 0).stream()
                        .map(line -> new JobResult.NudgeCame.Named(line.id(), line.name()))
                        .toList();
        var by = people.findActor(asked.by()).map(Actor::name).orElse("");
        return new JobResult.NudgeCame(asked, by, open);
    }
}
