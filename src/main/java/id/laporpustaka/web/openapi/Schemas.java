package id.laporpustaka.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// JSON schemas of records, as Jackson writes them in snake case: a component that may be null is left out
/// where [JsonInclude] says so, and null elsewhere.
public final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, ObjectNode> found = new TreeMap<>();
    private final Function<String, Optional<String>> meanings;

    /// @param meanings what a field means, by the name of its record, a dot and its own, and by its own alone
    public Schemas(Function<String, Optional<String>> meanings) {
        this.meanings = meanings;
    }

    /// How a component is called in JSON.
    public static String nameOf(RecordComponent component) {
        return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /// Refers to the schema of a record, which is then among [#all()].
    public ObjectNode of(Class<? extends Record> type) {
        var name = type.getSimpleName();
        if (!found.containsKey(name)) {
            found.put(name, NODES.objectNode()); // it may contain itself
            found.put(name, object(type));
        }
        return NODES.objectNode().put("$ref", REFERENCE + name);
    }

    /// By name.
    public ObjectNode all() {
        var all = NODES.objectNode();
        found.forEach(all::set);
        return all;
    }

    private ObjectNode object(Class<?> type) {
        var schema = NODES.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = NODES.arrayNode();
        for (var component : type.getRecordComponents()) {
            var name = nameOf(component);
            var optional = isNullable(component.getAnnotatedType());
            var leftOut = optional && isLeftOut(type, component);
            var property = schema(component.getAnnotatedType());
            if (optional && !leftOut) {
                property = orNull(property);
            }
            var meaning = meanings.apply(type.getSimpleName() + "." + name).or(() -> meanings.apply(name));
            if (meaning.isPresent()) {
                property.put("description", meaning.get());
            }
            properties.set(name, property);
            if (!leftOut) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOut(Class<?> type, RecordComponent component) {
        var own = component.getAccessor().getAnnotation(JsonInclude.class);
        var include = own == null ? type.getAnnotation(JsonInclude.class) : own;
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        var type = schema.path("type");
        if (type.isTextual()) {
            schema.putArray("type").add(type.textValue()).add("null");
            return schema;
        }
        var either = NODES.objectNode();
        either.putArray("anyOf").add(schema).add(NODES.objectNode().put("type", "null"));
        return either;
    }

    private ObjectNode schema(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType parts) {
            var arguments = parts.getAnnotatedActualTypeArguments();
            var raw = ((java.lang.reflect.ParameterizedType) parts.getType()).getRawType();
            if (raw.equals(List.class)) {
                var list = NODES.objectNode().put("type", "array");
                list.set("items", schema(arguments[0]));
                return list;
            }
            if (raw.equals(Map.class)) {
                var map = NODES.objectNode().put("type", "object");
                map.set("additionalProperties", schema(arguments[1]));
                return map;
            }
            throw new IllegalArgumentException("no schema for " + annotated);
        }
        return schema((Class<?>) annotated.getType());
    }

    private ObjectNode schema(Class<?> type) {
        if (type.isRecord()) {
            return of(type.asSubclass(Record.class));
        }
        if (type == String.class) {
            return NODES.objectNode().put("type", "string");
        }
        if (type == long.class || type == Long.class) {
            return NODES.objectNode().put("type", "integer").put("format", "int64");
        }
        if (type == int.class || type == Integer.class) {
            return NODES.objectNode().put("type", "integer").put("format", "int32");
        }
        if (type == boolean.class || type == Boolean.class) {
            return NODES.objectNode().put("type", "boolean");
        }
        if (type == BigDecimal.class) {
            return NODES.objectNode().put("type", "number");
        }
        if (type == ObjectNode.class) {
            return NODES.objectNode().put("type", "object");
        }
        if (type == java.time.LocalDate.class) {
            return NODES.objectNode().put("type", "string").put("format", "date");
        }
        if (type == java.time.Instant.class) {
            return NODES.objectNode().put("type", "string").put("format", "date-time");
        }
        if (type.isEnum()) {
            var schema = NODES.objectNode().put("type", "string");
            var values = schema.putArray("enum");
            for (var constant : type.getEnumConstants()) {
                values.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
            }
            return schema;
        }
        throw new IllegalArgumentException("no schema for " + type);
    }
}
