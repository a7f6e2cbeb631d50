package id.laporpustaka.form;

import id.laporpustaka.form.expression.Context;
import id.laporpustaka.form.expression.Expression;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A text of a form in which answers may stand, written `${name}`.
///
/// @param asWritten the text with its references
/// @param parts what it is made of, by language; empty if there is no reference in it
public record DynamicText(LocalizedText asWritten, Map<Language, List<Part>> parts) {
    public DynamicText {
        parts = Map.copyOf(parts);
    }

    /// A piece of a text.
    public sealed interface Part {
        record Words(String text) implements Part {}

        record Answer(Expression expression) implements Part {}
    }

    public static DynamicText fixed(LocalizedText text) {
        return new DynamicText(text, Map.of());
    }

    public boolean isFixed() {
        return parts.isEmpty();
    }

    LocalizedText fill(Context context) {
        if (isFixed()) {
            return asWritten;
        }
        var filled = new EnumMap<Language, String>(Language.class);
        parts.forEach((language, pieces) -> {
            var text = new StringBuilder();
            for (var piece : pieces) {
                text.append(
                        switch (piece) {
                            case Part.Words(var words) -> words;
                            case Part.Answer(var expression) ->
                                expression.value(context).text();
                        });
            }
            filled.put(language, text.toString());
        });
        return new LocalizedText(filled);
    }
}
