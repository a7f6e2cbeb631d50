package id.laporpustaka.submission.publishing;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/// A published form in short, without its text and without counts, so that it is quickly read.
///
/// @param versions the oldest first, at least one
public record FormOffer(String formId, List<Version> versions, boolean retired) {
    public FormOffer {
        versions = List.copyOf(versions);
    }

    /// A version that has been published.
    ///
    /// @param builtIn whether it came with the product
    public record Version(String version, Instant publishedAt, boolean builtIn) {}

    /// All forms in the order of their first versions.
    public static List<FormOffer> listAll(DSLContext db) {
        Map<String, List<Version>> versions = new LinkedHashMap<>();
        Set<String> retired = new LinkedHashSet<>();
        db.select(
                        FORM_VERSION.FORM_ID,
                        FORM_VERSION.VERSION,
                        FORM_VERSION.PUBLISHED_AT,
                        FORM_VERSION.BUILT_IN,
                        FORM_VERSION.RETIRED_AT)
                .from(FORM_VERSION)
                .orderBy(FORM_VERSION.POSITION)
                .forEach(row -> {
                    versions.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                            .add(new Version(row.value2(), row.value3(), row.value4()));
                    if (row.value5() != null) {
                        retired.add(row.value1());
                    }
                });
        return versions.entrySet().stream()
                .map(entry -> new FormOffer(entry.getKey(), entry.getValue(), retired.contains(entry.getKey())))
                .toList();
    }
}
