package id.laporpustaka.form.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Looks whether questions are used as what they are. Only what is asked of a question itself is checked, not
/// results of functions.
final class TypeChecks {
    private static final Set<String> OF_NUMBERS = Set.of("int", "round", "abs", "floor", "ceiling", "pow");
    private static final Set<String> EQUALITY = Set.of("=", "!=");
    private static final Set<String> LOGIC = Set.of("and", "or");

    private final Names names;
    private final List<Doubt> doubts = new ArrayList<>();

    TypeChecks(Names names) {
        this.names = names;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    void operator(String operator, Node left, Node right) throws FaultFound {
        if (EQUALITY.contains(operator)) {
            code(left, right);
            code(right, left);
        } else if (!LOGIC.contains(operator)) {
            number(left, operator);
            number(right, operator);
        }
    }

    void function(String name, Arguments arguments) throws FaultFound {
        if (OF_NUMBERS.contains(name) && arguments.size() > 0) {
            number(arguments.get(0), name + "()");
        } else if (name.equals("selected") && arguments.size() == 2) {
            choice(arguments.get(0));
            code(arguments.get(0), arguments.get(1));
        } else if ((name.equals("count-selected") || name.equals("selected-at")) && arguments.size() > 0) {
            choice(arguments.get(0));
        }
    }

    void number(Node node, String wanting) throws FaultFound {
        var slot = slot(node);
        if (slot.isEmpty()) {
            return;
        }
        var question = names.nameOf(slot.getAsInt());
        switch (names.kindOf(slot.getAsInt())) {
            case AnswerKind.Numeric _, AnswerKind.Anything _ -> {}
            case AnswerKind.Words _ -> doubt(new Doubt.TextAsNumber(question));
            case AnswerKind.Things _ -> throw new FaultFound(new Fault.NeverANumber(question, wanting));
            case AnswerKind.Codes(var known) -> {
                if (!known.isEmpty() && known.stream().noneMatch(TypeChecks::isNumberOrDay)) {
                    throw new FaultFound(new Fault.NeverANumber(question, wanting));
                }
            }
        }
    }

    private static boolean isNumberOrDay(String code) {
        return !Double.isNaN(Coercion.number(code))
                || Coercion.findMoment(Datum.of(code)).isPresent();
    }

    private void choice(Node node) {
        var slot = slot(node);
        if (slot.isPresent() && names.kindOf(slot.getAsInt()) instanceof AnswerKind.Numeric) {
            doubt(new Doubt.NotAChoice(names.nameOf(slot.getAsInt())));
        }
    }

    private void code(Node choice, Node other) {
        var slot = slot(choice);
        var code = literal(other);
        if (slot.isPresent()
                && code.isPresent()
                && !code.get().isBlank()
                && names.kindOf(slot.getAsInt()) instanceof AnswerKind.Codes(var known)
                && !known.isEmpty()
                && !known.contains(code.get().strip())
                && !isSeveral(code.get(), known)) {
            doubt(new Doubt.UnknownCode(
                    names.nameOf(slot.getAsInt()),
                    code.get().strip(),
                    Suggestion.find(code.get().strip(), known)));
        }
    }

    /// A `select_multiple` compared with several codes at once.
    private static boolean isSeveral(String codes, Set<String> known) {
        return known.containsAll(List.of(codes.strip().split("\\s+", -1)));
    }

    private void doubt(Doubt doubt) {
        if (!doubts.contains(doubt)) {
            doubts.add(doubt);
        }
    }

    private OptionalInt slot(Node node) {
        return switch (node) {
            case References.Answer(var slot) -> OptionalInt.of(slot);
            case References.Self _ -> names.self();
            default -> OptionalInt.empty();
        };
    }

    private static Optional<String> literal(Node node) {
        return node instanceof References.Literal(var datum) ? Optional.of(datum.text()) : Optional.empty();
    }
}
