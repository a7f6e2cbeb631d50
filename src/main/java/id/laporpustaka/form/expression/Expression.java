package id.laporpustaka.form.expression;

import java.util.Set;

/// A compiled expression: immutable, thread-safe, and always with an answer. What can't be computed is `''` or
/// NaN.
public final class Expression {
    private final Node root;
    private final Uses uses;

    Expression(Node root, Uses uses) {
        this.root = root;
        this.uses = uses;
    }

    public static Expression constant(Datum datum) {
        return new Expression(_ -> datum, new Uses(Set.of(), Set.of(), Set.of(), false, false, 1));
    }

    /// [Datum#NOTHING] when the evaluation has run out of steps.
    public Datum value(Context context) {
        try {
            context.spend(uses.size());
            return root.value(context);
        } catch (OutOfSteps _) {
            return Datum.NOTHING;
        }
    }

    public boolean holds(Context context) {
        return value(context).truth();
    }

    public Uses uses() {
        return uses;
    }

    /// What an expression looks at.
    ///
    /// @param slots of answers
    /// @param repeats whose instances it counts
    /// @param tables of rows
    /// @param self whether it has a `.`
    /// @param once whether its first value is kept for good
    /// @param size how many steps it takes at least
    public record Uses(
            Set<Integer> slots, Set<Integer> repeats, Set<Integer> tables, boolean self, boolean once, int size) {
        public Uses {
            slots = Set.copyOf(slots);
            repeats = Set.copyOf(repeats);
            tables = Set.copyOf(tables);
        }
    }
}
