package id.laporpustaka.intake;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.submission.FormSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All forms as they were after one change. Only the candidates that somebody tries are added later.
final class CompiledForms {
    private static final Logger LOG = LoggerFactory.getLogger(CompiledForms.class);

    private record Key(String formId, String version) {}

    private final long change;
    private final Map<Key, Optional<Form>> all = new LinkedHashMap<>();
    private final Map<String, Form> newest = new LinkedHashMap<>();
    private final Map<String, Boolean> retired = new LinkedHashMap<>();
    private final Map<Long, Optional<Form>> candidates = new ConcurrentHashMap<>();

    private CompiledForms(long change) {
        this.change = change;
    }

    static CompiledForms none() {
        return new CompiledForms(-1);
    }

    /// A version never changes, so what has been compiled is kept.
    ///
    /// @param sources older ones first
    CompiledForms followedBy(long number, List<FormSource> sources) {
        var next = new CompiledForms(number);
        for (var source : sources) {
            var key = new Key(source.formId(), source.version());
            var known = all.get(key);
            var form = known != null ? known : compile(key.formId() + " " + key.version(), source.source());
            next.all.put(key, form);
            form.ifPresent(it -> next.newest.put(key.formId(), it));
            next.retired.put(key.formId(), source.retiredAt().isPresent());
        }
        return next;
    }

    /// A form that can't be read any more is left out: those of the others must go on.
    static Optional<Form> compile(String name, String source) {
        return switch (XlsForms.read(source)) {
            case FormReading.Accepted(var form, var _) -> Optional.of(form);
            case FormReading.Refused(var problems) -> {
                LOG.error("Form {} is left out, as it cannot be read: {}", name, problems);
                yield Optional.empty();
            }
        };
    }

    long change() {
        return change;
    }

    List<Form> newest() {
        return List.copyOf(newest.values());
    }

    List<Form> offered() {
        return newest.values().stream()
                .filter(form -> !retired.getOrDefault(form.id(), false))
                .toList();
    }

    boolean isKnown(String formId, String version) {
        return all.containsKey(new Key(formId, version));
    }

    Optional<Form> find(String formId, String version) {
        return all.getOrDefault(new Key(formId, version), Optional.empty());
    }

    Optional<Form> candidate(long id, LongFunction<Optional<Form>> reader) {
        return candidates.computeIfAbsent(id, reader::apply);
    }
}
