package id.laporpustaka.export.rows;

import static java.util.stream.Collectors.toMap;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Repeat;
import id.laporpustaka.form.Value;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.submission.PrivateAnswers;
import id.laporpustaka.texts.ExportWords;
import id.laporpustaka.texts.ExportWords.Heading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The columns of a form: first those that all reports have, then all questions of all its versions in the order of the
/// newest one that has them.
///
/// Left out are notes, who reports, and what is private ([PrivateAnswers]).
final class FormColumns {
    private static final int LONG = 32;
    private static final int MIDDLE = 20;
    private static final int SHORT = 13;
    private static final int FLAG = 11;

    /// Where the web shows a file to those who may see it.
    private static final String PATH_OF_FILE = "/berkas/";

    private static final String MANY_LABELS = "; ";
    private static final String MANY_CODES = " ";

    private final List<Form> versions;
    private final ExportWords words;
    private final Style style;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, RepeatTable> repeats = new LinkedHashMap<>();
    private final Map<String, Map<String, Choice>> choices = new LinkedHashMap<>();
    private final Set<String> withheld = new HashSet<>();

    /// How the reports are shown.
    ///
    /// @param codes whether by names and codes rather than by what people read
    /// @param split whether each choice of several has a column of its own, with 1 and 0
    /// @param publicUrl what stands before the path of a file, without a slash at the end
    record Style(boolean codes, boolean split, String publicUrl) {}

    /// A table with a row for each instance of a repeat.
    record RepeatTable(Repeat repeat, String label, List<Column> columns) {
        /// How many instances a report has.
        int count(ReportRow row) {
            if (row.answers().find(repeat.name()).orElse(null) instanceof Value.Whole(var number)) {
                return (int) number;
            }
            return row.answers().names().stream()
                    .filter(name ->
                            name.endsWith("]") && repeat.members().contains(name.substring(0, name.lastIndexOf('['))))
                    .mapToInt(name -> Integer.parseInt(name.substring(name.lastIndexOf('[') + 1, name.length() - 1)))
                    .max()
                    .orElse(0);
        }
    }

    private record Asked(Question question, Optional<Repeat> repeat) {}

    /// @param versions of one form, the newest first
    FormColumns(List<Form> versions, ExportWords words, Style style) {
        this.versions = List.copyOf(versions);
        this.words = words;
        this.style = style;
        addFixed();
        for (var asked : inOrder()) {
            add(asked);
        }
    }

    List<Column> columns() {
        return columns;
    }

    List<RepeatTable> repeats() {
        return List.copyOf(repeats.values());
    }

    /// Whether any question is left out because it is private.
    boolean withholds() {
        return !withheld.isEmpty();
    }

    /// Questions that a later version does not have any more stand after the one that they followed.
    private List<Asked> inOrder() {
        var names = new ArrayList<String>();
        var found = new LinkedHashMap<String, Asked>();
        for (var form : versions) {
            var place = 0;
            for (var question : form.questions()) {
                collectChoices(question);
                if (PrivateAnswers.isPrivate(question)) {
                    withheld.add(question.name());
                }
                var known = names.indexOf(question.name());
                if (known < 0) {
                    names.add(place, question.name());
                    found.put(question.name(), new Asked(question, form.findRepeatOf(question)));
                    place++;
                } else {
                    place = known + 1;
                }
            }
        }
        return names.stream()
                .filter(name -> !withheld.contains(name))
                .map(found::get)
                .filter(asked -> isShown(asked.question()))
                .toList();
    }

    private static boolean isShown(Question question) {
        return switch (question.type()) {
            case NOTE, USERNAME -> false;
            case CALCULATE, HIDDEN -> !question.label().isEmpty();
            default -> true;
        };
    }

    private void collectChoices(Question question) {
        var ofQuestion = choices.computeIfAbsent(question.name(), _ -> new LinkedHashMap<>());
        question.choices().forEach(choice -> ofQuestion.putIfAbsent(choice.code(), choice));
    }

    private void addFixed() {
        fixed(columns, Heading.NUMBER, MIDDLE, (row, _, to) -> to.text(row.number()));
        fixed(
                columns,
                Heading.LIBRARY,
                LONG,
                (row, _, to) -> to.text(row.library().name()));
        fixed(
                columns,
                Heading.LIBRARY_TYPE,
                MIDDLE,
                (row, _, to) -> to.text(
                        style.codes()
                                ? row.library().type().name()
                                : words.type(row.library().type())));
        place(Heading.VILLAGE, Heading.VILLAGE_CODE, RegionLevel.VILLAGE);
        place(Heading.DISTRICT, Heading.DISTRICT_CODE, RegionLevel.DISTRICT);
        place(Heading.REGENCY, Heading.REGENCY_CODE, RegionLevel.REGENCY);
        place(Heading.PROVINCE, Heading.PROVINCE_CODE, RegionLevel.PROVINCE);
        fixed(columns, Heading.DATE_START, SHORT, (row, _, to) -> to.day(row.dateStart()));
        fixed(columns, Heading.DATE_END, SHORT, (row, _, to) -> {
            var end = row.dateEnd();
            to.day(end == null ? row.dateStart() : end);
        });
        fixed(columns, Heading.SENT_AT, MIDDLE, (row, _, to) -> to.moment(row.sentAt()));
        fixed(
                columns,
                Heading.STATUS,
                MIDDLE,
                (row, _, to) -> to.text(style.codes() ? row.status().stored() : words.status(row.status())));
        fixed(
                columns,
                Heading.SENDER_ROLE,
                MIDDLE,
                (row, _, to) -> row.role()
                        .ifPresentOrElse(role -> to.text(style.codes() ? role.name() : words.role(role)), to::empty));
    }

    private void fixed(List<Column> into, Heading heading, int width, Column.Content content) {
        into.add(
                new Column(heading.code(), words.heading(heading), Optional.empty(), List.of(), false, width, content));
    }

    private void place(Heading heading, Heading codeHeading, RegionLevel level) {
        fixed(columns, heading, MIDDLE, region(level, Region::name));
        fixed(columns, codeHeading, SHORT, region(level, Region::code));
    }

    private static Column.Content region(RegionLevel level, Function<Region, String> text) {
        return (row, _, to) -> {
            var region = row.library().places().get(level);
            if (region == null) {
                to.empty();
            } else {
                to.text(text.apply(region));
            }
        };
    }

    private void add(Asked asked) {
        if (asked.repeat().isEmpty()) {
            addTo(columns, asked.question());
            return;
        }
        var repeat = asked.repeat().get();
        var table = repeats.get(repeat.name());
        if (table == null) {
            table = begin(repeat);
            repeats.put(repeat.name(), table);
        }
        addTo(table.columns(), asked.question());
    }

    private RepeatTable begin(Repeat repeat) {
        var written = repeat.label().in(words.language());
        var label = written.isEmpty() ? repeat.name() : written;
        var table = new RepeatTable(repeat, label, new ArrayList<>());
        columns.add(new Column(
                repeat.name(),
                words.count(label),
                Optional.empty(),
                List.of(),
                false,
                SHORT,
                (row, _, to) -> to.number(table.count(row))));
        fixed(table.columns(), Heading.NUMBER, MIDDLE, (row, _, to) -> to.text(row.number()));
        fixed(table.columns(), Heading.INSTANCE, SHORT, (_, instance, to) -> to.number(instance));
        return table;
    }

    private void addTo(List<Column> into, Question question) {
        var written = question.label().in(words.language());
        var label = written.isEmpty() ? question.name() : written;
        var all = List.copyOf(choices.getOrDefault(question.name(), Map.of()).values());
        if (question.type() == QuestionType.GEOPOINT) {
            into.add(column(
                    question, "/latitude", words.latitude(label), all, degrees(question, Value.Location::latitude)));
            into.add(column(
                    question, "/longitude", words.longitude(label), all, degrees(question, Value.Location::longitude)));
        } else if (question.type() == QuestionType.SELECT_MULTIPLE && style.split() && !all.isEmpty()) {
            for (var choice : all) {
                into.add(column(
                        question,
                        "/" + choice.code(),
                        label + ": " + meaning(choice),
                        List.of(choice),
                        flag(question, choice.code())));
            }
        } else {
            into.add(column(question, "", label, all, content(question, all)));
        }
    }

    private static Column column(
            Question question, String ending, String label, List<Choice> choices, Column.Content content) {
        return new Column(
                question.name() + ending,
                label,
                Optional.of(question.type()),
                choices,
                question.isMoney(),
                ending.isEmpty() ? width(question.type()) : FLAG,
                content);
    }

    private static int width(QuestionType type) {
        return switch (type) {
            case TEXT, SELECT_MULTIPLE, IMAGE, AUDIO, VIDEO, FILE -> LONG;
            case SELECT_ONE, DATETIME, START, END, CALCULATE, HIDDEN -> MIDDLE;
            default -> SHORT;
        };
    }

    private String meaning(Choice choice) {
        var label = choice.label().in(words.language());
        return label.isEmpty() ? choice.code() : label;
    }

    private static Optional<Value> find(ReportRow row, String question, int instance) {
        return row.answers().find(named(question, instance));
    }

    private static String named(String question, int instance) {
        return instance == 0 ? question : question + "[" + instance + "]";
    }

    private static Column.Content degrees(Question question, ToDoubleFunction<Value.Location> which) {
        return (row, instance, to) -> {
            if (find(row, question.name(), instance).orElse(null) instanceof Value.Location point) {
                to.number(BigDecimal.valueOf(which.applyAsDouble(point)));
            } else {
                to.empty();
            }
        };
    }

    private static Column.Content flag(Question question, String code) {
        return (row, instance, to) -> {
            if (find(row, question.name(), instance).orElse(null) instanceof Value.Selected(var codes)) {
                to.number(codes.contains(code) ? 1 : 0);
            } else {
                to.empty();
            }
        };
    }

    private Column.Content content(Question question, List<Choice> all) {
        var meanings = all.stream().collect(toMap(Choice::code, this::meaning));
        return (row, instance, to) -> {
            var value = find(row, question.name(), instance);
            if (value.isEmpty()) {
                to.empty();
                return;
            }
            switch (value.get()) {
                case Value.Text(var text) -> to.text(text);
                case Value.Whole(var number) -> to.number(number);
                case Value.Decimal(var number) -> to.number(number);
                case Value.Day(var date) -> to.day(date);
                case Value.TimeOfDay(var time) -> to.time(time);
                case Value.Moment(var at) -> to.moment(at);
                case Value.Selected(var codes) -> to.text(selected(codes, meanings));
                case Value.Media _ -> to.text(links(row, named(question.name(), instance)));
                case Value.Acknowledged() -> to.number(1);
                case Value.Location(var latitude, var longitude, var _) -> to.text(latitude + " " + longitude);
            }
        };
    }

    private String selected(List<String> codes, Map<String, String> meanings) {
        return style.codes()
                ? String.join(MANY_CODES, codes)
                : codes.stream()
                        .map(code -> meanings.getOrDefault(code, code))
                        .collect(Collectors.joining(MANY_LABELS));
    }

    private String links(ReportRow row, String question) {
        if (!row.consent().given()) {
            return words.withheldFiles();
        }
        return row.files().getOrDefault(question, List.of()).stream()
                .map(id -> style.publicUrl() + PATH_OF_FILE + id)
                .collect(Collectors.joining("\n"));
    }
}
