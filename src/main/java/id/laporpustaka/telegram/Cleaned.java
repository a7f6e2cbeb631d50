package id.laporpustaka.telegram;

/// Text from outside without what no database and no screen can take: control characters but line ends, halves of
/// surrogate pairs, and the marks that turn the direction of everything after them.
final class Cleaned {
    private Cleaned() {}

    /// Line ends become `\n`, tabs become spaces, and white space around it goes.
    static String text(String raw) {
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
    static String line(String raw, int longest) {
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

    /// Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2).
    private static boolean isDirectionMark(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
