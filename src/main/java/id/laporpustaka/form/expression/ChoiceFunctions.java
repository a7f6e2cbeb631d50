package id.laporpustaka.form.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/// Functions of chosen codes, which are a text with spaces between them.
final class ChoiceFunctions {
    private ChoiceFunctions() {}

    static Node selected(List<Node> arguments) {
        var chosen = arguments.get(0);
        var code = arguments.get(1);
        return context -> Datum.of(
                codes(chosen.value(context)).contains(code.value(context).text().strip()));
    }

    /// Counts from 0; `''` outside.
    static Node selectedAt(List<Node> arguments) {
        var chosen = arguments.get(0);
        var place = arguments.get(1);
        return context -> {
            var codes = codes(chosen.value(context));
            var index = place.value(context).number();
            return index >= 0 && index < codes.size() ? Datum.of(codes.get((int) index)) : Datum.NOTHING;
        };
    }

    static Node count(List<Node> arguments) {
        var chosen = arguments.getFirst();
        return context -> Datum.of(codes(chosen.value(context)).size());
    }

    private static List<String> codes(Datum chosen) {
        var codes = new ArrayList<String>();
        var words = new StringTokenizer(chosen.text());
        while (words.hasMoreTokens()) {
            codes.add(words.nextToken());
        }
        return codes;
    }
}
