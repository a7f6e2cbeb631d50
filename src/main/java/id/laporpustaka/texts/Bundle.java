package id.laporpustaka.texts;

import id.laporpustaka.form.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The wording of every [Phrase] in one language, read from `messages_<language>.properties`.
///
/// `{0}` and so on stand for what is filled in. A quotation mark is just that, unlike in
/// `java.text.MessageFormat`.
final class Bundle {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Map<Phrase, String> wordings = new EnumMap<>(Phrase.class);

    private Bundle(Properties properties) {
        for (var phrase : Phrase.values()) {
            var wording = properties.getProperty(phrase.key());
            if (wording == null) {
                throw new IllegalStateException("No wording for " + phrase.key());
            }
            wordings.put(phrase, wording);
        }
    }

    static Bundle read(Language language) {
        return new Bundle(properties(language));
    }

    static Properties properties(Language language) {
        var name = "messages_" + language.code() + ".properties";
        var properties = new Properties();
        try (var stream = Bundle.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("No " + name);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /// As plain text, for a button or a toast.
    String plain(Phrase phrase, Object... filled) {
        return fill(wording(phrase), filled, String::valueOf);
    }

    /// As HTML: the wording may have markup; what is filled in is escaped unless it is [Html].
    Html html(Phrase phrase, Object... filled) {
        return new Html(fill(
                wording(phrase),
                filled,
                part -> part instanceof Html(var source)
                        ? source
                        : Html.of(String.valueOf(part)).source()));
    }

    private String wording(Phrase phrase) {
        return Objects.requireNonNull(wordings.get(phrase));
    }

    private static String fill(String wording, Object[] filled, Function<Object, String> shown) {
        return PLACE.matcher(wording)
                .replaceAll(place -> Matcher.quoteReplacement(shown.apply(filled[Integer.parseInt(place.group(1))])));
    }
}
