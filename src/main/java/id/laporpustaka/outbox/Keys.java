package id.laporpustaka.outbox;

import java.util.List;

/// What a message does to the keys that stand in place of the phone's keyboard (Telegram Bot API,
/// ReplyKeyboardMarkup). A message that changes them can have no inline buttons and can't be edited.
public sealed interface Keys {

    record Untouched() implements Keys {}

    /// They are shown until one has been used.
    ///
    /// @param rows at least one key in all; at most 8 in a row and 100 in all
    record Shown(List<List<Key>> rows) implements Keys {
        public Shown {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Removed() implements Keys {}

    /// Says its label as if it had been typed, or sends where the person is.
    ///
    /// @param asksPlace only in private chats
    record Key(String label, boolean asksPlace) {}
}
