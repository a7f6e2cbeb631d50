package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.submission.PhotoConsent;
import id.laporpustaka.submission.Status;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/// Reads reports in the order of their days, a few at a time.
final class ReportRows {
    private static final int AT_ONCE = 500;
    private static final int MOST_LIBRARIES = 20_000;

    private final DSLContext db;
    private final FormCatalogue forms;
    private final ObjectReader json = new ObjectMapper().reader();
    private final AnswersJson answersJson = new AnswersJson();
    private final Map<Long, PlacedLibrary> libraries = new HashMap<>();

    /// @param db a snapshot
    ReportRows(DSLContext db, FormCatalogue forms) {
        this.db = db;
        this.forms = forms;
    }

    @FunctionalInterface
    interface Reader {
        void read(List<ReportRow> some) throws IOException;
    }

    /// How many there are of each form.
    Map<String, Integer> countByForm(Selection selection) {
        return new LinkedHashMap<>(db.select(SUBMISSION.FORM_ID, count())
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(selection.holds())
                .groupBy(SUBMISSION.FORM_ID)
                .orderBy(SUBMISSION.FORM_ID)
                .fetchMap(SUBMISSION.FORM_ID, count()));
    }

    /// Hands all reports of a form over.
    void forEach(Selection selection, String formId, Reader reader) throws IOException {
        try (var cursor = db.select(
                        SUBMISSION.ID,
                        SUBMISSION.NUMBER,
                        SUBMISSION.FORM_VERSION,
                        SUBMISSION.LIBRARY_ID,
                        SUBMISSION.REPORTER_ID,
                        SUBMISSION.DATE_START,
                        SUBMISSION.DATE_END,
                        SUBMISSION.SUBMITTED_AT,
                        SUBMISSION.STATUS,
                        SUBMISSION.ANSWERS)
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(selection.holds())
                .and(SUBMISSION.FORM_ID.eq(formId))
                .orderBy(SUBMISSION.DATE_START, SUBMISSION.LIBRARY_ID, SUBMISSION.ID)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            while (cursor.hasNext()) {
                reader.read(rows(cursor.fetchNext(AT_ONCE), formId));
            }
        }
    }

    private List<ReportRow> rows(Result<? extends Record> some, String formId) {
        var files = files(some.getValues(SUBMISSION.ID));
        var roles = roles(some.getValues(SUBMISSION.REPORTER_ID), some.getValues(SUBMISSION.LIBRARY_ID));
        findLibraries(some.getValues(SUBMISSION.LIBRARY_ID));
        var rows = new ArrayList<ReportRow>(some.size());
        for (var record : some) {
            rows.add(row(
                    record,
                    formId,
                    requireNonNull(libraries.get(record.get(SUBMISSION.LIBRARY_ID))),
                    Optional.ofNullable(roles.get(
                            new Member(record.get(SUBMISSION.REPORTER_ID), record.get(SUBMISSION.LIBRARY_ID)))),
                    requireNonNullElse(files.get(record.get(SUBMISSION.ID)), Map.of())));
        }
        return rows;
    }

    private ReportRow row(
            Record record,
            String formId,
            PlacedLibrary library,
            Optional<MemberRole> role,
            Map<String, List<Long>> files) {
        var form = forms.find(formId, record.get(SUBMISSION.FORM_VERSION))
                .orElseThrow(() -> new IllegalStateException("No form for " + record.get(SUBMISSION.NUMBER)));
        try {
            var answers = answersJson.read(
                    json.readTree(record.get(SUBMISSION.ANSWERS).data()), form);
            return new ReportRow(
                    record.get(SUBMISSION.NUMBER),
                    library,
                    record.get(SUBMISSION.DATE_START),
                    record.get(SUBMISSION.DATE_END),
                    LocalDateTime.ofInstant(record.get(SUBMISSION.SUBMITTED_AT), library.zone()),
                    Status.of(record.get(SUBMISSION.STATUS)),
                    role,
                    form,
                    answers,
                    PhotoConsent.of(form, answers),
                    files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The database has JSON that is none, in report " + record.get(SUBMISSION.NUMBER), e);
        }
    }

    /// Those that are not among the last ones already.
    private void findLibraries(List<Long> ids) {
        if (libraries.size() > MOST_LIBRARIES) {
            libraries.clear();
        }
        var missing =
                ids.stream().filter(id -> !libraries.containsKey(id)).distinct().toArray(Long[]::new);
        if (missing.length == 0) {
            return;
        }
        LibraryPlaces.select(db, List.of())
                .where(LIBRARY.ID.eq(any(missing)))
                .forEach(record -> libraries.put(record.get(LIBRARY.ID), LibraryPlaces.read(record)));
    }

    private record Member(long person, long library) {}

    /// What senders are in their libraries, or were last.
    private Map<Member, MemberRole> roles(List<Long> people, List<Long> ofLibraries) {
        var roles = new HashMap<Member, MemberRole>();
        db.select(MEMBERSHIP.PERSON_ID, MEMBERSHIP.LIBRARY_ID, MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.PERSON_ID.eq(any(people.toArray(Long[]::new))))
                .and(MEMBERSHIP.LIBRARY_ID.eq(any(ofLibraries.toArray(Long[]::new))))
                .orderBy(field(MEMBERSHIP.STATUS.eq(inline("accepted"))), MEMBERSHIP.ID)
                .forEach(row -> roles.put(new Member(row.value1(), row.value2()), MemberRole.valueOf(row.value3())));
        return roles;
    }

    private Map<Long, Map<String, List<Long>>> files(List<Long> reports) {
        var files = new HashMap<Long, Map<String, List<Long>>>();
        db.select(SUBMISSION_MEDIA.SUBMISSION_ID, SUBMISSION_MEDIA.QUESTION, SUBMISSION_MEDIA.MEDIA_ID)
                .from(SUBMISSION_MEDIA)
                .join(MEDIA)
                .on(MEDIA.ID.eq(SUBMISSION_MEDIA.MEDIA_ID))
                .where(SUBMISSION_MEDIA.SUBMISSION_ID.eq(any(reports.toArray(Long[]::new))))
                .and(MEDIA.STATE.in("waiting", "stored"))
                .orderBy(SUBMISSION_MEDIA.SUBMISSION_ID, SUBMISSION_MEDIA.POSITION)
                .forEach(row -> files.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                        .computeIfAbsent(row.value2(), _ -> new ArrayList<>())
                        .add(row.value3()));
        return files;
    }
}
