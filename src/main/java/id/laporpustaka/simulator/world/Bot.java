package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The one bot that this Telegram knows. Its id is the part of the token before the colon, as with real tokens.
public record Bot(String token, long id, String username, String name) {

    /// The bot that a token names.
    ///
    /// @throws IllegalArgumentException if the token has not the shape `123456:secret`
    public static Bot of(String token, String username, String name) {
        if (!token.matches("[0-9]{1,15}:[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("a bot token looks like 123456:ABC-DEF, this one does not");
        }
        return new Bot(token, Long.parseLong(token.substring(0, token.indexOf(':'))), username, name);
    }

    /// The bot as the sender of a message (Bot API type `User`).
    public ObjectNode toSender() {
        return Json.object()
                .put("id", id)
                .put("is_bot", true)
                .put("first_name", name)
                .put("username", username);
    }
}
