package id.laporpustaka.intake;

/// An update as it came, of which only what puts it into its lane has been read.
///
/// @param botId whose update it is; with `updateId` the key that makes a redelivered update harmless
/// @param chatId the lane: the chat, else the person, else 0
/// @param json the update, unchanged
public record RawUpdate(long botId, long updateId, long chatId, String json) {}
