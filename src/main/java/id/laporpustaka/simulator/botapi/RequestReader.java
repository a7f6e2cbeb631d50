package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.laporpustaka.simulator.world.Json;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads parameters from wherever Telegram reads them: query, form, JSON and multipart. What arrives as text is
/// made the number, truth value, object or array that the method asks for.
final class RequestReader {
    private final RequestSchema schema;

    RequestReader(RequestSchema schema) {
        this.schema = schema;
    }

    /// @throws Refusal if the body can't be read
    Call read(String method, Context context) {
        var parameters = Json.object();
        context.queryParamMap().forEach((name, values) -> putFirst(parameters, name, values));
        var uploads = new HashMap<String, Call.Upload>();
        var type = context.contentType() == null ? "" : String.valueOf(context.contentType());
        if (type.startsWith("application/json")) {
            parameters.setAll(readBody(context.bodyAsBytes()));
        } else if (type.startsWith("multipart/form-data")) {
            context.formParamMap().forEach((name, values) -> putFirst(parameters, name, values));
            context.uploadedFileMap().forEach((name, files) -> putFirst(uploads, name, files));
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            context.formParamMap().forEach((name, values) -> putFirst(parameters, name, values));
        }
        return call(method, parameters, uploads);
    }

    /// A method that a webhook answered with.
    Call read(String method, ObjectNode parameters) {
        return call(method, parameters, Map.of());
    }

    private Call call(String method, ObjectNode parameters, Map<String, Call.Upload> uploads) {
        parameters.remove("method");
        var names = List.copyOf(parameters.properties());
        for (var parameter : names) {
            if (parameter.getValue().isNull()) {
                parameters.remove(parameter.getKey());
            } else if (parameter.getValue() instanceof TextNode text) {
                parameters.set(parameter.getKey(), typed(method, parameter.getKey(), text));
            }
        }
        uploads.keySet().stream()
                .filter(name -> !parameters.has(name) && schema.hasParameter(method, name))
                .forEach(name -> parameters.put(name, "attach://" + name));
        return new Call(method, parameters, uploads);
    }

    private JsonNode typed(String method, String name, TextNode text) {
        var value = text.asText().strip();
        var types = schema.typesOf(method, name);
        if (types.contains("string")) {
            return text;
        }
        boolean isNumber = value.matches("-?[0-9.]{1,19}");
        boolean isTruth = value.equals("true") || value.equals("false");
        boolean wanted = (isNumber && (types.contains("integer") || types.contains("number")))
                || (isTruth && types.contains("boolean"))
                || (value.startsWith("{") && types.contains("object"))
                || (value.startsWith("[") && types.contains("array"));
        if (!wanted) {
            return text;
        }
        try {
            return Json.parse(value);
        } catch (IOException _) {
            throw Refusal.badRequest(
                    name.equals("reply_markup")
                            ? "can't parse reply keyboard markup JSON object"
                            : "can't parse " + name + " JSON object");
        }
    }

    private static ObjectNode readBody(byte[] body) {
        if (body.length == 0) {
            return Json.object();
        }
        try {
            return Json.parse(body) instanceof ObjectNode object ? object : refuseBody();
        } catch (IOException _) {
            return refuseBody();
        }
    }

    private static ObjectNode refuseBody() {
        throw Refusal.badRequest("can't parse JSON object");
    }

    private static void putFirst(ObjectNode parameters, String name, List<String> values) {
        if (!values.isEmpty()) {
            parameters.put(name, values.getFirst());
        }
    }

    private static void putFirst(Map<String, Call.Upload> uploads, String name, List<UploadedFile> files) {
        if (files.isEmpty()) {
            return;
        }
        var file = files.getFirst();
        try (var content = file.content()) {
            uploads.put(
                    name, new Call.Upload(file.filename(), String.valueOf(file.contentType()), content.readAllBytes()));
        } catch (IOException _) {
            throw Refusal.badRequest("can't read the file");
        }
    }
}
