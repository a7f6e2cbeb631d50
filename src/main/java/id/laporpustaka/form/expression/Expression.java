package id.laporpustaka.form.expression;

import java.util.Set;

/// A compiled expression: immutable, thread-safe, and always with an answer. What can't be computed is `''` or NaN.
public final class Expression {
    private final Node root;
    private final Set<Integer> slots;
    private final boolean usesSelf;

    Expression(Node root, Set<Integer> slots, boolean usesSelf) {
        this.root = root;
        this.slots = Set.copyOf(slots);
        this.usesSelf = usesSelf;
    }

    public static Expression constant(Datum datum) {
        return new Expression(_ -> datum, Set.of(), false);
    }

    public Datum value(Context context) {
        return root.value(context);
    }

    public boolean holds(Context context) {
        return root.value(context).truth();
    }

    /// The slots it reads.
    public Set<Integer> slots() {
        return slots;
    }

    /// Whether it has a `.`.
    public boolean usesSelf() {
        return usesSelf;
    }
}
