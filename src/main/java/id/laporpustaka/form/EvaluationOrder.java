package id.laporpustaka.form;

import id.laporpustaka.form.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// In which order relevance and calculations are worked out, so that each is known before it is needed.
///
/// Groups and questions are counted through: first the groups, then the questions.
public sealed interface EvaluationOrder {
    record Sorted(List<Integer> nodes) implements EvaluationOrder {
        public Sorted {
            nodes = List.copyOf(nodes);
        }
    }

    /// Each of these needs the next, and the last needs the first.
    record Circle(List<Integer> nodes) implements EvaluationOrder {
        public Circle {
            nodes = List.copyOf(nodes);
        }
    }

    /// Sorts what a form works out.
    ///
    /// @param questions those of the rules, in their order
    static EvaluationOrder of(List<Question> questions, Rules rules) {
        return new Sorter(questions, rules).sort();
    }

    /// Depth first, with a stack of its own: a chain of calculations may be longer than Java's stack.
    final class Sorter {
        private static final byte NEW = 0;
        private static final byte OPEN = 1;
        private static final byte DONE = 2;

        private final List<List<Integer>> needs = new ArrayList<>();
        private final byte[] states;
        private final int[] positions;
        private final List<Integer> sorted = new ArrayList<>();

        private Sorter(List<Question> questions, Rules rules) {
            var groups = rules.groups().size();
            for (var group : rules.groups()) {
                needs.add(needs(
                        groups,
                        group.parent(),
                        List.of(group.relevant(), group.repeat().flatMap(Rules.OfRepeat::count))));
            }
            for (var slot = 0; slot < questions.size(); slot++) {
                var question = rules.questions().get(slot);
                needs.add(needs(
                        groups, question.group(), List.of(question.relevant(), worth(questions.get(slot), question))));
            }
            states = new byte[needs.size()];
            positions = new int[needs.size()];
        }

        /// What a question's value is worked out from; a hidden one, which nobody is asked, takes what it suggests.
        private static Optional<Expression> worth(Question question, Rules.OfQuestion rules) {
            return question.type() == QuestionType.HIDDEN
                    ? rules.calculation().or(rules::suggestion)
                    : rules.calculation();
        }

        private static List<Integer> needs(int groups, int parent, List<Optional<Expression>> expressions) {
            var needs = new TreeSet<Integer>();
            if (parent >= 0) {
                needs.add(parent);
            }
            for (var expression : expressions) {
                expression.map(Expression::uses).ifPresent(uses -> {
                    needs.addAll(uses.repeats());
                    uses.slots().forEach(slot -> needs.add(groups + slot));
                });
            }
            return List.copyOf(needs);
        }

        private EvaluationOrder sort() {
            for (var node = 0; node < states.length; node++) {
                var circle = visit(node);
                if (!circle.isEmpty()) {
                    return new Circle(circle);
                }
            }
            return new Sorted(sorted);
        }

        private List<Integer> visit(int start) {
            var path = new ArrayList<Integer>();
            if (states[start] == NEW) {
                open(start, path);
            }
            while (!path.isEmpty()) {
                var node = path.getLast();
                if (positions[node] == needs.get(node).size()) {
                    states[node] = DONE;
                    sorted.add(node);
                    path.removeLast();
                } else {
                    var needed = needs.get(node).get(positions[node]++);
                    if (states[needed] == OPEN) {
                        return path.subList(path.indexOf(needed), path.size());
                    }
                    if (states[needed] == NEW) {
                        open(needed, path);
                    }
                }
            }
            return List.of();
        }

        private void open(int node, List<Integer> path) {
            states[node] = OPEN;
            path.add(node);
        }
    }
}
