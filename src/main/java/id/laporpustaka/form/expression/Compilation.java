package id.laporpustaka.form.expression;

import java.util.List;

/// What became of the text of an expression.
public sealed interface Compilation {
    /// `doubts` is what it hardly means.
    record Compiled(Expression expression, List<Doubt> doubts) implements Compilation {
        public Compiled {
            doubts = List.copyOf(doubts);
        }
    }

    record Faulty(Fault fault) implements Compilation {}
}
