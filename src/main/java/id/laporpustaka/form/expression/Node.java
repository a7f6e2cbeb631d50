package id.laporpustaka.form.expression;

/// A part of a compiled expression.
@FunctionalInterface
interface Node {
    Datum value(Context context);
}
