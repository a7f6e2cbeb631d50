package id.laporpustaka.intake;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.submission.FormChanges;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.publishing.FormCandidate;
import id.laporpustaka.submission.publishing.FormCandidates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The forms that have been published, compiled and kept in memory, whichever process published them.
///
/// Safe to use from all threads. A version that another process publishes is noticed by [#refresh()], or as soon
/// as a draft names it.
public final class PublishedForms implements FormCatalogue {
    /// The forms that come with the product, in the order in which they are offered.
    public static final List<String> BUILT_IN = List.of("PM", "AD", "LI", "PB", "CD", "ST");

    private static final Logger LOG = LoggerFactory.getLogger(PublishedForms.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final DSLContext db;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile CompiledForms compiled = CompiledForms.none();
    private volatile long checkedAt = System.nanoTime();

    private PublishedForms(DSLContext db) {
        this.db = db;
    }

    /// Publishes the built-in forms that are new, and reads everything that has been published.
    ///
    /// @param db for queries outside any transaction, now and later
    /// @throws IllegalStateException if a built-in form cannot be read; the message says what is wrong and where
    public static PublishedForms load(DSLContext db) {
        var versions = new FormVersions(db);
        for (var id : BUILT_IN) {
            var source = builtInSource(id);
            var form = compile(id, source);
            switch (versions.publishBuiltIn(form.id(), form.version(), source)) {
                case PUBLISHED, ALREADY_PUBLISHED -> {
                    // as it should be
                }
                case KEPT_ADMINS_VERSION ->
                    LOG.info("Form {} stays as an admin made it; the built-in one is {}", id, form.version());
                case VERSION_TAKEN ->
                    throw new IllegalStateException(
                            "Form %s was changed, but its version is still %s; give it a new one"
                                    .formatted(form.id(), form.version()));
            }
        }
        var forms = new PublishedForms(db);
        forms.reload();
        return forms;
    }

    /// A form as it comes with the product, which need not be the one that is published.
    public static Optional<String> findBuiltIn(String id) {
        return BUILT_IN.contains(id) ? Optional.of(builtInSource(id)) : Optional.empty();
    }

    private static String builtInSource(String id) {
        var name = "/db/forms/" + id + ".csv";
        try (var stream = PublishedForms.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("No " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Form compile(String name, String source) {
        return switch (XlsForms.read(source)) {
            case FormReading.Accepted(var form, var _) -> form;
            case FormReading.Refused(var problems) ->
                throw new IllegalStateException("Form %s cannot be read: %s".formatted(name, problems));
        };
    }

    /// Looks whether forms have changed: a query of one small row, at most once a second, by one thread while the
    /// others go on.
    public void refresh() {
        if (System.nanoTime() - checkedAt >= PAUSE && refreshing.tryLock()) {
            try {
                reload();
            } finally {
                refreshing.unlock();
            }
        }
    }

    /// Reads what has changed since the last time, if anything has.
    void reload() {
        refreshing.lock();
        try {
            var number = new FormChanges(db).number();
            if (number != compiled.change()) {
                compiled = compiled.followedBy(number, new FormVersions(db).listAll());
            }
            checkedAt = System.nanoTime();
        } finally {
            refreshing.unlock();
        }
    }

    @Override
    public List<Form> listCurrent() {
        return inOrder(compiled.offered());
    }

    /// The newest version of every form, also of those that are not offered any more.
    public List<Form> listNewest() {
        return inOrder(compiled.newest());
    }

    private static List<Form> inOrder(List<Form> forms) {
        var ordered = new ArrayList<Form>();
        BUILT_IN.forEach(
                id -> forms.stream().filter(form -> form.id().equals(id)).forEach(ordered::add));
        forms.stream().filter(form -> !BUILT_IN.contains(form.id())).forEach(ordered::add);
        return ordered;
    }

    @Override
    public Optional<Form> find(String formId, String version) {
        var known = compiled;
        var found = known.find(formId, version);
        if (found.isPresent() || known.isKnown(formId, version)) {
            return found;
        }
        reload();
        return compiled.find(formId, version);
    }

    @Override
    public Optional<Form> findCandidate(long id) {
        return compiled.candidate(id, this::compiledCandidate);
    }

    private Optional<Form> compiledCandidate(long id) {
        return new FormCandidates(db)
                .find(id)
                .map(FormCandidate::source)
                .flatMap(source -> CompiledForms.compile("candidate " + id, source));
    }
}
