package id.laporpustaka.submission;

import java.util.Arrays;
import java.util.Locale;

/// Why a reviewer sends a report back or refuses it, or what they remark about it.
public sealed interface Reason {
    /// The longest text that is kept, in UTF-16 units.
    int LONGEST = 1_000;

    /// Of what tells somebody anything; "foto buram" does.
    int FEWEST_WORDS = 2;

    int FEWEST_LETTERS = 8;

    int FEWEST_DIFFERENT_LETTERS = 4;

    /// One that is offered; each reader reads it in their own language.
    record Offered(Kind kind) implements Reason {}

    /// In the reviewer's own words.
    ///
    /// @param text not blank, at most [#LONGEST]
    record Written(String text) implements Reason {
        public Written {
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException("A reason has 1 to %d characters".formatted(LONGEST));
            }
        }
    }

    /// The names are stored and never change.
    enum Kind {
        /// The photos do not show the activity.
        PHOTO,
        /// The number of people, or another one, seems wrong.
        NUMBER,
        DAY,
        /// Somebody else would not understand what was done.
        UNCLEAR,
        /// It belongs into another kind of report.
        OTHER_KIND,
        /// It has been reported already.
        DOUBLE,
        /// It was no activity of the library.
        NOT_OURS
    }

    /// As the database has it; what was written never begins like this.
    private static String mark() {
        return "=";
    }

    default String stored() {
        return switch (this) {
            case Offered(var kind) -> mark() + kind.name();
            case Written(var text) -> text;
        };
    }

    static Reason of(String stored) {
        return stored.startsWith(mark()) ? new Offered(Kind.valueOf(stored.substring(1))) : new Written(stored);
    }

    /// Whether somebody could learn from these words what is wrong: not from a letter, a number or one word alone.
    static boolean isTelling(String text) {
        var letters = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetter)
                .toArray();
        var words = Arrays.stream(text.split("[^\\p{L}\\p{M}]+"))
                .filter(word -> word.length() > 1)
                .count();
        return words >= FEWEST_WORDS
                && letters.length >= FEWEST_LETTERS
                && Arrays.stream(letters).distinct().count() >= FEWEST_DIFFERENT_LETTERS;
    }

    /// What somebody typed, cut to what is kept.
    ///
    /// @param text not blank
    static Reason written(String text) {
        var stripped = text.strip();
        var plain = stripped.startsWith(mark()) ? " " + stripped : stripped;
        return new Written(plain.substring(0, Math.min(plain.length(), LONGEST)));
    }
}
