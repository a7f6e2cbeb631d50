package id.laporpustaka.web;

import id.laporpustaka.submission.ReviewFilter;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which of the waiting reports the visitor goes through, as the address has it; what is empty leaves nothing out.
///
/// @param region a code
/// @param kind the id of a form
/// @param library words in the name
record QueueQuery(String region, String kind, String library) {
    /// Names of fields and parameters.
    static final String REGION = "wilayah";

    static final String KIND = "jenis";

    private static final Pattern CODE = Pattern.compile("\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?");

    /// A hidden field.
    record Field(String name, String value) {}

    static QueueQuery typed(Context context) {
        return new QueueQuery(Desk.typed(context, REGION), Desk.typed(context, KIND), Desk.typed(context, Desk.SEARCH));
    }

    ReviewFilter filter() {
        return new ReviewFilter(
                Optional.of(region).filter(it -> CODE.matcher(it).matches()),
                Optional.of(kind).filter(it -> !it.isEmpty()),
                library);
    }

    boolean isEmpty() {
        return region.isEmpty() && kind.isEmpty() && library.isEmpty();
    }

    /// This address with the query added.
    String at(String address) {
        return Addresses.with(address, REGION, region, KIND, kind, Desk.SEARCH, library);
    }

    List<Field> fields() {
        return List.of(new Field(REGION, region), new Field(KIND, kind), new Field(Desk.SEARCH, library)).stream()
                .filter(field -> !field.value().isEmpty())
                .toList();
    }
}
