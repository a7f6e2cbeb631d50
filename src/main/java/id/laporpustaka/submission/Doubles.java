package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import id.laporpustaka.db.Trigrams;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.submission.media.Look;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Reports of a library that may be about the same activity as another one: of the same kind, on the same day or
/// the one beside it, and called alike; or with one of the same photos, also when it was sent as a new copy.
public final class Doubles {
    /// How alike titles are, by [Trigrams], of which one is on the same day as the other.
    static final double SAME_DAY = 0.55;

    /// The same for days beside each other: a course goes on under one name.
    static final double DAY_BESIDE = 0.85;

    private static final int MOST = 3;

    private static final id.laporpustaka.db.generated.tables.Media OWN = MEDIA.as("own");
    private static final Field<Integer> PLACE = field(name("asked", "place"), Integer.class);
    private static final Field<Long> OF_LIBRARY = field(name("asked", "library"), Long.class);
    private static final Field<Long> DRAFT = field(name("asked", "draft"), Long.class);
    private static final Field<String> FORM = field(name("asked", "form"), String.class);
    private static final Field<String> TITLE = field(name("asked", "title"), String.class);
    private static final Field<LocalDate> FROM = field(name("asked", "first_day"), LocalDate.class);
    private static final Field<LocalDate> TO = field(name("asked", "last_day"), LocalDate.class);
    private static final Field<String[]> PHOTOS = field(name("asked", "photos"), String[].class);

    private static final List<Field<?>> COLUMNS = List.of(
            SUBMISSION.ID,
            SUBMISSION.NUMBER,
            SUBMISSION.TITLE,
            SUBMISSION.DATE_START,
            SUBMISSION.TOTAL,
            SUBMISSION.REPORTER_ID,
            SUBMISSION.STATUS,
            LIBRARY.NAME);

    private final DSLContext db;

    public Doubles(DSLContext db) {
        this.db = db;
    }

    /// A report, sent or not.
    ///
    /// @param draftId the draft that it is, or was
    /// @param title possibly empty
    /// @param photos unique ids of its photos
    public record Asked(
            long draftId,
            long libraryId,
            String formId,
            String title,
            LocalDate from,
            LocalDate to,
            List<String> photos) {
        public Asked {
            photos = List.copyOf(photos);
        }
    }

    /// A report that may be the same.
    ///
    /// @param title possibly empty
    /// @param samePhoto whether both have a photo in common
    public record Lookalike(
            long id,
            String number,
            String title,
            LocalDate date,
            OptionalInt total,
            long reporterId,
            String libraryName,
            Status status,
            boolean samePhoto) {}

    /// What may be the same as each of these, the likeliest first and few, in one query. Those with nothing like
    /// them are not in the map.
    public Map<Asked, List<Lookalike>> find(Collection<Asked> reports) {
        var asked = List.copyOf(reports);
        if (asked.isEmpty()) {
            return Map.of();
        }
        var table = table(asked);
        var alike = similarity();
        var samePhoto = DSL.field(hasPhoto()).as("same_photo");
        var found = new HashMap<Asked, List<Lookalike>>();
        db.select(PLACE)
                .select(COLUMNS)
                .select(samePhoto)
                .from(table)
                .join(SUBMISSION)
                .on(SUBMISSION.LIBRARY_ID.eq(OF_LIBRARY))
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(stands())
                .and(or(isCalledAlike(alike), hasPhoto()))
                .orderBy(PLACE, samePhoto.desc(), alike.desc(), SUBMISSION.ID)
                .forEach(row -> {
                    var of = found.computeIfAbsent(asked.get(row.get(PLACE)), _ -> new ArrayList<>());
                    if (of.size() < MOST) {
                        of.add(lookalike(row, samePhoto));
                    }
                });
        return found;
    }

    /// Reports of other libraries of a regency that may be about the same event: of the same kind, on the same
    /// day and called alike or with the same photo. Those that are known to be about an event of a third library
    /// are not among them.
    ///
    /// @param regency the code of the regency, or of a province
    public List<Lookalike> findNearby(Asked report, String regency) {
        var table = table(List.of(report));
        var alike = similarity();
        var samePhoto = DSL.field(hasPhoto()).as("same_photo");
        return db.select(COLUMNS)
                .select(samePhoto)
                .from(table)
                .join(SUBMISSION)
                .on(SUBMISSION.DATE_START.between(FROM, TO))
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(stands())
                .and(SUBMISSION.LIBRARY_ID.ne(OF_LIBRARY))
                .and(SUBMISSION.FORM_ID.eq(FORM))
                .and(SUBMISSION.SHARED_WITH.isNull())
                .and(ScopeCondition.liesIn(regency))
                .and(alike.ge(inline((float) SAME_DAY)).or(hasPhoto()))
                .orderBy(samePhoto.desc(), alike.desc(), SUBMISSION.ID)
                .limit(MOST)
                .fetch(row -> lookalike(row, samePhoto));
    }

    private static Lookalike lookalike(Record row, Field<Boolean> samePhoto) {
        var total = row.get(SUBMISSION.TOTAL);
        return new Lookalike(
                row.get(SUBMISSION.ID),
                row.get(SUBMISSION.NUMBER),
                Optional.ofNullable(row.get(SUBMISSION.TITLE)).orElse(""),
                row.get(SUBMISSION.DATE_START),
                total == null ? OptionalInt.empty() : OptionalInt.of(total),
                row.get(SUBMISSION.REPORTER_ID),
                row.get(LIBRARY.NAME),
                Status.of(row.get(SUBMISSION.STATUS)),
                row.get(samePhoto));
    }

    private static Condition stands() {
        return SUBMISSION
                .DRAFT_ID
                .ne(DRAFT)
                .and(SUBMISSION.STATUS.in(Status.standing().stream()
                        .map(status -> inline(status.stored()))
                        .toList()));
    }

    private static Table<Record> table(List<Asked> asked) {
        var rows = new ArrayList<RowN>();
        for (var place = 0; place < asked.size(); place++) {
            var report = asked.get(place);
            rows.add(row(new Object[] {
                place,
                report.draftId(),
                report.libraryId(),
                report.formId(),
                report.title(),
                report.from(),
                report.to(),
                report.photos().toArray(String[]::new)
            }));
        }
        return DSL.values(rows.toArray(RowN[]::new))
                .as("asked", "place", "draft", "library", "form", "title", "first_day", "last_day", "photos");
    }

    private static Field<Float> similarity() {
        return Trigrams.similarity(lower(coalesce(SUBMISSION.TITLE, inline(""))), lower(TITLE));
    }

    private static Condition isCalledAlike(Field<Float> alike) {
        var lastDay = coalesce(SUBMISSION.DATE_END, SUBMISSION.DATE_START);
        var sameDay = SUBMISSION.DATE_START.le(TO).and(lastDay.ge(FROM));
        var enough = when(sameDay, inline((float) SAME_DAY)).otherwise(inline((float) DAY_BESIDE));
        return SUBMISSION
                .FORM_ID
                .eq(FORM)
                .and(SUBMISSION.DATE_START.le(TO.plus(1)))
                .and(lastDay.ge(FROM.minus(1)))
                .and(alike.ge(enough));
    }

    /// The same file, or one that looks the same as far as both have been fetched.
    private static Condition hasPhoto() {
        var sameFile = condition(
                "exists (select from jsonb_path_query({0}, '$.**.unique_id') as photo where photo #>> '{}' = any"
                        + " ({1}))",
                SUBMISSION.ANSWERS, PHOTOS);
        var different = field("bit_count(({0} # {1})::bit(64))", SQLDataType.BIGINT, MEDIA.LOOK, OWN.LOOK);
        var looksAlike = exists(selectOne()
                .from(SUBMISSION_MEDIA)
                .join(MEDIA)
                .on(MEDIA.ID.eq(SUBMISSION_MEDIA.MEDIA_ID))
                .join(OWN)
                .on(OWN.UNIQUE_ID.eq(any(PHOTOS)))
                .where(SUBMISSION_MEDIA.SUBMISSION_ID.eq(SUBMISSION.ID))
                .and(different.le((long) Look.ALIKE)));
        return sameFile.or(looksAlike);
    }
}
