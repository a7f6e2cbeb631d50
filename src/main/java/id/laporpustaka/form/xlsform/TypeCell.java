package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.expression.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What stands in the column `type`.
sealed interface TypeCell {
    record Asked(QuestionType type, Optional<String> list) implements TypeCell {}

    record BeginGroup() implements TypeCell {}

    record EndGroup() implements TypeCell {}

    record BeginRepeat() implements TypeCell {}

    record EndRepeat() implements TypeCell {}

    record NotYet(String what) implements TypeCell {}

    /// A select without the name of its list.
    record NoList(String type) implements TypeCell {}

    record Unknown(String type, Optional<String> meant) implements TypeCell {}

    Map<String, QuestionType> PLAIN = Map.ofEntries(
            Map.entry("text", QuestionType.TEXT),
            Map.entry("string", QuestionType.TEXT),
            Map.entry("integer", QuestionType.INTEGER),
            Map.entry("int", QuestionType.INTEGER),
            Map.entry("decimal", QuestionType.DECIMAL),
            Map.entry("date", QuestionType.DATE),
            Map.entry("time", QuestionType.TIME),
            Map.entry("datetime", QuestionType.DATETIME),
            Map.entry("dateTime", QuestionType.DATETIME),
            Map.entry("note", QuestionType.NOTE),
            Map.entry("calculate", QuestionType.CALCULATE),
            Map.entry("hidden", QuestionType.HIDDEN),
            Map.entry("image", QuestionType.IMAGE),
            Map.entry("photo", QuestionType.IMAGE),
            Map.entry("acknowledge", QuestionType.ACKNOWLEDGE));

    Map<String, QuestionType> SELECTS = Map.of(
            "select_one", QuestionType.SELECT_ONE,
            "select_multiple", QuestionType.SELECT_MULTIPLE);

    Set<String> NOT_YET = Set.of(
            "audio",
            "video",
            "file",
            "geopoint",
            "geotrace",
            "geoshape",
            "range",
            "barcode",
            "rank",
            "start",
            "end",
            "today",
            "username",
            "deviceid",
            "phonenumber",
            "email",
            "audit",
            "background-audio",
            "start-geopoint",
            "csv-external",
            "xml-external",
            "select_one_from_file",
            "select_multiple_from_file",
            "select_one_external");

    static TypeCell of(String cell) {
        var words = List.of(cell.strip().split("\\s+", -1));
        var first = words.getFirst();
        var joined = String.join(" ", words).toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (joined) {
            case "begin group" -> new BeginGroup();
            case "end group" -> new EndGroup();
            case "begin repeat" -> new BeginRepeat();
            case "end repeat" -> new EndRepeat();
            default -> question(cell, words, first);
        };
    }

    private static TypeCell question(String cell, List<String> words, String first) {
        var plain = PLAIN.get(first);
        if (plain != null && words.size() == 1) {
            return new Asked(plain, Optional.empty());
        }
        var select = SELECTS.get(first);
        if (select != null) {
            if (words.size() == 1) {
                return new NoList(first);
            }
            if (words.getLast().equals("or_other")) {
                return new NotYet("or_other");
            }
            return words.size() == 2
                    ? new Asked(select, Optional.of(words.get(1)))
                    : new Unknown(cell, Optional.of(first + " " + words.get(1)));
        }
        if (NOT_YET.contains(first)) {
            return new NotYet(first);
        }
        var known = new TreeSet<String>();
        Stream.of(PLAIN.keySet(), SELECTS.keySet(), Set.of("begin_group", "end_group"))
                .forEach(known::addAll);
        return new Unknown(cell, Suggestion.find(first, known));
    }
}
