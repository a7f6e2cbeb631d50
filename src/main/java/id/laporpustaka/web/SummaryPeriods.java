package id.laporpustaka.web;

import id.laporpustaka.summary.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The periods that people choose from with one click, and what to say about an address that could not be
/// understood.
record SummaryPeriods(Frame frame, LocalDate today) {
    private static final int MONTHS = 6;

    /// @param at the address of the page for a period
    List<SummaryView.Choice> choices(Period shown, Function<Period, String> at) {
        var words = frame.words();
        var present = YearMonth.from(today);
        var choices = new ArrayList<SummaryView.Choice>();
        IntStream.range(0, MONTHS)
                .mapToObj(present::minusMonths)
                .forEach(month -> choices.add(choice(words.shortMonth(month), Period.ofMonth(month), shown, at)));
        for (var year : List.of(present.getYear(), present.getYear() - 1)) {
            var whole = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            choices.add(choice(words.text("summary.year", Integer.toString(year)), whole, shown, at));
        }
        return choices;
    }

    private SummaryView.Choice choice(String label, Period period, Period shown, Function<Period, String> at) {
        return new SummaryView.Choice(label, frame.link(at.apply(period)), period.equals(shown));
    }

    List<String> problems(SummaryParameters parameters) {
        return parameters.problems().stream().map(this::problem).toList();
    }

    private String problem(RequestProblem.Parameter problem) {
        return switch (problem.name()) {
            case SummaryParameters.REGION -> frame.text("summary.problem.region", problem.found());
            case SummaryParameters.GROUP_BY -> frame.text("summary.problem.group_by", problem.found());
            default ->
                problem.found().isEmpty()
                        ? frame.text("summary.problem.missing")
                        : frame.text("summary.problem.date", problem.found());
        };
    }
}
