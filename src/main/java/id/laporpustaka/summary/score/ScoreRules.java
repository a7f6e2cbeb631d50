package id.laporpustaka.summary.score;

import id.laporpustaka.place.LibraryType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What is counted for a score, what is expected, and from where on it has which colour.
///
/// @param year the first one that they are for
/// @param label what is said wherever a score is, such as that it is on trial
/// @param mostADay reports of a limited kind that count, a library and day
/// @param mostSessions that count, a report and month
/// @param countings in the order in which they are shown
public record ScoreRules(
        int year,
        String label,
        BigDecimal green,
        BigDecimal yellow,
        int mostADay,
        int mostSessions,
        List<Counting> countings,
        Map<LibraryType, Map<Indicator, Goal>> goals) {
    public static final int FIRST_YEAR = 2000;
    public static final int LAST_YEAR = 2999;
    public static final int LONGEST_LABEL = 80;
    public static final int MOST = 99;
    public static final BigDecimal LARGEST_TARGET = BigDecimal.valueOf(1_000_000);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public ScoreRules {
        countings = List.copyOf(countings);
        var copied = new EnumMap<LibraryType, Map<Indicator, Goal>>(LibraryType.class);
        goals.forEach((type, ofType) -> copied.put(type, Collections.unmodifiableMap(new EnumMap<>(ofType))));
        goals = Collections.unmodifiableMap(copied);
    }

    public Goal goal(LibraryType type, Indicator indicator) {
        return Objects.requireNonNull(Objects.requireNonNull(goals.get(type)).get(indicator));
    }

    public Optional<Counting> findCounting(Indicator indicator) {
        return countings.stream()
                .filter(counting -> counting.indicator() == indicator)
                .findFirst();
    }

    Colour colour(BigDecimal points) {
        if (points.compareTo(green) >= 0) {
            return Colour.GREEN;
        }
        return points.compareTo(yellow) >= 0 ? Colour.YELLOW : Colour.RED;
    }

    /// What is wrong with them; rules without problems can be published.
    public List<RuleProblem> problems() {
        var problems = new ArrayList<RuleProblem>();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            problems.add(new RuleProblem.YearOutOfRange());
        }
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            problems.add(new RuleProblem.LabelOutOfRange());
        }
        if (yellow.signum() <= 0 || green.compareTo(yellow) <= 0 || green.compareTo(HUNDRED) > 0) {
            problems.add(new RuleProblem.ThresholdsOutOfOrder(green, yellow));
        }
        if (mostADay < 1 || mostADay > MOST) {
            problems.add(new RuleProblem.DayLimitOutOfRange());
        }
        if (mostSessions < 1 || mostSessions > MOST) {
            problems.add(new RuleProblem.SessionLimitOutOfRange());
        }
        for (var type : LibraryType.values()) {
            problems.addAll(problemsOf(type));
        }
        return problems;
    }

    private List<RuleProblem> problemsOf(LibraryType type) {
        var problems = new ArrayList<RuleProblem>();
        var sum = BigDecimal.ZERO;
        for (var counting : countings) {
            var goal = goal(type, counting.indicator());
            sum = sum.add(goal.weight());
            if (goal.target().signum() <= 0 || goal.target().compareTo(LARGEST_TARGET) > 0) {
                problems.add(new RuleProblem.TargetOutOfRange(type, counting.indicator()));
            }
            if (goal.weight().signum() < 0 || goal.weight().compareTo(BigDecimal.ONE) > 0) {
                problems.add(new RuleProblem.WeightOutOfRange(type, counting.indicator()));
            }
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            problems.add(new RuleProblem.WeightsDoNotAddUp(type, sum));
        }
        return problems;
    }
}
