package id.laporpustaka.simulator;

/// Somebody with a phone in the simulator.
///
/// @param id the Telegram user id, positive
/// @param languageCode as Telegram gives it (`id`, `en`), or empty
/// @param label what the page writes over the phone, such as "Pustakawan"; the bot never sees it
public record SimulatedUser(long id, String firstName, String lastName, String languageCode, String label) {}
