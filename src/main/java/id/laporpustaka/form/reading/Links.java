package id.laporpustaka.form.reading;

import id.laporpustaka.form.reading.MessageText.Part;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses of pages, as people copy or type them.
final class Links {
    private static final String HOST = "(?:[a-z0-9-]{1,63}\\.){1,6}[a-z]{2,12}";
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?:https?://[^\\s,;]+|www\\.[^\\s,;]+|(?<![a-z0-9@./-])" + HOST + "/[^\\s,;]+)(?<![.!?)])");
    private static final Pattern WITHOUT_SCHEME = Pattern.compile(HOST + "(?:[/?]\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern START = Pattern.compile("^(?:https?://)?([^/?#:]+).*$", Pattern.CASE_INSENSITIVE);

    private Links() {}

    static List<Part> list(MessageText message) {
        return Spans.list(message, IN_TEXT);
    }

    /// `instagram.com/p/abc` is `https://instagram.com/p/abc`; anything else stays as it is.
    static String withScheme(String text) {
        return WITHOUT_SCHEME.matcher(text).matches() ? "https://" + text : text;
    }

    /// The choice one of whose names is the domain, or a domain above it: `desa.id` for `https://sukamaju.desa.id`.
    static Optional<String> findChoice(List<ChoiceNames> names, String address) {
        var domain = START.matcher(address).replaceFirst("$1");
        while (domain.indexOf('.') > 0) {
            var plain = ChoiceNames.plain(domain);
            var found = names.stream().filter(name -> name.isWhole(plain)).findFirst();
            if (found.isPresent()) {
                return found.map(name -> name.choice().code());
            }
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return Optional.empty();
    }
}
