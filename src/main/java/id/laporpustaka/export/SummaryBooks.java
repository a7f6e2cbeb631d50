package id.laporpustaka.export;

import id.laporpustaka.people.Scope;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.summary.score.Frozen;
import id.laporpustaka.summary.score.LibraryFigures;
import id.laporpustaka.summary.score.Rulebook;
import id.laporpustaka.summary.score.Score;
import id.laporpustaka.summary.score.ScorePeriod;
import id.laporpustaka.summary.score.ScoreRules;
import id.laporpustaka.summary.score.Scores;
import id.laporpustaka.summary.score.Snapshots;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Reads what printed summaries tell.
final class SummaryBooks {
    private static final List<GroupBy> BREAKDOWNS =
            List.of(GroupBy.TYPE, GroupBy.TOPIC, GroupBy.AGE_GROUP, GroupBy.PARTNER);

    private final DSLContext db;

    /// @param db a snapshot
    SummaryBooks(DSLContext db) {
        this.db = db;
    }

    /// Of a scope, or of a part of it, in a period.
    SummaryBook read(Scope scope, Optional<String> regionCode, Period period, LocalDate today) {
        var all = SummaryQuery.of(period, scope);
        var query = regionCode.map(all::inRegion).orElse(all);
        var summaries = new Summaries(db);
        var whole = summaries.summarise(query);
        var breakdowns = YearMonth.from(period.from()).equals(YearMonth.from(period.to()))
                ? BREAKDOWNS
                : Stream.concat(Stream.of(GroupBy.MONTH), BREAKDOWNS.stream()).toList();
        return new SummaryBook(
                whole,
                breakdowns.stream()
                        .map(by -> summaries.summarise(query.by(by)))
                        .filter(part -> !part.rows().isEmpty())
                        .toList(),
                summaries.summarise(query.by(parts(scope, regionCode))),
                standing(scope, regionCode, period.to().getYear(), today));
    }

    /// What lies next below.
    private static GroupBy parts(Scope scope, Optional<String> regionCode) {
        var largest = regionCode.or(() -> switch (scope) {
            case Scope.Everything() -> Optional.of("");
            case Scope.Parts(var codes, var _) ->
                codes.stream().min((one, other) -> Integer.compare(one.length(), other.length()));
        });
        return largest.map(SummaryBooks::below).orElse(GroupBy.LIBRARY);
    }

    private static GroupBy below(String code) {
        return Stream.of(RegionLevel.values())
                .filter(level -> level.codeLength() > code.length() && level.compareTo(RegionLevel.DISTRICT) <= 0)
                .findFirst()
                .map(level -> GroupBy.valueOf(level.name()))
                .orElse(GroupBy.LIBRARY);
    }

    private Optional<SummaryBook.Standing> standing(
            Scope scope, Optional<String> regionCode, int year, LocalDate today) {
        var frozen =
                year < today.getYear() ? new Snapshots(db).find(scope, regionCode, year) : Optional.<Frozen>empty();
        var rules = frozen.map(of -> of.version().rules())
                .orElseGet(() -> new Rulebook(db).inForce(year).rules());
        var libraries = frozen.map(of -> of.libraries())
                .orElseGet(() -> new Scores(db).list(scope, regionCode, rules, ScorePeriod.ofYear(year), today));
        return libraries.isEmpty() ? Optional.empty() : Optional.of(standing(year, rules, libraries));
    }

    private static SummaryBook.Standing standing(int year, ScoreRules rules, List<LibraryFigures> libraries) {
        var colours = new EnumMap<Colour, Integer>(Colour.class);
        for (var colour : Colour.values()) {
            colours.put(colour, 0);
        }
        var scores = libraries.stream()
                .map(library -> Score.of(rules, library.figures()))
                .toList();
        scores.forEach(score -> colours.merge(score.colour(), 1, Integer::sum));
        return new SummaryBook.Standing(
                year,
                scores.size() == 1
                        ? Optional.of(new SummaryBook.Single(
                                scores.getFirst().points(), scores.getFirst().colour()))
                        : Optional.empty(),
                colours,
                (int) libraries.stream().filter(library -> !library.joined()).count());
    }
}
