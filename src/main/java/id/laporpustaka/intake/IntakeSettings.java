package id.laporpustaka.intake;

import java.time.ZoneId;

/// What the conversation has to know of this installation.
///
/// @param publicUrl where people reach the web pages, without a slash at the end
/// @param botName the bot's user name, without `@`
/// @param defaultZone for people without a library
public record IntakeSettings(String publicUrl, String botName, ZoneId defaultZone) {}
