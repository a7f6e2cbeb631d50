package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.LIBRARY;

import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.submission.Deadlines;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// The scores that receipts tell, of many reports in one statement for each year and day, short enough for the
/// transaction that takes the reports. Safe to use from all threads.
public final class ReceiptScores {
    private final RulesInForce rules = new RulesInForce();

    private record Group(int year, LocalDate today) {}

    /// Of a year that is over for good nothing is told, nor of a library that is not in use or has no rules.
    public Map<ReceiptScore.Asked, ReceiptScore> find(DSLContext db, Collection<ReceiptScore.Asked> asked) {
        var groups = asked.stream()
                .filter(report ->
                        !report.today().isAfter(Deadlines.ofYear(report.heldOn().getYear())))
                .filter(report -> report.heldOn().getYear() <= report.today().getYear())
                .collect(Collectors.groupingBy(
                        report -> new Group(report.heldOn().getYear(), report.today())));
        var found = new HashMap<ReceiptScore.Asked, ReceiptScore>();
        groups.forEach((group, reports) -> {
            var ofYear = rules.find(db, group.year());
            var figures = figures(db, reports, ofYear, group);
            for (var report : reports) {
                Optional.ofNullable(figures.get(report.libraryId()))
                        .flatMap(months -> score(ofYear, report, months))
                        .ifPresent(score -> found.put(report, score));
            }
        });
        return found;
    }

    private static Map<Long, List<FiguresQuery.OfMonth>> figures(
            DSLContext db, List<ReceiptScore.Asked> reports, ScoreRules rules, Group group) {
        var libraries = reports.stream().map(ReceiptScore.Asked::libraryId).collect(Collectors.toSet());
        var further = reports.stream().flatMap(report -> report.with().stream()).toList();
        var without = reports.stream()
                .map(ReceiptScore.Asked::without)
                .flatMapToLong(OptionalLong::stream)
                .boxed()
                .toList();
        var seen = ScopeCondition.restrict(new Scope.Parts(new TreeSet<>(), libraries))
                .and(LIBRARY.ACTIVE);
        return new FiguresQuery(rules, ScorePeriod.ofYear(group.year()), group.today(), further, without)
                .listByMonth(db, seen).stream()
                        .collect(Collectors.groupingBy(month -> month.figures().libraryId()));
    }

    private static Optional<ReceiptScore> score(
            ScoreRules rules, ReceiptScore.Asked report, List<FiguresQuery.OfMonth> months) {
        var figures = months.stream()
                .map(month -> month.figures().figures())
                .reduce(Figures::plus)
                .orElseThrow();
        if (!rules.goals().containsKey(figures.type())) {
            return Optional.empty();
        }
        var score = Score.of(rules, figures);
        return Optional.of(new ReceiptScore(
                rules.label(),
                report.heldOn().getYear(),
                report.today(),
                score.points(),
                score.colour(),
                rules.countings().stream()
                        .filter(counting -> counting.formId().equals(report.formId()) && counting.countsReports())
                        .findFirst()
                        .map(counting -> reached(rules, counting, figures, report, months)),
                score.findGap(rules, figures).filter(gap -> gap.then() == gap.colour() || gap.then() == Colour.GREEN)));
    }

    private static ReceiptScore.Reached reached(
            ScoreRules rules,
            Counting counting,
            Figures year,
            ReceiptScore.Asked report,
            List<FiguresQuery.OfMonth> months) {
        var held = YearMonth.from(report.heldOn());
        var period = counting.months() == 1 ? ScorePeriod.ofMonth(held) : ScorePeriod.ofQuarter(held);
        var first = period.from().getMonthValue();
        var last = period.to().getMonthValue();
        var achieved = months.stream()
                .filter(month -> month.month() >= first && month.month() <= last)
                .mapToLong(month -> month.figures().figures().achieved(counting.indicator()))
                .sum();
        return new ReceiptScore.Reached(
                counting.indicator(),
                period,
                achieved,
                rules.goal(year.type(), counting.indicator()).target());
    }
}
