package id.laporpustaka.form.reading;

import id.laporpustaka.form.Form;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A template that came back: what was written after each of its labels, not yet read.
///
/// @param texts by the name of the prompt, in the order of the message; what was left blank is not among them
public record FilledTemplate(Form form, Map<String, String> texts) {
    public FilledTemplate {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
