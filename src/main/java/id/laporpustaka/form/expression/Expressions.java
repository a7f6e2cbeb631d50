package id.laporpustaka.form.expression;

import id.laporpustaka.form.expression.Token.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compiles expressions: a Pratt parser over the grammar of XPath 1.0 section 3, without node sets.
///
/// Understood are literals, `${name}`, `.`, `../name`, functions, parentheses and the operators
/// `or and = != < <= > >= + - * div mod`.
public final class Expressions {
    private static final int LONGEST = 32_767;
    private static final int DEEPEST = 100;
    private static final int UNARY = 7;

    private final List<Token> tokens;
    private final Names names;
    private final Set<Integer> slots = new HashSet<>();
    private boolean usesSelf;
    private int next;
    private int depth;

    private Expressions(List<Token> tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
    }

    public static Compilation compile(String text, Names names) {
        if (text.length() > LONGEST) {
            return new Compilation.Faulty(new Fault.TooLong(LONGEST));
        }
        try {
            var compiler = new Expressions(Lexer.tokens(text), names);
            var root = compiler.expression(0);
            compiler.expectEnd();
            return new Compilation.Compiled(new Expression(root, compiler.slots, compiler.usesSelf));
        } catch (FaultFound found) {
            return new Compilation.Faulty(found.fault());
        }
    }

    private Node expression(int weakest) throws FaultFound {
        if (++depth > DEEPEST) {
            throw new FaultFound(new Fault.TooDeep(DEEPEST));
        }
        var left = operand();
        var chained = 0;
        for (var strength = strength(peek()); strength > weakest; strength = strength(peek())) {
            if (++chained > DEEPEST * 10) {
                throw new FaultFound(new Fault.TooDeep(DEEPEST * 10));
            }
            var operator = take().text();
            left = Operators.join(operator, left, expression(strength));
        }
        depth--;
        return left;
    }

    private static int strength(Token token) {
        if (token.kind() != Kind.SYMBOL && token.kind() != Kind.WORD) {
            return 0;
        }
        return switch (token.text()) {
            case "or" -> 1;
            case "and" -> 2;
            case "=", "!=" -> 3;
            case "<", "<=", ">", ">=" -> 4;
            case "+", "-" -> 5;
            case "*", "div", "mod" -> 6;
            default -> 0;
        };
    }

    private Node operand() throws FaultFound {
        var token = take();
        return switch (token.kind()) {
            case NUMBER -> constant(Datum.of(Double.parseDouble(token.text())));
            case TEXT -> constant(Datum.of(token.text()));
            case REFERENCE -> answer(slot(token.text()));
            case WORD -> word(token);
            case SYMBOL -> symbol(token);
            case END -> throw new FaultFound(new Fault.EndsTooEarly());
        };
    }

    private Node word(Token token) throws FaultFound {
        if (peek().is("(")) {
            take();
            return Functions.call(token.text(), arguments(), this::slotOfLiteral);
        }
        if (names.isChoiceColumn(token.text())) {
            var column = token.text();
            return context -> Datum.of(context.choiceColumn(column));
        }
        throw new FaultFound(new Fault.UnknownName(token.text(), Suggestion.find(token.text(), names.questions())));
    }

    private Node symbol(Token token) throws FaultFound {
        return switch (token.text()) {
            case "(" -> {
                var inner = expression(0);
                expect(")");
                yield inner;
            }
            case "-" -> {
                var negated = expression(UNARY);
                yield context -> Datum.of(-negated.value(context).number());
            }
            case "." -> {
                usesSelf = true;
                yield Context::self;
            }
            case ".." -> {
                expect("/");
                while (peek().is("..")) {
                    take();
                    expect("/");
                }
                var name = take();
                if (name.kind() != Kind.WORD) {
                    throw unexpected(name);
                }
                yield answer(slot(name.text()));
            }
            default -> throw unexpected(token);
        };
    }

    private Arguments arguments() throws FaultFound {
        var arguments = new Arguments();
        if (!peek().is(")")) {
            do {
                var start = next;
                var node = expression(0);
                var literal = tokens.get(start).kind() == Kind.TEXT && next == start + 1;
                arguments.add(node, literal ? tokens.get(start).text() : null);
            } while (takeIf(","));
        }
        expect(")");
        return arguments;
    }

    private static Node constant(Datum datum) {
        return _ -> datum;
    }

    private static Node answer(int slot) {
        return context -> context.answer(slot);
    }

    /// `jr:choice-name` takes the name of a question as a text: `'${name}'`.
    private int slotOfLiteral(String literal) throws FaultFound {
        var name = literal.strip();
        if (name.startsWith("${") && name.endsWith("}")) {
            name = name.substring(2, name.length() - 1).strip();
        }
        return slot(name);
    }

    private int slot(String name) throws FaultFound {
        var slot = names.findSlot(name);
        if (slot.isEmpty()) {
            throw new FaultFound(new Fault.UnknownName(name, Suggestion.find(name, names.questions())));
        }
        slots.add(slot.getAsInt());
        return slot.getAsInt();
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        var token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    private boolean takeIf(String symbol) {
        if (!peek().is(symbol)) {
            return false;
        }
        take();
        return true;
    }

    private void expect(String symbol) throws FaultFound {
        var token = take();
        if (!token.is(symbol)) {
            throw unexpected(token);
        }
    }

    private void expectEnd() throws FaultFound {
        if (peek().kind() != Kind.END) {
            throw unexpected(peek());
        }
    }

    private static FaultFound unexpected(Token token) {
        return new FaultFound(
                token.kind() == Kind.END ? new Fault.EndsTooEarly() : new Fault.Unexpected(token.text(), token.at()));
    }
}
