package id.laporpustaka.form;

import java.util.Locale;
import java.util.Optional;

/// The languages people are spoken to in. The codes (ISO 639-1) are stored and sent, so they never change.
public enum Language {
    INDONESIAN("id"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /// Ignores case and surrounding space.
    public static Optional<Language> find(String code) {
        var wanted = code.strip().toLowerCase(Locale.ROOT);
        for (var language : values()) {
            if (language.code.equals(wanted)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
