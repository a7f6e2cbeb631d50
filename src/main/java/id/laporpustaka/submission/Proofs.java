package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;

import id.laporpustaka.place.TimeZones;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.RowN;
import org.jooq.impl.DSL;

/// What a printed report is proven with: 128 random bits, so that only who has seen the document can look it up.
public final class Proofs {
    /// What stands before a proof in its address.
    public static final String PATH = "/cek/";

    private static final int BYTES = 16;
    private static final Pattern PROOF = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;

    public Proofs(DSLContext db) {
        this.db = db;
    }

    /// The proof of each of these reports, by id; those that had none have one from now on. Two processes that ask at
    /// once get the same.
    public Map<Long, String> giveAll(Collection<Long> submissionIds) {
        var proofs = new HashMap<Long, String>();
        db.select(SUBMISSION.ID, SUBMISSION.PROOF)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(any(submissionIds.toArray(Long[]::new))))
                .and(SUBMISSION.PROOF.isNotNull())
                .forEach(row -> proofs.put(row.value1(), row.value2()));
        var missing = submissionIds.stream()
                .filter(id -> !proofs.containsKey(id))
                .sorted()
                .map(id -> row(new Object[] {id, create()}))
                .toList();
        if (missing.isEmpty()) {
            return proofs;
        }
        var given = DSL.values(missing.toArray(RowN[]::new)).as("given", "id", "proof");
        db.update(SUBMISSION)
                .set(SUBMISSION.PROOF, coalesce(SUBMISSION.PROOF, field(name("given", "proof"), String.class)))
                .from(given)
                .where(SUBMISSION.ID.eq(field(name("given", "id"), Long.class)))
                .returningResult(SUBMISSION.ID, SUBMISSION.PROOF)
                .forEach(row -> proofs.put(row.value1(), row.value2()));
        return proofs;
    }

    private static String create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What anybody who has the proof may know of the report, and nothing else.
    public Optional<ProvenReport> find(String proof) {
        if (!PROOF.matcher(proof).matches()) {
            return Optional.empty();
        }
        return db.select(
                        SUBMISSION.NUMBER,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.FORM_VERSION,
                        SUBMISSION.DATE_START,
                        SUBMISSION.SUBMITTED_AT,
                        SUBMISSION.STATUS,
                        LIBRARY.NAME,
                        LIBRARY.REGION_CODE)
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(SUBMISSION.PROOF.eq(proof))
                .fetchOptional(row -> new ProvenReport(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        LocalDate.ofInstant(row.value5(), TimeZones.of(row.value8())),
                        Status.of(row.value6()),
                        row.value7()));
    }
}
