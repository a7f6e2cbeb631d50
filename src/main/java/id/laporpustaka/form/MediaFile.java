package id.laporpustaka.form;

/// A file that lies with Telegram.
///
/// @param fileId what the file is fetched with; this bot's own
/// @param uniqueId the same for every bot and every time the file is sent; tells that two files are one
/// @param contentType as the sender's app says, not checked
/// @param size in bytes, 0 when not known
public record MediaFile(String fileId, String uniqueId, String contentType, long size) {}
