package id.laporpustaka.form.expression;

import java.util.List;

/// Functions that decide.
final class LogicFunctions {
    private LogicFunctions() {}

    static Node not(List<Node> arguments) {
        var condition = arguments.getFirst();
        return context -> Datum.of(!condition.value(context).truth());
    }

    static Node truth(List<Node> arguments) {
        var value = arguments.getFirst();
        return context -> Datum.of(value.value(context).truth());
    }

    /// Only the branch that is taken is evaluated.
    static Node choose(List<Node> arguments) {
        var condition = arguments.get(0);
        var then = arguments.get(1);
        var otherwise = arguments.get(2);
        return context -> condition.value(context).truth() ? then.value(context) : otherwise.value(context);
    }

    static Node coalesce(List<Node> arguments) {
        return context -> {
            for (var argument : arguments) {
                var value = argument.value(context);
                if (!Datum.isNothing(value)) {
                    return value;
                }
            }
            return Datum.NOTHING;
        };
    }

    /// Keeps the value that is there already.
    static Node once(List<Node> arguments) {
        var value = arguments.getFirst();
        return context -> Datum.isNothing(context.self()) ? value.value(context) : context.self();
    }
}
