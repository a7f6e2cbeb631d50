package id.laporpustaka.form.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The functions of XLSForm that have a meaning in a chat: which there are, and how many arguments each takes.
/// What they do is in [LogicFunctions], [TextFunctions], [NumberFunctions], [TimeFunctions], [ChoiceFunctions],
/// [SetFunctions].
///
/// An evaluation depends on nothing but answers and facts, so `uuid` and `random` are drawn from the facts.
final class Functions {
    private static final int ANY = Integer.MAX_VALUE;
    private static final Set<String> NOT_YET = Set.of(
            "last",
            "area",
            "distance",
            "geofence",
            "digest",
            "base64-decode",
            "extract-signed",
            "checklist",
            "weighted-checklist",
            "translate",
            "randomize",
            "jr:itext");

    private static final Map<String, Definition> DEFINITIONS = Map.ofEntries(
            function("true", 0, 0, _ -> _ -> Datum.TRUE),
            function("false", 0, 0, _ -> _ -> Datum.FALSE),
            function("not", 1, 1, LogicFunctions::not),
            function("boolean", 1, 1, LogicFunctions::truth),
            function("if", 3, 3, LogicFunctions::choose),
            function("coalesce", 2, ANY, LogicFunctions::coalesce),
            function("once", 1, 1, LogicFunctions::once),
            function("string", 1, 1, TextFunctions::string),
            function("string-length", 0, 1, TextFunctions::length),
            function("concat", 0, ANY, TextFunctions::concat),
            function("join", 1, ANY, TextFunctions::join),
            function("contains", 2, 2, TextFunctions::contains),
            function("starts-with", 2, 2, TextFunctions::startsWith),
            function("ends-with", 2, 2, TextFunctions::endsWith),
            function("substring-before", 2, 2, TextFunctions::before),
            function("substring-after", 2, 2, TextFunctions::after),
            function("substr", 2, 3, TextFunctions::part),
            function("normalize-space", 0, 1, TextFunctions::normalizeSpace),
            function("number", 1, 1, NumberFunctions::number),
            function("int", 1, 1, NumberFunctions::whole),
            function("floor", 1, 1, NumberFunctions::floor),
            function("ceiling", 1, 1, NumberFunctions::ceiling),
            function("round", 1, 2, NumberFunctions::round),
            function("abs", 1, 1, NumberFunctions::abs),
            function("pow", 2, 2, NumberFunctions::power),
            function("sum", 1, ANY, NumberFunctions::sum),
            function("min", 1, ANY, NumberFunctions::min),
            function("max", 1, ANY, NumberFunctions::max),
            function("count", 1, ANY, SetFunctions::count),
            function("count-non-empty", 1, ANY, SetFunctions::countNonEmpty),
            function("uuid", 0, 1, _ -> context -> Datum.of(context.uuid())),
            function("random", 0, 0, _ -> context -> Datum.of(context.random())),
            function("today", 0, 0, _ -> TimeFunctions.today()),
            function("now", 0, 0, _ -> TimeFunctions.now()),
            function("date", 1, 1, TimeFunctions::day),
            function("date-time", 1, 1, TimeFunctions::moment),
            function("decimal-date-time", 1, 1, TimeFunctions::decimalDateTime),
            function("decimal-time", 1, 1, TimeFunctions::decimalTime),
            function("format-date", 2, 2, TimeFunctions::format),
            function("format-date-time", 2, 2, TimeFunctions::format),
            function("selected", 2, 2, ChoiceFunctions::selected),
            function("selected-at", 2, 2, ChoiceFunctions::selectedAt),
            function("count-selected", 1, 1, ChoiceFunctions::count));

    private Functions() {}

    static Node call(String name, Arguments arguments, Expressions compiler) throws FaultFound {
        return switch (name) {
            case "regex" -> {
                checkCount(name, 2, 2, arguments);
                var pattern = BudgetedPattern.of(literal(name, arguments, 1));
                var text = arguments.get(0);
                yield context -> Datum.of(pattern.matches(text.value(context).text(), context));
            }
            case "jr:choice-name" -> {
                checkCount(name, 2, 2, arguments);
                var slot = compiler.slotOfLiteral(literal(name, arguments, 1));
                var code = arguments.get(0);
                yield context ->
                        Datum.of(context.choiceLabel(slot, code.value(context).text()));
            }
            case "indexed-repeat" -> {
                checkCount(name, 3, 3, arguments);
                yield SetFunctions.indexed(arguments);
            }
            case "pulldata" -> {
                checkCount(name, 4, 4, arguments);
                var table = compiler.table(literal(name, arguments, 0));
                var column = literal(name, arguments, 1);
                var key = literal(name, arguments, 2);
                compiler.checkCell(table, column, key);
                var value = arguments.get(3);
                yield context -> Datum.of(
                        context.cell(table, column, key, value.value(context).text()));
            }
            default -> {
                var definition = DEFINITIONS.get(name);
                if (definition == null) {
                    throw new FaultFound(unknown(name));
                }
                checkCount(name, definition.least(), definition.most(), arguments);
                yield definition.builder().build(arguments.all());
            }
        };
    }

    private static Fault unknown(String name) {
        if (NOT_YET.contains(name)) {
            return new Fault.NotSupportedYet(name + "()");
        }
        return new Fault.UnknownFunction(name, suggestion(name));
    }

    private static Optional<String> suggestion(String name) {
        var known = new TreeSet<>(DEFINITIONS.keySet());
        known.addAll(
                List.of("regex", "jr:choice-name", "indexed-repeat", "pulldata", "instance", "position", "current"));
        return Suggestion.find(name, known);
    }

    private static void checkCount(String name, int least, int most, Arguments arguments) throws FaultFound {
        if (arguments.size() < least || arguments.size() > most) {
            throw new FaultFound(new Fault.WrongNumberOfArguments(name, least, most, arguments.size()));
        }
    }

    private static String literal(String name, Arguments arguments, int index) throws FaultFound {
        return arguments.findLiteral(index).orElseThrow(() -> new FaultFound(new Fault.MustBeLiteral(name)));
    }

    private static Map.Entry<String, Definition> function(String name, int least, int most, Builder builder) {
        return Map.entry(name, new Definition(least, most, builder));
    }

    private record Definition(int least, int most, Builder builder) {}

    @FunctionalInterface
    interface Builder {
        Node build(List<Node> arguments);
    }
}
