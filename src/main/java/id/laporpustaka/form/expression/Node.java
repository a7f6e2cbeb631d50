package id.laporpustaka.form.expression;

import java.util.function.Consumer;

/// A part of a compiled expression.
@FunctionalInterface
interface Node {
    Datum value(Context context);

    /// All values of a node set, in order; anything else has one. As one value, a node set counts as its first.
    default void each(Context context, Consumer<Datum> sink) {
        sink.accept(value(context));
    }
}
