package id.laporpustaka.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Answers as JSON, by the name of the question; this is how they are stored, so the shapes never change.
///
/// text `"…"`, numbers `12`, days `"2025-08-17"`, times `"10:00"`, moments `"2025-08-17T10:00"`, `select_one`
/// `"PLT"`, `select_multiple` `["PRM","ANK"]`, files `[{"file_id":…,"unique_id":…,"content_type":…,"size":…}]`,
/// acknowledged `true`, points `{"latitude":-6.2,"longitude":106.8,"accuracy":5.0}` (without accuracy where it
/// is not known), a repeat `[{…},{…}]`, one object an instance. What is written is read again without loss, as
/// the types are those of the form.
public final class AnswersJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// `select_one` and `select_multiple` differ, so the form must say which is which.
    public ObjectNode write(Answers answers, Form form) {
        var object = NODES.objectNode();
        for (var name : answers.names()) {
            var value = answers.find(name).orElseThrow();
            var question = form.findQuestion(name);
            var many = question.filter(found -> found.type() == QuestionType.SELECT_MULTIPLE)
                    .isPresent();
            var repeat = question.flatMap(form::findRepeatOf);
            var number = Instances.number(name);
            if (repeat.isPresent()) {
                if (number > 0 && number <= Instances.MOST) {
                    instance(object, repeat.get(), number).set(Instances.base(name), node(value, many));
                }
            } else if (form.findRepeat(name).isPresent()) {
                array(
                        object,
                        name,
                        value instanceof Value.Whole(var count) ? (int) Math.min(count, Instances.MOST) : 0);
            } else {
                object.set(name, node(value, many));
            }
        }
        return object;
    }

    private static ObjectNode instance(ObjectNode object, Repeat repeat, int instance) {
        return (ObjectNode) array(object, repeat.name(), instance).get(instance - 1);
    }

    /// The instances of a repeat, at least so many.
    private static ArrayNode array(ObjectNode object, String name, int size) {
        var array = object.get(name) instanceof ArrayNode present ? present : object.putArray(name);
        while (array.size() < size) {
            array.addObject();
        }
        return array;
    }

    /// Names that the form does not have are left out.
    ///
    /// @throws IllegalArgumentException if a value is not what its question takes
    public Answers read(JsonNode json, Form form) {
        var values = new LinkedHashMap<String, Value>();
        for (var field : json.properties()) {
            var repeat = form.findRepeat(field.getKey());
            if (repeat.isPresent() && field.getValue().isArray()) {
                readInstances(field.getValue(), repeat.get(), form, values);
            } else {
                form.findQuestion(field.getKey())
                        .filter(question -> form.findRepeatOf(question).isEmpty())
                        .ifPresent(question -> values.put(question.name(), value(question, field.getValue())));
            }
        }
        return Answers.of(values);
    }

    private static void readInstances(JsonNode array, Repeat repeat, Form form, Map<String, Value> values) {
        var count = Math.min(array.size(), Instances.MOST);
        if (!repeat.counted()) {
            values.put(repeat.name(), new Value.Whole(count));
        }
        for (var instance = 1; instance <= count; instance++) {
            for (var field : array.get(instance - 1).properties()) {
                var name = Instances.name(field.getKey(), instance);
                form.findQuestion(name)
                        .filter(question -> repeat.members().contains(question.name()))
                        .ifPresent(question -> values.put(name, value(question, field.getValue())));
            }
        }
    }

    private static JsonNode node(Value value, boolean many) {
        return switch (value) {
            case Value.Text text -> NODES.textNode(text.text());
            case Value.Whole whole -> NODES.numberNode(whole.number());
            case Value.Decimal decimal -> NODES.numberNode(decimal.number());
            case Value.Day day -> NODES.textNode(day.date().toString());
            case Value.TimeOfDay time -> NODES.textNode(time.time().toString());
            case Value.Moment moment -> NODES.textNode(moment.at().toString());
            case Value.Selected selected ->
                many || selected.codes().size() != 1
                        ? array(selected.codes())
                        : NODES.textNode(selected.codes().getFirst());
            case Value.Media media -> files(media.files());
            case Value.Acknowledged _ -> NODES.booleanNode(true);
            case Value.Location location -> point(location);
        };
    }

    private static ArrayNode array(List<String> texts) {
        var array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ArrayNode files(List<MediaFile> files) {
        var array = NODES.arrayNode();
        for (var file : files) {
            array.addObject()
                    .put("file_id", file.fileId())
                    .put("unique_id", file.uniqueId())
                    .put("content_type", file.contentType())
                    .put("size", file.size());
        }
        return array;
    }

    private static ObjectNode point(Value.Location location) {
        var point = NODES.objectNode().put("latitude", location.latitude()).put("longitude", location.longitude());
        location.accuracy().ifPresent(accuracy -> point.put("accuracy", accuracy));
        return point;
    }

    private static Value value(Question question, JsonNode node) {
        try {
            return switch (question.type()) {
                case TEXT -> new Value.Text(text(question, node));
                case INTEGER -> new Value.Whole(whole(question, node));
                case DECIMAL -> new Value.Decimal(number(question, node).decimalValue());
                case DATE -> new Value.Day(LocalDate.parse(text(question, node)));
                case TIME -> new Value.TimeOfDay(LocalTime.parse(text(question, node)));
                case DATETIME -> new Value.Moment(LocalDateTime.parse(text(question, node)));
                case SELECT_ONE, SELECT_MULTIPLE -> selected(question, node);
                case IMAGE, AUDIO, VIDEO, FILE -> media(question, node);
                case ACKNOWLEDGE -> new Value.Acknowledged();
                case GEOPOINT -> location(question, node);
                case TODAY -> new Value.Day(LocalDate.parse(text(question, node)));
                case START, END -> new Value.Moment(LocalDateTime.parse(text(question, node)));
                case RANGE, CALCULATE, HIDDEN, NOTE, USERNAME -> untyped(question, node);
            };
        } catch (DateTimeException exception) {
            throw unfit(question, node, Optional.of(exception));
        }
    }

    private static Value untyped(Question question, JsonNode node) {
        if (node.isIntegralNumber()) {
            return new Value.Whole(node.longValue());
        }
        return node.isNumber() ? new Value.Decimal(node.decimalValue()) : new Value.Text(text(question, node));
    }

    private static Value selected(Question question, JsonNode node) {
        if (node.isTextual()) {
            return Value.Selected.of(node.textValue());
        }
        if (!node.isArray()) {
            throw unfit(question, node, Optional.empty());
        }
        var codes = new ArrayList<String>();
        node.forEach(code -> codes.add(text(question, code)));
        return new Value.Selected(codes);
    }

    private static Value media(Question question, JsonNode node) {
        if (!node.isArray()) {
            throw unfit(question, node, Optional.empty());
        }
        var files = new ArrayList<MediaFile>();
        node.forEach(file -> files.add(new MediaFile(
                text(question, file.path("file_id")),
                text(question, file.path("unique_id")),
                text(question, file.path("content_type")),
                file.path("size").longValue())));
        return new Value.Media(files);
    }

    private static Value location(Question question, JsonNode node) {
        var accuracy = node.path("accuracy");
        return new Value.Location(
                number(question, node.path("latitude")).doubleValue(),
                number(question, node.path("longitude")).doubleValue(),
                accuracy.isNumber() ? OptionalDouble.of(accuracy.doubleValue()) : OptionalDouble.empty());
    }

    private static String text(Question question, JsonNode node) {
        if (!node.isTextual()) {
            throw unfit(question, node, Optional.empty());
        }
        return node.textValue();
    }

    private static long whole(Question question, JsonNode node) {
        if (!number(question, node).isIntegralNumber() || !node.canConvertToLong()) {
            throw unfit(question, node, Optional.empty());
        }
        return node.longValue();
    }

    private static JsonNode number(Question question, JsonNode node) {
        if (!node.isNumber()) {
            throw unfit(question, node, Optional.empty());
        }
        return node;
    }

    /// The message has no answer in it, as it may reach a log.
    private static IllegalArgumentException unfit(
            Question question, JsonNode node, Optional<? extends Exception> cause) {
        return new IllegalArgumentException(
                question.name() + " takes " + question.type() + ", not a JSON " + node.getNodeType(),
                cause.orElse(null));
    }
}
