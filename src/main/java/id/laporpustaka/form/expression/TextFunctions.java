package id.laporpustaka.form.expression;

import java.util.List;

/// Functions of texts. Their results are at most 32,767 characters, so that calculations that feed each other
/// can't fill the memory.
final class TextFunctions {
    private static final int LONGEST = 32_767;
    private static final int LETTERS_OF_A_STEP = 16;

    private TextFunctions() {}

    static Node string(List<Node> arguments) {
        var value = arguments.getFirst();
        return context -> Datum.of(value.value(context).text());
    }

    static Node length(List<Node> arguments) {
        var value = firstOrSelf(arguments);
        return context -> {
            var text = value.value(context).text();
            return Datum.of(text.codePointCount(0, text.length()));
        };
    }

    static Node concat(List<Node> arguments) {
        return joined("", arguments);
    }

    static Node join(List<Node> arguments) {
        var rest = arguments.subList(1, arguments.size());
        var separator = arguments.getFirst();
        return context -> joined(separator.value(context).text(), rest).value(context);
    }

    static Node contains(List<Node> arguments) {
        var text = arguments.get(0);
        var part = arguments.get(1);
        return context ->
                Datum.of(text.value(context).text().contains(part.value(context).text()));
    }

    static Node startsWith(List<Node> arguments) {
        var text = arguments.get(0);
        var part = arguments.get(1);
        return context -> Datum.of(
                text.value(context).text().startsWith(part.value(context).text()));
    }

    static Node endsWith(List<Node> arguments) {
        var text = arguments.get(0);
        var part = arguments.get(1);
        return context ->
                Datum.of(text.value(context).text().endsWith(part.value(context).text()));
    }

    static Node before(List<Node> arguments) {
        var text = arguments.get(0);
        var mark = arguments.get(1);
        return context -> {
            var whole = text.value(context).text();
            var at = whole.indexOf(mark.value(context).text());
            return Datum.of(at < 0 ? "" : whole.substring(0, at));
        };
    }

    static Node after(List<Node> arguments) {
        var text = arguments.get(0);
        var mark = arguments.get(1);
        return context -> {
            var whole = text.value(context).text();
            var sought = mark.value(context).text();
            var at = whole.indexOf(sought);
            return Datum.of(at < 0 ? "" : whole.substring(at + sought.length()));
        };
    }

    /// Counts from 0, the end is not included, and a negative place counts from the end (ODK's `substr`).
    static Node part(List<Node> arguments) {
        var text = arguments.getFirst();
        return context -> {
            var whole = text.value(context).text();
            var start = place(arguments.get(1).value(context), whole.length());
            var end = arguments.size() > 2 ? place(arguments.get(2).value(context), whole.length()) : whole.length();
            return Datum.of(start < end ? whole.substring(start, end) : "");
        };
    }

    static Node normalizeSpace(List<Node> arguments) {
        var value = firstOrSelf(arguments);
        return context -> Datum.of(value.value(context).text().strip().replaceAll("\\s+", " "));
    }

    private static Node joined(String separator, List<Node> parts) {
        return context -> {
            var text = new StringBuilder();
            var first = new boolean[] {true};
            for (var part : parts) {
                part.each(context, value -> {
                    if (text.length() < LONGEST) {
                        text.append(first[0] ? "" : separator).append(value.text());
                        first[0] = false;
                    }
                });
            }
            context.spend(text.length() / LETTERS_OF_A_STEP);
            text.setLength(Math.min(text.length(), LONGEST));
            return Datum.of(text.toString());
        };
    }

    private static int place(Datum datum, int length) {
        var place = (int) Math.clamp(datum.number(), -LONGEST, LONGEST);
        return Math.clamp(place < 0 ? place + length : place, 0, length);
    }

    private static Node firstOrSelf(List<Node> arguments) {
        return arguments.isEmpty() ? Context::self : arguments.getFirst();
    }
}
