package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Json;
import java.util.Map;

/// Telegram's no to a request: the HTTP status, which is also the `error_code`, and the description in
/// Telegram's own words.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Map<String, Long> parameters;

    private Refusal(int code, String description, Map<String, Long> parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    static Refusal badRequest(String reason) {
        return new Refusal(400, "Bad Request: " + reason, Map.of());
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", Map.of());
    }

    static Refusal forbidden(String reason) {
        return new Refusal(403, "Forbidden: " + reason, Map.of());
    }

    static Refusal unknownMethod() {
        return new Refusal(404, "Not Found: method not found", Map.of());
    }

    static Refusal notFound() {
        return new Refusal(404, "Not Found", Map.of());
    }

    static Refusal conflict(String reason) {
        return new Refusal(409, "Conflict: " + reason, Map.of());
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large", Map.of());
    }

    static Refusal tooMany(long seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
    }

    /// A method of the Bot API that this simulator does not play; Telegram itself never answers 501.
    static Refusal notPlayed(String method) {
        return new Refusal(501, "Not Implemented: the simulator does not play " + method, Map.of());
    }

    static Refusal migrated(long supergroup) {
        return new Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                Map.of("migrate_to_chat_id", supergroup));
    }

    int code() {
        return code;
    }

    /// Seconds to wait, or 0.
    long retryAfter() {
        return parameters.getOrDefault("retry_after", 0L);
    }

    ObjectNode toJson() {
        var json = Json.object().put("ok", false).put("error_code", code).put("description", getMessage());
        if (!parameters.isEmpty()) {
            var extra = json.putObject("parameters");
            parameters.forEach(extra::put);
        }
        return json;
    }
}
