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
    record Plain(QuestionType type) implements TypeCell {}

    /// Choices from a list of the sheet `choices`.
    ///
    /// @param orOther whether another answer than those of the list may be typed
    record FromList(QuestionType type, String list, boolean orOther) implements TypeCell {}

    record FromFile(QuestionType type, String file) implements TypeCell {}

    record BeginGroup() implements TypeCell {}

    record EndGroup() implements TypeCell {}

    record BeginRepeat() implements TypeCell {}

    record EndRepeat() implements TypeCell {}

    /// Something about a telephone that a chat does not know; it is always empty.
    record Unknowable(String what) implements TypeCell {}

    /// Names a file whose rows are looked at; a sheet of the workbook serves without being named.
    record NamesFile() implements TypeCell {}

    /// What can't be asked in a chat.
    record NotInChat(String what) implements TypeCell {}

    /// A select without the name of its list, or of its file.
    record NoList(String type) implements TypeCell {}

    record Unknown(String type, Optional<String> meant) implements TypeCell {}

    Map<String, QuestionType> PLAIN = Map.ofEntries(
            Map.entry("text", QuestionType.TEXT),
            Map.entry("string", QuestionType.TEXT),
            Map.entry("integer", QuestionType.INTEGER),
            Map.entry("int", QuestionType.INTEGER),
            Map.entry("decimal", QuestionType.DECIMAL),
            Map.entry("range", QuestionType.RANGE),
            Map.entry("date", QuestionType.DATE),
            Map.entry("time", QuestionType.TIME),
            Map.entry("datetime", QuestionType.DATETIME),
            Map.entry("note", QuestionType.NOTE),
            Map.entry("calculate", QuestionType.CALCULATE),
            Map.entry("hidden", QuestionType.HIDDEN),
            Map.entry("image", QuestionType.IMAGE),
            Map.entry("photo", QuestionType.IMAGE),
            Map.entry("audio", QuestionType.AUDIO),
            Map.entry("video", QuestionType.VIDEO),
            Map.entry("file", QuestionType.FILE),
            Map.entry("geopoint", QuestionType.GEOPOINT),
            Map.entry("location", QuestionType.GEOPOINT),
            Map.entry("gps", QuestionType.GEOPOINT),
            Map.entry("acknowledge", QuestionType.ACKNOWLEDGE),
            Map.entry("trigger", QuestionType.ACKNOWLEDGE),
            Map.entry("start", QuestionType.START),
            Map.entry("end", QuestionType.END),
            Map.entry("today", QuestionType.TODAY),
            Map.entry("username", QuestionType.USERNAME));

    Map<String, QuestionType> SELECTS = Map.of(
            "select_one", QuestionType.SELECT_ONE,
            "select_multiple", QuestionType.SELECT_MULTIPLE);

    Map<String, QuestionType> SELECTS_FROM_FILE = Map.of(
            "select_one_from_file", QuestionType.SELECT_ONE,
            "select_multiple_from_file", QuestionType.SELECT_MULTIPLE);

    Set<String> UNKNOWABLE =
            Set.of("deviceid", "phonenumber", "email", "simserial", "subscriberid", "start-geopoint", "imei");

    Set<String> NOT_IN_CHAT = Set.of(
            "geotrace",
            "geoshape",
            "barcode",
            "rank",
            "xml-external",
            "select_one_external",
            "osm",
            "audit",
            "background-audio",
            "background-geopoint",
            "entity");

    static TypeCell of(String cell) {
        var words = List.of(cell.strip().split("\\s+", -1));
        var first = words.getFirst().toLowerCase(Locale.ROOT);
        var joined = String.join(" ", words).toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (joined) {
            case "begin group" -> new BeginGroup();
            case "end group" -> new EndGroup();
            case "begin repeat" -> new BeginRepeat();
            case "end repeat" -> new EndRepeat();
            case "csv-external" -> new NamesFile();
            default -> question(cell, words, first);
        };
    }

    private static TypeCell question(String cell, List<String> words, String first) {
        var plain = PLAIN.get(first);
        if (plain != null && words.size() == 1) {
            return new Plain(plain);
        }
        var fromFile = SELECTS_FROM_FILE.get(first);
        if (fromFile != null) {
            return words.size() == 1
                    ? new NoList(first)
                    : new FromFile(fromFile, String.join(" ", words.subList(1, words.size())));
        }
        var select = SELECTS.get(first);
        if (select != null) {
            return select(cell, select, first, words);
        }
        if (UNKNOWABLE.contains(first)) {
            return new Unknowable(first);
        }
        if (NOT_IN_CHAT.contains(first)) {
            return new NotInChat(first);
        }
        var known = new TreeSet<String>();
        Stream.of(PLAIN.keySet(), SELECTS.keySet(), Set.of("begin_group", "end_group", "begin_repeat", "end_repeat"))
                .forEach(known::addAll);
        return new Unknown(cell, Suggestion.find(first, known));
    }

    private static TypeCell select(String cell, QuestionType type, String first, List<String> words) {
        return switch (words.size()) {
            case 1 -> new NoList(first);
            case 2 -> new FromList(type, words.get(1), false);
            case 3 ->
                words.get(2).equalsIgnoreCase("or_other")
                        ? new FromList(type, words.get(1), true)
                        : new Unknown(cell, Optional.of(first + " " + words.get(1)));
            default -> new Unknown(cell, Optional.of(first + " " + words.get(1)));
        };
    }
}
