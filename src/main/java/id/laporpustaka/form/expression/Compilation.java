package id.laporpustaka.form.expression;

/// What became of the text of an expression.
public sealed interface Compilation {
    record Compiled(Expression expression) implements Compilation {}

    record Faulty(Fault fault) implements Compilation {}
}
