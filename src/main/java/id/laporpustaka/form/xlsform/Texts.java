package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.EnumMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gathers a text from its columns: `label::Bahasa Indonesia (id)`, `label::id`, and `label` alone for the default
/// language.
final class Texts {
    private static final Pattern CODE_AT_THE_END = Pattern.compile("\\(([A-Za-z-]+)\\)\\s*$");

    private final Language defaultLanguage;

    Texts(Language defaultLanguage) {
        this.defaultLanguage = defaultLanguage;
    }

    Optional<LocalizedText> find(Row row, String column) {
        var texts = new EnumMap<Language, String>(Language.class);
        row.cells().forEach((header, text) -> {
            var canonical = Sheets.canonical(header);
            if (canonical.equals(column)) {
                texts.putIfAbsent(defaultLanguage, text);
            } else if (canonical.startsWith(column + "::")) {
                findLanguage(canonical.substring(column.length() + 2)).ifPresent(language -> texts.put(language, text));
            }
        });
        return texts.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(texts));
    }

    /// `Bahasa Indonesia (id)` and `id` are the same.
    static Optional<Language> findLanguage(String name) {
        var matcher = CODE_AT_THE_END.matcher(name);
        return Language.find(matcher.find() ? matcher.group(1) : name);
    }
}
