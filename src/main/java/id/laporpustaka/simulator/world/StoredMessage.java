package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A message as it stands now. `json` is the Bot API type `Message` in UTF-8 and must not be changed; `revision`
/// grows with every change in the whole world; `date` is in seconds since 1970; `hidden` is what a chat keeps
/// about the message that the Bot API does not show: the reply keyboard it brought, as JSON.
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record StoredMessage(int id, long revision, long date, boolean fromBot, byte[] json, byte[] hidden) {

    static final byte[] NOTHING = new byte[0];

    /// A fresh tree on every call, free to be changed.
    public ObjectNode toJson() {
        return Json.readObject(json);
    }

    public boolean hasReplyKeyboard() {
        return hidden.length > 0;
    }

    /// The message as the phones see it: with the reply keyboard that it brought.
    public ObjectNode toPhoneJson() {
        var message = toJson();
        if (hasReplyKeyboard()) {
            message.set("reply_keyboard", Json.readObject(hidden));
        }
        return message;
    }
}
