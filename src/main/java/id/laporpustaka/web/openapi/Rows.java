package id.laporpustaka.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The list of an answer as rows of cells: a column for each component of its records, those within another
/// record by both names with a dot between.
public final class Rows {
    private static final String MANY = " ";

    private Rows() {}

    /// The headings, then a row each.
    ///
    /// @param fields those of objects whose names are not fixed, such as the answers to the questions of one
    ///     form, as `answers.title`; an object of which none are named is one cell of JSON
    public static List<List<String>> of(Operation operation, JsonNode answer, List<String> fields) {
        var component = operation.rows().orElseThrow();
        var columns = new ArrayList<String>();
        for (var part : operation.answer().getRecordComponents()) {
            if (Schemas.nameOf(part).equals(component)) {
                var element = (Class<?>) ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
                collect(element, "", fields, columns);
            }
        }
        var rows = new ArrayList<List<String>>();
        rows.add(columns);
        for (var element : answer.get(component)) {
            rows.add(columns.stream().map(column -> cell(element, column)).toList());
        }
        return rows;
    }

    private static void collect(Class<?> type, String before, List<String> fields, List<String> columns) {
        for (var part : type.getRecordComponents()) {
            var name = before + Schemas.nameOf(part);
            if (part.getType().isRecord()) {
                collect(part.getType(), name + ".", fields, columns);
            } else if (part.getType() == ObjectNode.class
                    && fields.stream().anyMatch(it -> it.startsWith(name + "."))) {
                columns.addAll(
                        fields.stream().filter(it -> it.startsWith(name + ".")).toList());
            } else {
                columns.add(name);
            }
        }
    }

    private static String cell(JsonNode row, String column) {
        var node = row;
        for (var name : column.split("\\.", -1)) {
            node = node.path(name);
        }
        return switch (node.getNodeType()) {
            case MISSING, NULL -> "";
            case ARRAY ->
                StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isValueNode)
                        ? StreamSupport.stream(node.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(MANY))
                        : node.toString();
            case OBJECT -> node.toString();
            default -> node.asText();
        };
    }
}
