package id.laporpustaka.web;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.summary.score.Goal;
import id.laporpustaka.summary.score.Indicator;
import id.laporpustaka.summary.score.RuleProblem;
import id.laporpustaka.summary.score.ScoreRules;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The rules of the score as fields of a form: written into them, and read from them with every problem at its field.
///
/// Weights are typed in percent. Each type of library has its own fields; those of which the same is expected as of
/// [#FIRST] say so with one.
final class ScoreRulesForm {
    static final String YEAR = "year";
    static final String LABEL = "label";
    static final String GREEN = "green";
    static final String YELLOW = "yellow";
    static final String DAY = "day";
    static final String SESSIONS = "sessions";

    /// What a field says that is ticked.
    static final String SAME = "yes";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}(?:[.,][0-9]{1,2})?");

    /// The type that others may be the same as.
    static final LibraryType FIRST = LibraryType.DESA;

    private final Frame frame;
    private final ScoreRules before;
    private final Map<String, String> problems = new HashMap<>();

    ScoreRulesForm(Frame frame, ScoreRules before) {
        this.frame = frame;
        this.before = before;
    }

    static String target(String indicator, String group) {
        return "t." + indicator + "." + group;
    }

    static String weight(String indicator, String group) {
        return "w." + indicator + "." + group;
    }

    static String same(LibraryType type) {
        return "same." + type.name();
    }

    /// Whether the same is expected of libraries of this type as of the first one.
    static boolean isSame(ScoreRules rules, LibraryType type) {
        return type != FIRST
                && rules.countings().stream()
                        .allMatch(counting ->
                                rules.goal(type, counting.indicator()).equals(rules.goal(FIRST, counting.indicator())));
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
        for (var type : LibraryType.values()) {
            if (isSame(rules, type)) {
                typed.put(same(type), SAME);
            }
            for (var counting : rules.countings()) {
                var goal = rules.goal(type, counting.indicator());
                typed.put(target(counting.indicator().name(), type.name()), plain(goal.target()));
                typed.put(
                        weight(counting.indicator().name(), type.name()),
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
        var first = goals(typed, FIRST);
        for (var type : LibraryType.values()) {
            var isFirst = type == FIRST || !typed.apply(same(type)).isEmpty();
            goals.put(type, isFirst ? first : goals(typed, type));
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

    private Map<Indicator, Goal> goals(Function<String, String> typed, LibraryType type) {
        var goals = new EnumMap<Indicator, Goal>(Indicator.class);
        for (var counting : before.countings()) {
            var name = counting.indicator().name();
            goals.put(
                    counting.indicator(),
                    new Goal(
                            number(typed, target(name, type.name())),
                            number(typed, weight(name, type.name())).movePointLeft(2)));
        }
        return goals;
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
            case RuleProblem.WeightsDoNotAddUp(var type, var sum) ->
                problems.putIfAbsent(
                        "w." + type.name(), frame.text("score.problem.weights", plain(sum.movePointRight(2))));
            case RuleProblem.WeightOutOfRange(var type, var indicator) ->
                problems.putIfAbsent(weight(indicator.name(), type.name()), frame.text("score.problem.weight"));
            case RuleProblem.TargetOutOfRange(var type, var indicator) ->
                problems.putIfAbsent(target(indicator.name(), type.name()), frame.text("score.problem.target"));
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
