package id.laporpustaka.telegram;

import java.net.URI;
import java.util.Optional;

/// The button beside the text box of a private chat.
///
/// @param page what it opens inside Telegram; empty for the list of commands, as without us
public record MenuButton(long chatId, Optional<Page> page) {
    /// A Mini App.
    ///
    /// @param address Telegram takes https only
    public record Page(String text, URI address) {}
}
