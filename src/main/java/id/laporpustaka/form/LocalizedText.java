package id.laporpustaka.form;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// One text in some or all of the languages; it may be empty.
public record LocalizedText(Map<Language, String> texts) {
    private static final LocalizedText EMPTY = new LocalizedText(Map.of());

    public LocalizedText {
        var copy = new EnumMap<Language, String>(Language.class);
        copy.putAll(texts);
        texts = Collections.unmodifiableMap(copy);
    }

    public static LocalizedText of(String indonesian, String english) {
        return new LocalizedText(Map.of(Language.INDONESIAN, indonesian, Language.ENGLISH, english));
    }

    public static LocalizedText empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /// Both, each beginning in a line of its own.
    LocalizedText andThen(LocalizedText next) {
        if (isEmpty() || next.isEmpty()) {
            return isEmpty() ? next : this;
        }
        var both = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            both.put(language, in(language) + "\n" + next.in(language));
        }
        return new LocalizedText(both);
    }

    /// The text in that language, else in the other one, else `""`.
    public String in(Language language) {
        var text = texts.get(language);
        return text != null ? text : texts.values().stream().findFirst().orElse("");
    }
}
