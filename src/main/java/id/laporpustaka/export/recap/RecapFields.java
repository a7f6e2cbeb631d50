package id.laporpustaka.export.recap;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;

import id.laporpustaka.submission.Status;
import id.laporpustaka.texts.RecapWords.Figure;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Figures as sums over `submission`, 0 where there are no reports.
///
/// @param questions the names of the questions of each form that tell something
/// @param once whether people at an event of several libraries count for the one only whose report the others are
///     linked to; then [#FIRST] is in the query
record RecapFields(QuestionNames questions, boolean once) {
    private static final String ENGAGEMENT = "PM";
    static final String ADVOCACY = "AD";
    private static final String IMPROVEMENT = "LI";
    private static final String PUBLICATION = "PB";
    private static final String STORY = "CD";
    private static final String STATISTICS = "ST";

    /// The report that another one is linked to, as `submission.shared_with` says.
    static final id.laporpustaka.db.generated.tables.Submission FIRST = SUBMISSION.as("first");

    private static final String NO_PARTNER = "NONE";
    private static final String YES = "YES";

    /// Empty for what reports do not tell.
    Optional<Field<BigDecimal>> find(Figure figure) {
        return switch (figure) {
            case ENGAGEMENTS -> Optional.of(reports(ENGAGEMENT));
            case SESSIONS -> Optional.of(added(SUBMISSION.SESSIONS, of(ENGAGEMENT)));
            case MALE -> Optional.of(people(SUBMISSION.MALE));
            case FEMALE -> Optional.of(people(SUBMISSION.FEMALE));
            case PARTICIPANTS -> Optional.of(people(SUBMISSION.TOTAL));
            case DISABLED -> Optional.of(people(SUBMISSION.DISABLED));
            case WITH_PARTNERS -> Optional.of(counted(of(ENGAGEMENT).and(hasPartners())));
            case ADVOCACIES -> Optional.of(reports(ADVOCACY));
            case AGREEMENTS -> Optional.of(yes(ADVOCACY, "figure_agreement"));
            case IMPROVEMENTS -> Optional.of(reports(IMPROVEMENT));
            case PUBLICATIONS -> Optional.of(reports(PUBLICATION));
            case POSTS -> Optional.of(added(SUBMISSION.POSTS, of(PUBLICATION)));
            case STORIES -> Optional.of(reports(STORY));
            case STATISTICS -> Optional.of(reports(STATISTICS));
            case VISITS -> Optional.of(visits());
            case ONLINE_USERS -> Optional.of(answers(STATISTICS, "figure_online_users"));
            case USERS -> Optional.of(visits().plus(answers(STATISTICS, "figure_online_users")));
            case ICT_USERS -> Optional.of(answers(STATISTICS, "figure_ict_users"));
            case LOANS -> Optional.of(answers(STATISTICS, "figure_loans"));
            case DIGITAL_USES, SERVICES, POLICIES -> Optional.empty();
        };
    }

    /// The form that tells a figure; empty if none does.
    ///
    /// @param figure none for regulations
    static Optional<String> form(Optional<Figure> figure) {
        if (figure.isEmpty()) {
            return Optional.of(ADVOCACY);
        }
        return switch (figure.get()) {
            case ENGAGEMENTS, SESSIONS, MALE, FEMALE, PARTICIPANTS, DISABLED, WITH_PARTNERS -> Optional.of(ENGAGEMENT);
            case ADVOCACIES, AGREEMENTS -> Optional.of(ADVOCACY);
            case IMPROVEMENTS -> Optional.of(IMPROVEMENT);
            case PUBLICATIONS, POSTS -> Optional.of(PUBLICATION);
            case STORIES -> Optional.of(STORY);
            case STATISTICS, VISITS, ONLINE_USERS, USERS, ICT_USERS, LOANS -> Optional.of(STATISTICS);
            case DIGITAL_USES, SERVICES, POLICIES -> Optional.empty();
        };
    }

    Field<BigDecimal> regulations(String kind) {
        return counted(SUBMISSION.REGULATION.eq(inline(kind)));
    }

    private Field<BigDecimal> visits() {
        return added(SUBMISSION.TOTAL, of(STATISTICS));
    }

    private static Condition of(String form) {
        return SUBMISSION.FORM_ID.eq(inline(form));
    }

    private static Field<BigDecimal> reports(String form) {
        return counted(of(form));
    }

    private static Field<BigDecimal> counted(Condition which) {
        return count().filterWhere(which).cast(SQLDataType.NUMERIC);
    }

    private static Field<BigDecimal> added(Field<? extends Number> column, Condition which) {
        return coalesce(sum(column).filterWhere(which), inline(BigDecimal.ZERO));
    }

    private Field<BigDecimal> people(Field<Integer> column) {
        var theirs = once
                ? FIRST.ID
                        .isNull()
                        .or(FIRST.STATUS.notIn(Status.counted().stream()
                                .map(status -> inline(status.stored()))
                                .toList()))
                : trueCondition();
        return added(column, of(ENGAGEMENT).and(theirs));
    }

    private static Condition hasPartners() {
        return condition("{0} <> '{}' and not {1} = any ({0})", SUBMISSION.PARTNERS, inline(NO_PARTNER));
    }

    private Field<BigDecimal> answers(String form, String indicator) {
        return questions.of(form, indicator).stream()
                .map(name -> field(
                        "case when jsonb_typeof({0} -> {1}) = 'number' then ({0} ->> {1})::numeric end",
                        SQLDataType.NUMERIC, SUBMISSION.ANSWERS, inline(name)))
                .reduce((one, other) -> coalesce(one, other))
                .map(number -> added(number, of(form)))
                .orElseGet(() -> inline(BigDecimal.ZERO));
    }

    private Field<BigDecimal> yes(String form, String indicator) {
        return counted(of(form).and(DSL.or(questions.of(form, indicator).stream()
                .map(name -> condition(
                        "{0} -> {1} @> to_jsonb(cast({2} as text))", SUBMISSION.ANSWERS, inline(name), inline(YES)))
                .toList())));
    }
}
