package id.laporpustaka.simulator.botapi;

import java.util.Map;

/// Telegram's words for a parameter that is missing.
final class Requirements {
    private static final Map<String, String> EMPTY_TEXT =
            Map.of("sendmessage", "message text is empty", "editmessagetext", "message text is empty");
    private static final Map<String, String> FILES = Map.of(
            "sendphoto", "photo",
            "senddocument", "document",
            "sendvideo", "video",
            "sendaudio", "audio",
            "sendvoice", "voice");

    private Requirements() {}

    /// @throws Refusal if something is missing that Telegram names in its own words
    static void check(Call call) {
        var method = call.method();
        boolean edits = method.startsWith("editmessage");
        if (needsChat(method) && call.text("chat_id").isBlank() && !call.has("inline_message_id")) {
            throw Refusal.badRequest("chat_id is empty");
        }
        if (EMPTY_TEXT.containsKey(method) && !call.has("text")) {
            throw Refusal.badRequest(EMPTY_TEXT.getOrDefault(method, ""));
        }
        if ((edits || method.equals("deletemessage")) && !call.has("message_id") && !call.has("inline_message_id")) {
            throw Refusal.badRequest("message identifier is not specified");
        }
        var file = FILES.get(method);
        if (file != null && !call.has(file)) {
            throw Refusal.badRequest("there is no " + file + " in the request");
        }
        if (method.equals("sendmediagroup") && !call.has("media")) {
            throw Refusal.badRequest("parameter \"media\" is required");
        }
        if (method.equals("getfile") && !call.has("file_id")) {
            throw Refusal.badRequest("invalid file_id");
        }
    }

    private static boolean needsChat(String method) {
        return method.startsWith("send") || method.startsWith("editmessage") || method.equals("deletemessage");
    }
}
