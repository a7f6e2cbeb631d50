package id.laporpustaka.form.expression;

import id.laporpustaka.form.expression.Token.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Compiles expressions: a Pratt parser over the grammar of XPath 1.0 section 3, with as much of paths as forms
/// use.
///
/// Understood are literals, `${name}`, `.`, `../name`, `/form/group/name`,
/// `instance('table')/root/item[…]/column`, functions, parentheses and the operators `or and = != < <= > >= + -
/// * div mod`.
public final class Expressions {
    private static final int LONGEST = 32_767;
    private static final int DEEPEST = 100;
    private static final int HIGHEST = 1_000;
    private static final int UNARY = 7;

    private final List<Token> tokens;
    private final Names names;
    private final TypeChecks checks;
    private final Set<Integer> slots = new HashSet<>();
    private final Set<Integer> repeats = new HashSet<>();
    private final Set<Integer> tables = new HashSet<>();
    private OptionalInt rowsOf = OptionalInt.empty();
    private boolean usesSelf;
    private boolean once;
    private int next;
    private int depth;
    private int height;

    private Expressions(List<Token> tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
        this.checks = new TypeChecks(names);
    }

    public static Compilation compile(String text, Names names) {
        if (text.length() > LONGEST) {
            return new Compilation.Faulty(new Fault.TooLong(LONGEST));
        }
        try {
            var compiler = new Expressions(Lexer.tokens(text), names);
            var root = compiler.expression(0);
            compiler.expectEnd();
            var uses = new Expression.Uses(
                    compiler.slots,
                    compiler.repeats,
                    compiler.tables,
                    compiler.usesSelf,
                    compiler.once,
                    compiler.tokens.size());
            return new Compilation.Compiled(new Expression(root, uses), compiler.checks.doubts());
        } catch (FaultFound found) {
            return new Compilation.Faulty(found.fault());
        }
    }

    private Node expression(int weakest) throws FaultFound {
        if (++depth > DEEPEST) {
            throw new FaultFound(new Fault.TooDeep(DEEPEST));
        }
        height = 0;
        var left = operand();
        for (var strength = strength(peek()); strength > weakest; strength = strength(peek())) {
            var operator = take().text();
            var leftHeight = height;
            var right = expression(strength);
            grow(Math.max(leftHeight, height));
            checks.operator(operator, left, right);
            left = Operators.join(operator, left, right);
        }
        depth--;
        return left;
    }

    /// Evaluating a tree takes a stack as deep as the tree is high.
    private void grow(int ofParts) throws FaultFound {
        height = ofParts + 1;
        if (height > HIGHEST) {
            throw new FaultFound(new Fault.TooDeep(HIGHEST));
        }
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
            case REFERENCE -> reference(token.text());
            case WORD -> word(token);
            case SYMBOL -> symbol(token);
            case END -> throw new FaultFound(new Fault.EndsTooEarly());
        };
    }

    private Node word(Token token) throws FaultFound {
        if (peek().is("(")) {
            take();
            return switch (token.text()) {
                case "position" -> position();
                case "current" -> current();
                case "instance" -> rows();
                default -> call(token.text());
            };
        }
        if (isColumn(token.text())) {
            return new References.Column(token.text());
        }
        throw new FaultFound(new Fault.UnknownName(token.text(), Suggestion.find(token.text(), names.questions())));
    }

    private Node call(String function) throws FaultFound {
        once |= function.equals("once");
        usesSelf |= function.equals("once");
        var arguments = arguments();
        checks.function(function, arguments);
        return Functions.call(function, arguments, this);
    }

    private boolean isColumn(String word) {
        return rowsOf.isPresent() ? names.columns(rowsOf.getAsInt()).contains(word) : names.isChoiceColumn(word);
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
                grow(height);
                if (negated instanceof References.Literal(var datum)) {
                    yield constant(Datum.of(-datum.number()));
                }
                checks.number(negated, "-");
                yield context -> Datum.of(-negated.value(context).number());
            }
            case "." -> {
                usesSelf = true;
                yield new References.Self();
            }
            case ".." -> {
                expect("/");
                yield path();
            }
            case "/" -> path();
            default -> throw unexpected(token);
        };
    }

    /// The rest of a path to a question. Names are unique in a form, so its last step says which.
    private Node path() throws FaultFound {
        while (takeIf("..")) {
            expect("/");
        }
        var step = take();
        while (step.kind() == Kind.WORD && takeIf("/")) {
            step = take();
        }
        if (step.kind() != Kind.WORD) {
            throw unexpected(step);
        }
        return reference(step.text());
    }

    /// `position(..)`: the number of the instance.
    private Node position() throws FaultFound {
        if (peek().kind() == Kind.REFERENCE) {
            reference(take().text());
        } else {
            expect("..");
            while (takeIf("/")) {
                expect("..");
            }
        }
        expect(")");
        return context -> Datum.of(context.position());
    }

    /// `current()/../name`, as it is written in filters.
    private Node current() throws FaultFound {
        expect(")");
        expect("/");
        if (takeIf(".")) {
            usesSelf = true;
            return new References.Self();
        }
        return path();
    }

    /// `instance('table')/root/item[…]/column`; without a column the rows themselves.
    private Node rows() throws FaultFound {
        var name = take();
        if (name.kind() != Kind.TEXT) {
            throw new FaultFound(new Fault.MustBeLiteral("instance"));
        }
        var table = table(name.text());
        if (!names.hasRows(table)) {
            throw new FaultFound(new Fault.OnlyPulldata(name.text()));
        }
        tables.add(table);
        expect(")");
        for (var step : List.of("root", "item")) {
            expect("/");
            var word = take();
            if (!word.isWord(step)) {
                throw unexpected(word);
            }
        }
        var predicate = constant(Datum.TRUE);
        if (takeIf("[")) {
            var around = rowsOf;
            rowsOf = OptionalInt.of(table);
            predicate = expression(0);
            rowsOf = around;
            expect("]");
        }
        return new References.Rows(table, predicate, takeIf("/") ? column(table, take()) : "name");
    }

    private String column(int table, Token token) throws FaultFound {
        if (token.kind() != Kind.WORD) {
            throw unexpected(token);
        }
        var columns = names.columns(table);
        if (!columns.contains(token.text())) {
            throw new FaultFound(
                    new Fault.UnknownColumn(token.text(), columns, Suggestion.find(token.text(), columns)));
        }
        return token.text();
    }

    int table(String name) throws FaultFound {
        var table = names.findTable(name.strip());
        if (table.isEmpty()) {
            throw new FaultFound(new Fault.UnknownTable(name, Suggestion.find(name, names.tables())));
        }
        return table.getAsInt();
    }

    /// @throws FaultFound if the table has no such column, or can't find it by that key
    void checkCell(int table, String column, String key) throws FaultFound {
        var columns = names.columns(table);
        if (!columns.contains(column)) {
            throw new FaultFound(new Fault.UnknownColumn(column, columns, Suggestion.find(column, columns)));
        }
        var keys = names.keys(table, column);
        if (!keys.contains(key)) {
            throw new FaultFound(new Fault.UnknownColumn(key, keys, Suggestion.find(key, keys)));
        }
    }

    private Arguments arguments() throws FaultFound {
        var arguments = new Arguments();
        var highest = 0;
        if (!peek().is(")")) {
            do {
                var start = next;
                var node = expression(0);
                highest = Math.max(highest, height);
                var literal = tokens.get(start).kind() == Kind.TEXT && next == start + 1;
                arguments.add(node, literal ? tokens.get(start).text() : null);
            } while (takeIf(","));
        }
        expect(")");
        grow(highest);
        return arguments;
    }

    private static Node constant(Datum datum) {
        return new References.Literal(datum);
    }

    private Node reference(String name) throws FaultFound {
        if (name.startsWith("last-saved#")) {
            throw new FaultFound(new Fault.NotSupportedYet("${last-saved#…}"));
        }
        var repeat = names.findRepeat(name);
        if (repeat.isPresent()) {
            repeats.add(repeat.getAsInt());
            return new References.Instances(repeat.getAsInt());
        }
        return new References.Answer(slot(name));
    }

    /// `jr:choice-name` takes the name of a question as a text: `'${name}'`.
    int slotOfLiteral(String literal) throws FaultFound {
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
