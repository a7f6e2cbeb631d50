package id.laporpustaka.form.reading;

/// Text from outside without what no database and no screen can take: control characters but line ends, halves of
/// surrogate pairs, and the marks that turn the direction of everything after them.
public final class Cleaned {
    private Cleaned() {}

    /// Line ends become `\n`, tabs become spaces, and white space around it goes.
    public static String text(String raw) {
        var cleaned = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .codePoints()
                .filter(character -> character == '\n' || isKept(character))
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString().strip();
    }

    /// One line of at most `longest` characters (UTF-16), single spaces between its words; may be empty.
    public static String line(String raw, int longest) {
        var line = text(raw).replaceAll("\\s+", " ");
        if (line.length() <= longest) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
        return line.substring(0, end).strip();
    }

    private static boolean isKept(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE -> false;
            default -> !isDirectionMark(character);
        };
    }

    /// All directional formatting characters (Unicode Standard Annex 9, section 2).
    private static boolean isDirectionMark(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
