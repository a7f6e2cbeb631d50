package id.laporpustaka.web;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.summary.score.Goal;
import id.laporpustaka.summary.score.Indicator;
import id.laporpustaka.summary.score.RuleProblem;
import id.laporpustaka.summary.score.ScoreRules;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The rules of the score as fields of a form: written into them, and read from them with every problem at its field.
///
/// Weights are typed in percent. Types of which the same is expected share a column; the rules keep each type apart.
final class ScoreRulesForm {
    static final String YEAR = "year";
    static final String LABEL = "label";
    static final String GREEN = "green";
    static final String YELLOW = "yellow";
    static final String DAY = "day";
    static final String SESSIONS = "sessions";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}(?:[.,][0-9]{1,2})?");

    /// The columns, by the type that stands for each.
    static final Map<LibraryType, List<LibraryType>> GROUPS = groups();

    private final Frame frame;
    private final ScoreRules before;
    private final Map<String, String> problems = new HashMap<>();

    ScoreRulesForm(Frame frame, ScoreRules before) {
        this.frame = frame;
        this.before = before;
    }

    private static Map<LibraryType, List<LibraryType>> groups() {
        var groups = new LinkedHashMap<LibraryType, List<LibraryType>>();
        groups.put(
                LibraryType.DESA,
                List.of(
                        LibraryType.DESA,
                        LibraryType.KEL,
                        LibraryType.KEC,
                        LibraryType.TBM,
                        LibraryType.IBD,
                        LibraryType.PSN,
                        LibraryType.LAIN));
        groups.put(LibraryType.KAB, List.of(LibraryType.KAB));
        groups.put(LibraryType.PROV, List.of(LibraryType.PROV));
        return groups;
    }

    static String target(String indicator, String group) {
        return "t." + indicator + "." + group;
    }

    static String weight(String indicator, String group) {
        return "w." + indicator + "." + group;
    }

    Map<String, String> problems() {
        return problems;
    }

    /// What stands in the fields for rules.
    static Map<String, String> write(ScoreRules rules, int year) {
        var typed = new HashMap<String, String>();
        typed.put(YEAR, Integer.toString(year));
        typed.put(LABEL, rules.label());
        typed.put(GREEN, plain(rules.green()));
        typed.put(YELLOW, plain(rules.yellow()));
        typed.put(DAY, Integer.toString(rules.mostADay()));
        typed.put(SESSIONS, Integer.toString(rules.mostSessions()));
        for (var counting : rules.countings()) {
            for (var group : GROUPS.keySet()) {
                var goal = rules.goal(group, counting.indicator());
                typed.put(target(counting.indicator().name(), group.name()), plain(goal.target()));
                typed.put(
                        weight(counting.indicator().name(), group.name()),
                        plain(goal.weight().movePointRight(2)));
            }
        }
        return typed;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /// The rules that were typed; empty if there are [#problems()].
    Optional<ScoreRules> read(Function<String, String> typed) {
        var green = number(typed, GREEN);
        var yellow = number(typed, YELLOW);
        var goals = new EnumMap<LibraryType, Map<Indicator, Goal>>(LibraryType.class);
        for (var group : GROUPS.entrySet()) {
            var ofGroup = new EnumMap<Indicator, Goal>(Indicator.class);
            for (var counting : before.countings()) {
                var name = counting.indicator().name();
                ofGroup.put(
                        counting.indicator(),
                        new Goal(
                                number(typed, target(name, group.getKey().name())),
                                number(typed, weight(name, group.getKey().name()))
                                        .movePointLeft(2)));
            }
            group.getValue().forEach(type -> goals.put(type, ofGroup));
        }
        var rules = new ScoreRules(
                whole(typed, YEAR),
                typed.apply(LABEL),
                green,
                yellow,
                whole(typed, DAY),
                whole(typed, SESSIONS),
                before.countings(),
                goals);
        rules.problems().forEach(this::add);
        return problems.isEmpty() ? Optional.of(rules) : Optional.empty();
    }

    private BigDecimal number(Function<String, String> typed, String field) {
        var text = typed.apply(field).strip();
        if (!NUMBER.matcher(text).matches()) {
            problems.put(field, frame.text("score.problem.number", text));
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private int whole(Function<String, String> typed, String field) {
        var text = typed.apply(field).strip();
        var number = Desk.findNumber(text);
        if (number.isEmpty()) {
            problems.put(field, frame.text("score.problem.number", text));
        }
        return number.orElse(0);
    }

    /// One problem a field: that it is no number says more than what follows from it.
    private void add(RuleProblem problem) {
        switch (problem) {
            case RuleProblem.WeightsDoNotAddUp(var type, var sum) -> {
                if (GROUPS.containsKey(type)) {
                    problems.putIfAbsent(
                            "w." + type.name(), frame.text("score.problem.weights", plain(sum.movePointRight(2))));
                }
            }
            case RuleProblem.WeightOutOfRange(var type, var indicator) -> {
                if (GROUPS.containsKey(type)) {
                    problems.putIfAbsent(weight(indicator.name(), type.name()), frame.text("score.problem.weight"));
                }
            }
            case RuleProblem.TargetOutOfRange(var type, var indicator) -> {
                if (GROUPS.containsKey(type)) {
                    problems.putIfAbsent(target(indicator.name(), type.name()), frame.text("score.problem.target"));
                }
            }
            case RuleProblem.ThresholdsOutOfOrder _ ->
                problems.putIfAbsent(GREEN, frame.text("score.problem.thresholds"));
            case RuleProblem.DayLimitOutOfRange() ->
                problems.putIfAbsent(DAY, frame.text("score.problem.limit", ScoreRules.MOST));
            case RuleProblem.SessionLimitOutOfRange() ->
                problems.putIfAbsent(SESSIONS, frame.text("score.problem.limit", ScoreRules.MOST));
            case RuleProblem.LabelOutOfRange() ->
                problems.putIfAbsent(LABEL, frame.text("score.problem.label", ScoreRules.LONGEST_LABEL));
            case RuleProblem.YearOutOfRange() -> problems.putIfAbsent(YEAR, frame.text("score.problem.year"));
        }
    }
}
