package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.db.Written;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What libraries have reported that stands, neither refused nor taken back, as the rules of forms ask for it.
///
/// Every question is about one library, and all questions of a kind are one query. They are answered through the
/// index on library and date: a library has some hundreds of reports, so that looking through all of them for a
/// link or a photo costs less than keeping a further index up to date with every answer that is stored.
public final class History {
    private static final int MEAN_OF_MONTHS = 12;
    private static final Field<Long> PLACE = field(name("asked", "place"), SQLDataType.BIGINT);
    private static final Field<String> ANSWER = field(name("answer"), SQLDataType.VARCHAR);
    private static final Field<Long> LIBRARY = field(name("asked", "library"), Long.class);
    private static final Field<Long> DRAFT = field(name("asked", "draft"), Long.class);
    private static final Field<String> WHAT = field(name("asked", "what"), String.class);
    private static final Field<LocalDate> FROM = field(name("asked", "first_day"), LocalDate.class);
    private static final Field<LocalDate> TO = field(name("asked", "last_day"), LocalDate.class);

    /// Links that differ only in this lead to the same page: how they begin, a slash or mark at the end,
    /// capitals, and what apps add to see who shares them.
    private static final String PLAIN_LINK =
            "regexp_replace(regexp_replace(regexp_replace(lower({0}), '^https?://(www\\.|m\\.)?', ''),"
                + " '[?&](igsh|igshid|fbclid|gclid|mibextid|si|feature|utm_[a-z]+)=[^&#]*', '', 'g'), '[/#?&]+$', '')";

    /// What can be asked.
    public enum Kind {
        /// The number of a report of a form and month, of several the last sent; asked with `ST/2025-08`.
        NUMBER_BY_MONTH,
        /// The number of a report that has this link among its answers.
        NUMBER_BY_LINK,
        /// The number of a report that has one of these photos; asked with their unique ids, spaces between them.
        NUMBER_BY_PHOTO,
        /// How many reports of a form begin on a day; asked with `PM/2025-08-17`.
        COUNT_BY_DAY,
        /// The mean of all people in the last twelve reports of a form; asked with `ST`.
        MEAN_OF_PEOPLE
    }

    /// A question.
    ///
    /// @param draftId whose own report, if it has been sent, is left out
    /// @param value as its [Kind] says; one that makes no sense has no answer
    public record Asked(long libraryId, long draftId, String value) {}

    private static final Written<Question> NUMBER_BY_MONTH =
            number(() -> isOfForm().and(isInDays()));
    private static final Written<Question> NUMBER_BY_LINK = number(History::hasLink);
    private static final Written<Question> NUMBER_BY_PHOTO = number(History::hasPhoto);
    private static final Written<Question> COUNT_BY_DAY = written(History::count);
    private static final Written<Question> MEAN_OF_PEOPLE = written(History::mean);

    private final DSLContext db;

    public History(DSLContext db) {
        this.db = db;
    }

    /// Answers all questions of a kind in one query; those with nothing to be found are not in the map.
    public Map<Asked, String> find(Kind kind, Collection<Asked> questions) {
        var understood = questions.stream()
                .flatMap(
                        asked -> findMeaning(kind, asked.value()).map(meaning -> new Question(asked, meaning)).stream())
                .toList();
        if (understood.isEmpty()) {
            return Map.of();
        }
        var query = switch (kind) {
            case NUMBER_BY_MONTH -> NUMBER_BY_MONTH;
            case NUMBER_BY_LINK -> NUMBER_BY_LINK;
            case NUMBER_BY_PHOTO -> NUMBER_BY_PHOTO;
            case COUNT_BY_DAY -> COUNT_BY_DAY;
            case MEAN_OF_PEOPLE -> MEAN_OF_PEOPLE;
        };
        var found = new HashMap<Asked, String>();
        for (var row : query.fetch(db, understood)) {
            found.put(understood.get(Math.toIntExact(row.get(PLACE)) - 1).asked(), row.get(ANSWER));
        }
        return found;
    }

    private record Question(Asked asked, Meaning meaning) {}

    private record Meaning(String what, LocalDate from, LocalDate to) {}

    private static Optional<Meaning> findMeaning(Kind kind, String value) {
        return switch (kind) {
            case NUMBER_BY_LINK, NUMBER_BY_PHOTO, MEAN_OF_PEOPLE ->
                value.isBlank() ? Optional.empty() : Optional.of(new Meaning(value, LocalDate.EPOCH, LocalDate.EPOCH));
            case NUMBER_BY_MONTH, COUNT_BY_DAY -> {
                var slash = value.lastIndexOf('/');
                yield slash < 1 ? Optional.empty() : findDays(kind, value, slash);
            }
        };
    }

    private static Optional<Meaning> findDays(Kind kind, String value, int slash) {
        var form = value.substring(0, slash);
        var days = value.substring(slash + 1);
        try {
            if (kind == Kind.COUNT_BY_DAY) {
                var day = LocalDate.parse(days);
                return Optional.of(new Meaning(form, day, day));
            }
            var month = YearMonth.parse(days);
            return Optional.of(new Meaning(form, month.atDay(1), month.atEndOfMonth()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Written<Question> written(Function<Table<?>, Query> query) {
        return Written.forRows("asked", rows -> {
            rows.column(
                    "library", SQLDataType.BIGINT, question -> question.asked().libraryId());
            rows.column(
                    "draft", SQLDataType.BIGINT, question -> question.asked().draftId());
            rows.column(
                    "what", SQLDataType.VARCHAR, question -> question.meaning().what());
            rows.column(
                    "first_day",
                    SQLDataType.LOCALDATE,
                    question -> question.meaning().from());
            rows.column(
                    "last_day",
                    SQLDataType.LOCALDATE,
                    question -> question.meaning().to());
            return query.apply(rows.table());
        });
    }

    private static Written<Question> number(Supplier<Condition> matches) {
        return written(asked -> select(PLACE, SUBMISSION.NUMBER.as(ANSWER))
                .distinctOn(PLACE)
                .from(asked)
                .join(SUBMISSION)
                .on(stands().and(matches.get()))
                .orderBy(PLACE, SUBMISSION.SUBMITTED_AT.desc(), SUBMISSION.ID.desc()));
    }

    private static Query count(Table<?> asked) {
        return select(PLACE, cast(DSL.count(), SQLDataType.VARCHAR).as(ANSWER))
                .from(asked)
                .join(SUBMISSION)
                .on(stands().and(isOfForm()).and(isInDays()))
                .groupBy(PLACE);
    }

    private static Query mean(Table<?> asked) {
        var total = field(name("total"), Integer.class);
        var recency = field(name("recency"), Integer.class);
        var last = select(
                        PLACE,
                        SUBMISSION.TOTAL.as(total),
                        rowNumber()
                                .over()
                                .partitionBy(PLACE)
                                .orderBy(SUBMISSION.DATE_START.desc(), SUBMISSION.ID.desc())
                                .as(recency))
                .from(asked)
                .join(SUBMISSION)
                .on(stands().and(isOfForm()).and(SUBMISSION.TOTAL.isNotNull()))
                .asTable("asked");
        return select(
                        PLACE,
                        cast(round(avg(total), inline(1)), SQLDataType.VARCHAR).as(ANSWER))
                .from(last)
                .where(recency.le(inline(MEAN_OF_MONTHS)))
                .groupBy(PLACE);
    }

    private static Condition stands() {
        return SUBMISSION
                .LIBRARY_ID
                .eq(LIBRARY)
                .and(SUBMISSION.DRAFT_ID.ne(DRAFT))
                .and(SUBMISSION.STATUS.in(Status.standing().stream()
                        .map(status -> inline(status.stored()))
                        .toList()));
    }

    private static Condition isOfForm() {
        return SUBMISSION.FORM_ID.eq(WHAT);
    }

    private static Condition isInDays() {
        return SUBMISSION.DATE_START.between(FROM, TO);
    }

    /// In whatever question of whatever form.
    private static Condition hasLink() {
        return condition(
                "exists (select from jsonb_path_query({0}, '$.** ? (@ like_regex \"^https?://\" flag \"i\")') as link"
                        + " where " + PLAIN_LINK.replace("{0}", "link #>> '{}'") + " = "
                        + PLAIN_LINK.replace("{0}", "{1}") + ")",
                SUBMISSION.ANSWERS,
                WHAT);
    }

    private static Condition hasPhoto() {
        return condition(
                "exists (select from jsonb_path_query({0}, '$.**.unique_id') as photo"
                        + " where photo #>> '{}' = any (string_to_array({1}, ' ')))",
                SUBMISSION.ANSWERS, WHAT);
    }
}
