package id.laporpustaka.people;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// The secret of an invitation: ten characters, 50 random bits, in Crockford's base 32, which has no I, L, O
/// and U. What looks alike is read as what was meant: I and L as 1, O as 0, U as V.
///
/// @param characters ten of the alphabet, in capitals
public record InviteCode(String characters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final String PREFIX = "u_";

    public InviteCode {
        if (!characters.matches("[" + ALPHABET + "]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("A code has %d characters of %s".formatted(LENGTH, ALPHABET));
        }
    }

    /// Draws a new one.
    static InviteCode draw(SecureRandom random) {
        var drawn = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new InviteCode(drawn.toString());
    }

    /// Reads what somebody typed or pasted: in any case, with spaces, dashes and dots anywhere, with or without
    /// the link around it. Empty if it cannot be a code.
    public static Optional<InviteCode> read(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        var start = plain.lastIndexOf("start=" + PREFIX);
        if (start >= 0) {
            plain = plain.substring(start + "start=".length());
        }
        if (plain.startsWith(PREFIX)) {
            plain = plain.substring(PREFIX.length());
        }
        var read = plain.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_.]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('U', 'V');
        return read.matches("[" + ALPHABET + "]{" + LENGTH + "}")
                ? Optional.of(new InviteCode(read))
                : Optional.empty();
    }

    /// As people read it, `7K2MA-Q9XTB`.
    public String shown() {
        return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
    }

    /// What stands in a link to the bot, `t.me/<bot>?start=u_7K2MAQ9XTB`.
    public String startParameter() {
        return PREFIX + characters;
    }

    /// The link that opens the bot with it.
    ///
    /// @param botName the bot's user name, without `@`
    public String link(String botName) {
        return "https://t.me/" + botName + "?start=" + startParameter();
    }

    byte[] hash() {
        return Token.hash(characters);
    }

    /// Without the secret, so that it does not get into a log.
    @Override
    public String toString() {
        return "InviteCode[…]";
    }
}
