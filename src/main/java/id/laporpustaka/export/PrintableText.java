package id.laporpustaka.export;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// A text as it can be printed: what the font has no sign for, or what would stand in the wrong order, is
/// replaced.
///
/// Words written from right to left are among it, as their letters would stand backwards and apart.
final class PrintableText {
    /// Stands for what can't be printed.
    static final String PLACEHOLDER = "□";

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private final IntPredicate hasSign;

    /// @param hasSign whether the font has a sign for a code point
    PrintableText(IntPredicate hasSign) {
        this.hasSign = hasSign;
    }

    String of(String text) {
        if (text.chars().allMatch(character -> character == '\n' || (character >= ' ' && character < 0x7F))) {
            return text;
        }
        var printed = new StringBuilder(text.length());
        var clusters = CLUSTER.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        var inForeignWord = false;
        while (clusters.find()) {
            var cluster = visible(clusters.group());
            var isForeign = cluster.codePoints().anyMatch(PrintableText::isRightToLeft);
            if (isForeign || cluster.codePoints().anyMatch(point -> point != '\n' && !hasSign.test(point))) {
                if (!isForeign || !inForeignWord) {
                    printed.append(PLACEHOLDER);
                }
            } else {
                printed.append(cluster);
            }
            inForeignWord = isForeign;
        }
        return printed.toString();
    }

    /// Without control characters, which XML does not allow, and without what only tells how to draw the others.
    private static String visible(String cluster) {
        var kept = new StringBuilder(cluster.length());
        cluster.codePoints().forEach(point -> {
            var type = Character.getType(point);
            if (point == '\n' || point == '\t') {
                kept.append(point == '\n' ? '\n' : ' ');
            } else if (type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.SURROGATE
                    && !isVariation(point)) {
                kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }

    private static boolean isVariation(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }

    private static boolean isRightToLeft(int point) {
        var direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }
}
