package id.laporpustaka.intake;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.submission.FormVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// The forms that have been published, compiled and kept in memory.
public final class PublishedForms implements FormCatalogue {
    /// The forms that come with the product, in the order in which they are offered.
    private static final List<String> BUILT_IN = List.of("PM");

    private record Key(String formId, String version) {}

    private final Map<Key, Form> all = new LinkedHashMap<>();
    private final Map<String, Form> current = new LinkedHashMap<>();

    private PublishedForms() {}

    /// Publishes the built-in forms that are new, and reads everything that has been published.
    ///
    /// @throws IllegalStateException if a form cannot be read; the message says what is wrong and where
    public static PublishedForms load(DSLContext db) {
        var versions = new FormVersions(db);
        for (var id : BUILT_IN) {
            var source = resource("/db/forms/" + id + ".csv");
            var form = compile(id, source);
            if (versions.publishBuiltIn(form.id(), form.version(), source) == FormVersions.Publication.VERSION_TAKEN) {
                throw new IllegalStateException("Form %s was changed, but its version is still %s; give it a new one"
                        .formatted(form.id(), form.version()));
            }
        }
        var forms = new PublishedForms();
        for (var source : versions.listAll()) {
            var form = compile(source.formId(), source.source());
            forms.all.put(new Key(source.formId(), source.version()), form);
            forms.current.put(source.formId(), form);
        }
        return forms;
    }

    private static Form compile(String name, String source) {
        return switch (XlsForms.read(source)) {
            case FormReading.Accepted(var form, var _) -> form;
            case FormReading.Refused(var problems) ->
                throw new IllegalStateException("Form %s cannot be read: %s".formatted(name, problems));
        };
    }

    private static String resource(String name) {
        try (var stream = PublishedForms.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("No " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Form> listCurrent() {
        var ordered = new ArrayList<Form>();
        BUILT_IN.forEach(id -> Optional.ofNullable(current.get(id)).ifPresent(ordered::add));
        current.values().stream().filter(form -> !ordered.contains(form)).forEach(ordered::add);
        return ordered;
    }

    @Override
    public Optional<Form> find(String formId, String version) {
        return Optional.ofNullable(all.get(new Key(formId, version)));
    }
}
