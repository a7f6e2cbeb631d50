package id.laporpustaka.form.expression;

import java.util.List;

/// Functions of node sets: the answers of all instances of a repeat, or the rows of a table.
final class SetFunctions {
    private SetFunctions() {}

    /// How many there are, answered or not.
    static Node count(List<Node> arguments) {
        return context -> {
            var count = new int[1];
            for (var argument : arguments) {
                argument.each(context, _ -> count[0]++);
            }
            return Datum.of(count[0]);
        };
    }

    static Node countNonEmpty(List<Node> arguments) {
        return context -> {
            var count = new int[1];
            for (var argument : arguments) {
                argument.each(context, value -> count[0] += Datum.isNothing(value) ? 0 : 1);
            }
            return Datum.of(count[0]);
        };
    }

    /// `indexed-repeat(${question}, ${repeat}, number)`.
    static Node indexed(Arguments arguments) throws FaultFound {
        var number = arguments.get(2);
        if (!(arguments.get(0) instanceof References.Answer(var slot))
                || !(arguments.get(1) instanceof References.Instances)) {
            throw new FaultFound(new Fault.MustBeName("indexed-repeat"));
        }
        return context -> {
            var instance = number.value(context).number();
            return context.answer(slot, Double.isNaN(instance) ? 0 : (int) instance);
        };
    }
}
