package id.laporpustaka.telegram;

/// Who the bot is.
///
/// @param username without `@`, as in `https://t.me/username`
public record BotIdentity(long id, String username) {}
