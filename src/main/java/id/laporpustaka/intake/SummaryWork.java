package id.laporpustaka.intake;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.Job.Summarise.Output;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.SummaryAnswer;
import id.laporpustaka.conversation.SummaryAsk;
import id.laporpustaka.conversation.SummaryAsk.By;
import id.laporpustaka.conversation.SummaryAsk.Place;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.Reading;
import id.laporpustaka.export.SummarySheet;
import id.laporpustaka.export.chart.SummaryChart;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.GroupChats;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.CountedReportList;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Measure;
import id.laporpustaka.summary.ReportLine;
import id.laporpustaka.summary.SmallRows;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.SummaryFilter;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.texts.SummaryNames;
import id.laporpustaka.texts.SummaryWords;
import id.laporpustaka.texts.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Answers a question for a summary, within what the person or the group may see at this moment.
final class SummaryWork {
    private static final Set<GroupBy> TOO_FINE_FOR_GROUPS = Set.of(GroupBy.VILLAGE, GroupBy.LIBRARY, GroupBy.REPORTER);
    private static final String PNG = "image/png";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// A library has far fewer in many years.
    private static final int MOST_REPORTS = 10_000;

    private final FormCatalogue forms;
    private final Texts texts;
    private final String publicUrl;

    SummaryWork(FormCatalogue forms, Texts texts, String publicUrl) {
        this.forms = forms;
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    /// Who asks, and for whom it is.
    ///
    /// @param place what they may see, as people call it
    private record Asker(Optional<Actor> actor, Scope scope, String place) {}

    /// An answer; a file is still to be kept.
    private sealed interface Made {
        record Said(JobResult result) implements Made {}

        record Drawn(Job.Summarise asked, String title, OutgoingFile file) implements Made {}
    }

    /// What the summary is about.
    ///
    /// @param region the one that is asked for, or the only one that the asker has
    private record About(Optional<Region> region, Optional<Library> library, String title, String up) {}

    JobResult summarise(Reading reading, Job.Summarise asked, long chatId, Instant now) {
        var asker = asker(reading.primary().context(), asked, chatId);
        if (asker.isEmpty()) {
            return new JobResult.NotSummarised(asked);
        }
        Function<Database, Made> made = from -> summarise(from.context(), asked, asker.get(), now);
        return keep(
                reading.primary(),
                asker.get()
                        .actor()
                        .map(actor -> reading.read(actor.personId(), made))
                        .orElseGet(() -> reading.read(made)));
    }

    private static JobResult keep(Database database, Made made) {
        return switch (made) {
            case Made.Said(var result) -> result;
            case Made.Drawn(var asked, var title, var file) ->
                new JobResult.SummaryDrawn(asked, title, database.inTransaction(db -> new OutgoingFiles(db).add(file)));
        };
    }

    private Made summarise(DSLContext db, Job.Summarise asked, Asker asker, Instant now) {
        if (asked.asked().place() instanceof Place.Named(var typed)) {
            var found = new PlaceFinder(db, asker.scope(), asker.place()).find(typed, now);
            return found.place()
                    .map(place -> summarise(db, with(asked, asked.asked().at(place)), asker))
                    .orElseGet(() -> new Made.Said(new JobResult.PlaceUnclear(asked, found.choice())));
        }
        return summarise(db, asked, asker);
    }

    private static Job.Summarise with(Job.Summarise asked, SummaryAsk other) {
        return new Job.Summarise(
                asked.telegramId(), other, asked.output(), asked.inGroup(), asked.language(), asked.card());
    }

    private static Optional<Asker> asker(DSLContext db, Job.Summarise asked, long chatId) {
        if (asked.inGroup()) {
            return new GroupChats(db)
                    .findOpen(chatId)
                    .map(group -> new Asker(
                            Optional.empty(),
                            group.scope(),
                            group.region().map(Region::title).orElse("Indonesia")));
        }
        return Optional.ofNullable(
                        new People(db).findActors(List.of(asked.telegramId())).get(asked.telegramId()))
                .map(actor -> new Asker(Optional.of(actor), Scope.of(actor), place(actor)));
    }

    private static String place(Actor actor) {
        if (Scope.of(actor) instanceof Scope.Everything) {
            return "Indonesia";
        }
        var regions = actor.duties().stream()
                .flatMap(duty -> duty.region().stream())
                .map(Region::title)
                .distinct()
                .collect(Collectors.joining(", "));
        return !regions.isEmpty()
                ? regions
                : actor.reportsFor().stream().map(Reporting::libraryName).collect(Collectors.joining(", "));
    }

    private Made summarise(DSLContext db, Job.Summarise given, Asker asker) {
        var about = about(db, given.asked().place(), asker);
        if (about.isEmpty()) {
            return new Made.Said(new JobResult.NotSummarised(given));
        }
        var asked =
                isTooFine(given, about.get(), asker) ? with(given, given.asked().by(By.TYPE)) : given;
        var words = texts.sums(asked.language());
        var names = new SummaryNames(words, forms.listCurrent());
        var query = query(asked.asked(), about.get(), asker)
                .by(groupBy(asked.asked().by(), about.get(), asker));
        var summaries = new Summaries(db);
        var whole = asked.output() == Output.CARD ? summaries.summarise(query) : summaries.compare(query);
        var summary = asked.inGroup() ? SmallRows.join(whole) : whole;
        if (asked.inGroup() && !canBeDrawn(whole, summary)) {
            return new Made.Said(new JobResult.Summarised(asked, answer(asked, about.get(), summary, names)));
        }
        var listsReports =
                asked.asked().by() == By.PARTS && about.get().library().isPresent();
        return switch (asked.output()) {
            case CARD ->
                new Made.Said(new JobResult.Summarised(
                        asked,
                        listsReports
                                ? withReports(db, asked, about.get(), asker, summary, names)
                                : answer(asked, about.get(), summary, names)));
            case CHART, CHART_OF_PEOPLE -> {
                var measure = asked.output() == Output.CHART ? Measure.REPORTS : Measure.PARTICIPANTS;
                var place = about.get().title()
                        + filters(asked.asked().filter(), words, names).stream()
                                .map(name -> " · " + name)
                                .collect(Collectors.joining());
                var picture = new SummaryChart(words, names).draw(summary, place, measure, SummaryChart.PHONE_WIDTH);
                var name = words.fileName(about.get().title(), query.period()) + ".png";
                yield new Made.Drawn(asked, about.get().title(), new OutgoingFile(name, PNG, picture));
            }
            case SHEET -> {
                var reports =
                        listsReports ? new CountedReportList(db).list(query, MOST_REPORTS, 0) : List.<ReportLine>of();
                var sheet = new SummarySheet(words, names)
                        .write(
                                summary,
                                about.get().title(),
                                filters(asked.asked().filter(), words, names),
                                reports);
                var name = words.fileName(about.get().title(), query.period()) + ".xlsx";
                yield new Made.Drawn(asked, about.get().title(), new OutgoingFile(name, XLSX, sheet));
            }
        };
    }

    /// A picture of months has no place for those that are told together.
    private static boolean canBeDrawn(Summary whole, Summary joined) {
        return !SmallRows.isTooSmall(whole)
                && (whole.query().groupBy() != GroupBy.MONTH || joined.rows().equals(whole.rows()));
    }

    /// Too few are in the parts of a district for a group to hear of each.
    private static boolean isTooFine(Job.Summarise asked, About about, Asker asker) {
        return asked.inGroup()
                && TOO_FINE_FOR_GROUPS.contains(groupBy(asked.asked().by(), about, asker));
    }

    /// Empty for what the asker may not see, or what is gone.
    private static Optional<About> about(DSLContext db, Place place, Asker asker) {
        return switch (place) {
            case Place.Own() -> Optional.of(new About(onlyRegion(db, asker), Optional.empty(), asker.place(), ""));
            case Place.OfRegion(var id) ->
                new Regions(db)
                        .findById(id)
                        .filter(region -> asker.scope().includes(region.code()))
                        .map(region -> new About(
                                Optional.of(region), Optional.empty(), region.title(), above(db, region, asker)));
            case Place.OfLibrary(var id) ->
                new Libraries(db)
                        .findById(id)
                        .filter(library -> asker.scope()
                                .includes(library.id(), library.region().code()))
                        .map(library -> new About(
                                Optional.of(library.region()),
                                Optional.of(library),
                                library.name(),
                                asker.scope().includes(library.region().code()) ? code(library.region()) : "o"));
            case Place.Named(var _) -> Optional.empty();
        };
    }

    private static Optional<Region> onlyRegion(DSLContext db, Asker asker) {
        return asker.scope() instanceof Scope.Parts(var codes, var _) && codes.size() == 1
                ? new Regions(db).findByCode(codes.first())
                : Optional.empty();
    }

    private static String above(DSLContext db, Region region, Asker asker) {
        var end = region.code().lastIndexOf('.');
        return end < 0
                ? asker.scope() instanceof Scope.Everything ? "o" : ""
                : new Regions(db)
                        .findByCode(region.code().substring(0, end))
                        .filter(parent -> asker.scope().includes(parent.code()))
                        .map(SummaryWork::code)
                        .orElseGet(() ->
                                onlyRegion(db, asker).filter(region::equals).isPresent() ? "" : "o");
    }

    private static String code(Region region) {
        return "r" + Long.toString(region.id(), Character.MAX_RADIX);
    }

    private static SummaryQuery query(SummaryAsk asked, About about, Asker asker) {
        var query = SummaryQuery.of(asked.period(), asker.scope());
        return switch (asked.place()) {
            case Place.OfLibrary(var id) -> query.only(asked.filter().withLibrary(id));
            case Place.OfRegion _ ->
                query.only(asked.filter())
                        .inRegion(about.region().map(Region::code).orElseThrow());
            case Place.Own(), Place.Named _ -> query.only(asked.filter());
        };
    }

    private static GroupBy groupBy(By by, About about, Asker asker) {
        return switch (by) {
            case TYPE -> GroupBy.TYPE;
            case MONTH -> GroupBy.MONTH;
            case TOPIC -> GroupBy.TOPIC;
            case ACTIVITY_FORM -> GroupBy.ACTIVITY_FORM;
            case AGE_GROUP -> GroupBy.AGE_GROUP;
            case PARTNER -> GroupBy.PARTNER;
            case FUND -> GroupBy.FUND;
            case STATUS -> GroupBy.STATUS;
            case PROVINCE -> GroupBy.PROVINCE;
            case REGENCY -> GroupBy.REGENCY;
            case DISTRICT -> GroupBy.DISTRICT;
            case VILLAGE -> GroupBy.VILLAGE;
            case LIBRARY -> GroupBy.LIBRARY;
            case REPORTER -> GroupBy.REPORTER;
            case PARTS ->
                about.library().isPresent()
                        ? GroupBy.NONE
                        : about.region().map(region -> partsOf(region.level())).orElseGet(() -> partsOf(asker.scope()));
        };
    }

    private static GroupBy partsOf(RegionLevel level) {
        return switch (level) {
            case PROVINCE -> GroupBy.REGENCY;
            case REGENCY -> GroupBy.DISTRICT;
            case DISTRICT -> GroupBy.VILLAGE;
            case VILLAGE -> GroupBy.LIBRARY;
        };
    }

    /// The level of the largest of several regions.
    private static GroupBy partsOf(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> GroupBy.PROVINCE;
            case Scope.Parts(var codes, var _) ->
                codes.stream().mapToInt(String::length).min().stream()
                        .mapToObj(length -> Stream.of(RegionLevel.values())
                                .filter(level -> level.codeLength() == length)
                                .findFirst()
                                .map(level -> GroupBy.valueOf(level.name()))
                                .orElse(GroupBy.LIBRARY))
                        .findFirst()
                        .orElse(GroupBy.LIBRARY);
        };
    }

    private SummaryAnswer answer(Job.Summarise asked, About about, Summary summary, SummaryNames names) {
        var isTooSmall = asked.inGroup() && SmallRows.isTooSmall(summary);
        var rows = isTooSmall ? List.<SummaryRow>of() : summary.rows();
        var page = page(asked.asked().page(), rows.size());
        var lines = rows.stream()
                .skip((long) page * SummaryAnswer.MOST_LINES)
                .limit(SummaryAnswer.MOST_LINES)
                .map(row -> line(row, summary.query().groupBy(), names, about, asked.inGroup()))
                .toList();
        return answer(asked, about, summary, names, lines, rows.size());
    }

    private SummaryAnswer answer(
            Job.Summarise asked,
            About about,
            Summary summary,
            SummaryNames names,
            List<SummaryAnswer.Line> lines,
            int rows) {
        var isTooSmall = asked.inGroup() && SmallRows.isTooSmall(summary);
        return new SummaryAnswer(
                about.title(),
                filters(asked.asked().filter(), texts.sums(asked.language()), names),
                isTooSmall ? Totals.NONE : summary.totals(),
                isTooSmall ? Totals.NONE : summary.before(),
                summary.coverage(),
                asked.inGroup() ? "" : about.up(),
                lines,
                rows,
                isTooSmall);
    }

    private static int page(int asked, int rows) {
        return Math.clamp(asked, 0, Math.max(0, (rows - 1) / SummaryAnswer.MOST_LINES));
    }

    private static SummaryAnswer.Line line(
            SummaryRow row, GroupBy groupBy, SummaryNames names, About about, boolean inGroup) {
        var opens = switch (row.key()) {
            case GroupKey.OfRegion(var region) when !about.region().equals(Optional.of(region)) -> code(region);
            case GroupKey.OfLibrary(var library) -> "l" + Long.toString(library.id(), Character.MAX_RADIX);
            default -> "";
        };
        var label = row.key() instanceof GroupKey.OfMonth(var month) ? month.toString() : names.of(groupBy, row.key());
        return new SummaryAnswer.Line(
                label, row.totals().reports(), row.totals().participants(), inGroup ? "" : opens);
    }

    /// The reports of a library in place of its parts.
    private SummaryAnswer withReports(
            DSLContext db, Job.Summarise asked, About about, Asker asker, Summary summary, SummaryNames names) {
        var all = Math.toIntExact(summary.totals().reports());
        var page = page(asked.asked().page(), all);
        var reviews = asker.actor()
                .filter(actor -> Permissions.mayDoSomewhere(actor, Action.ASK_CORRECTION)
                        || Permissions.mayDoSomewhere(actor, Action.STAND_IN))
                .isPresent();
        var reports = new CountedReportList(db)
                .list(summary.query(), SummaryAnswer.MOST_LINES, page * SummaryAnswer.MOST_LINES);
        var lines = new ArrayList<SummaryAnswer.Line>();
        for (var report : reports) {
            var words = texts.sums(asked.language());
            var label = words.dayShort(report.day()) + " · " + report.title().orElse(report.number());
            var opens = reviews ? "n" + report.number() : publicUrl + "/laporan/" + report.number();
            lines.add(new SummaryAnswer.Line(label, 0, report.participants(), opens));
        }
        return answer(asked, about, summary, names, lines, all);
    }

    private static List<String> filters(SummaryFilter filter, SummaryWords words, SummaryNames names) {
        return Stream.of(
                        filter.formId().map(names::form),
                        filter.status().map(words::status),
                        filter.topic().map(code -> names.choice(GroupBy.TOPIC, code)),
                        filter.activityForm().map(code -> names.choice(GroupBy.ACTIVITY_FORM, code)),
                        filter.ageGroup().map(code -> names.choice(GroupBy.AGE_GROUP, code)),
                        filter.partner().map(code -> names.choice(GroupBy.PARTNER, code)),
                        filter.fund().map(code -> names.choice(GroupBy.FUND, code)))
                .flatMap(Optional::stream)
                .toList();
    }
}
