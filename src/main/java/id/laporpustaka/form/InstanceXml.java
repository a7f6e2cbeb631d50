package id.laporpustaka.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The answers of a report as an instance of its form, as ODK tools write and read it: questions by name in their
/// groups, repeats instance by instance, choices by code. The same answers always give the same text.
public final class InstanceXml {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private final Form form;
    private final Answers answers;
    private final Map<String, String> files;
    private final ZoneId zone;
    private final StringBuilder xml = new StringBuilder();

    private InstanceXml(Form form, Answers answers, Map<String, String> files, ZoneId zone) {
        this.form = form;
        this.answers = answers;
        this.files = Map.copyOf(files);
        this.zone = zone;
    }

    /// Which report it is.
    ///
    /// @param formId under which the receiver knows the form
    /// @param instanceId of these answers, beginning with `uuid:`
    /// @param deprecatedId of the answers that these replace
    /// @param name what the form calls this report
    public record Header(
            String formId, String version, String instanceId, Optional<String> deprecatedId, Optional<String> name) {}

    /// Writes answers that count, calculated ones among them.
    ///
    /// @param files the name of the file of each question that is answered with one, by its name, instance included
    /// @param zone of the library
    public static String write(Form form, Answers answers, Map<String, String> files, ZoneId zone, Header header) {
        return new InstanceXml(form, answers, files, zone).write(header);
    }

    private String write(Header header) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data id=\"")
                .append(escaped(header.formId()))
                .append("\" version=\"")
                .append(escaped(header.version()))
                .append("\">");
        writeMembers(-1, 0);
        xml.append("<meta>");
        element("instanceID", header.instanceId());
        header.deprecatedId().ifPresent(id -> element("deprecatedID", id));
        header.name().ifPresent(name -> element("instanceName", name));
        return xml.append("</meta></data>\n").toString();
    }

    /// A question, or a group by its place.
    private sealed interface Member {
        int slot();

        record Asked(Question question) implements Member {
            @Override
            public int slot() {
                return question.slot();
            }
        }

        record Grouped(int group, int slot) implements Member {}
    }

    private void writeMembers(int group, int instance) {
        var members = new ArrayList<Member>();
        for (var question : form.questions()) {
            if (groupOf(question.slot()) == group) {
                members.add(new Member.Asked(question));
            }
        }
        var groups = form.rules().groups();
        for (var child = 0; child < groups.size(); child++) {
            if (groups.get(child).parent() == group) {
                members.add(new Member.Grouped(child, firstSlot(child)));
            }
        }
        members.sort(Comparator.comparingInt(Member::slot));
        for (var member : members) {
            switch (member) {
                case Member.Asked(var question) -> writeQuestion(question, instance);
                case Member.Grouped(var child, var _) -> writeGroup(child, instance);
            }
        }
    }

    private int groupOf(int slot) {
        return form.rules().questions().get(slot).group();
    }

    private int firstSlot(int group) {
        for (var slot = 0; slot < form.questions().size(); slot++) {
            for (var around = groupOf(slot);
                    around >= 0;
                    around = form.rules().groups().get(around).parent()) {
                if (around == group) {
                    return slot;
                }
            }
        }
        return Integer.MAX_VALUE;
    }

    private void writeGroup(int group, int instance) {
        var own = form.rules().groups().get(group);
        var repeat = form.findRepeat(own.name()).filter(found -> found.group() == group);
        var first = repeat.isPresent() ? 1 : instance;
        var last = repeat.map(this::count).orElse(instance);
        for (var number = first; number <= last; number++) {
            xml.append('<').append(own.name()).append('>');
            writeMembers(group, number);
            xml.append("</").append(own.name()).append('>');
        }
    }

    private int count(Repeat repeat) {
        var count = answers.find(repeat.name())
                .map(value -> value instanceof Value.Whole(var whole) ? (int) whole : 0)
                .orElse(0);
        for (var name : answers.names()) {
            if (repeat.members().contains(Instances.base(name))) {
                count = Math.max(count, Instances.number(name));
            }
        }
        return Math.min(count, Instances.MOST);
    }

    private void writeQuestion(Question question, int instance) {
        var name = Instances.name(question.name(), instance);
        element(question.name(), question.type().isMedia() ? files.getOrDefault(name, "") : text(name));
    }

    private String text(String name) {
        return answers.find(name).map(this::text).orElse("");
    }

    private String text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Whole(var number) -> Long.toString(number);
            case Value.Decimal(var number) -> number.toPlainString();
            case Value.Day(var date) -> date.toString();
            case Value.TimeOfDay(var time) ->
                TIME.format(LocalDateTime.of(LocalDate.EPOCH, time).atZone(zone));
            case Value.Moment(var at) -> MOMENT.format(at.atZone(zone));
            case Value.Selected(var codes) -> String.join(" ", codes);
            case Value.Media _ -> "";
            case Value.Acknowledged() -> "OK";
            case Value.Location(var latitude, var longitude, var accuracy) ->
                String.join(" ", List.of("" + latitude, "" + longitude, "0", "" + accuracy.orElse(0)));
        };
    }

    private void element(String name, String text) {
        if (text.isEmpty()) {
            xml.append('<').append(name).append("/>");
        } else {
            xml.append('<')
                    .append(name)
                    .append('>')
                    .append(escaped(text))
                    .append("</")
                    .append(name)
                    .append('>');
        }
    }

    /// What XML can't hold, such as control characters, is left out.
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                    if (isAllowed(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xd7ff)
                || (point >= 0xe000 && point <= 0xfffd)
                || point >= 0x10000;
    }
}
