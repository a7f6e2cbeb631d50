package id.laporpustaka.app.demo;

/// Somebody made up, as Telegram would know them.
///
/// @param languageCode of their Telegram
/// @param label how they are called where one chooses whom to play: `Bu Sari, pustakawan`
public record DemoPerson(long telegramId, String firstName, String lastName, String languageCode, String label) {
    String fullName() {
        return firstName + " " + lastName;
    }
}
