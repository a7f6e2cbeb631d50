package id.laporpustaka.form;

import java.util.List;

/// One of the answers a question offers. The code is what is stored; `synonyms` are further names by which
/// people may type it, in any language, from the form's own column `synonyms`.
public record Choice(String code, LocalizedText label, List<String> synonyms) {
    public Choice {
        synonyms = List.copyOf(synonyms);
    }

    public Choice(String code, LocalizedText label) {
        this(code, label, List.of());
    }
}
