package id.laporpustaka.export;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.form.Answers;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.PhotoConsent;
import id.laporpustaka.submission.PrivateAnswers;
import id.laporpustaka.submission.Proofs;
import id.laporpustaka.submission.Status;
import id.laporpustaka.texts.AnswerTexts;
import id.laporpustaka.texts.ReportWords.LeftOut;
import id.laporpustaka.texts.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Finds what documents of reports are made of, with a number of queries that does not depend on how many
/// reports there are. Each report that is found has a proof from then on.
public final class ReportDocuments {
    /// The most reports that one document holds.
    public static final int MOST = 500;

    private static final Field<Integer> ALL = count().over().as("all");
    private static final Field<String> ROLE = field(name("role"), String.class);

    private final DSLContext db;
    private final FormCatalogue forms;
    private final Texts texts;
    private final PhotoSource photos;
    private final String publicUrl;
    private final ObjectMapper json = new ObjectMapper();
    private final AnswersJson answersJson = new AnswersJson();

    /// @param publicUrl what stands before the path of a proof, without a slash at the end
    public ReportDocuments(DSLContext db, FormCatalogue forms, Texts texts, PhotoSource photos, String publicUrl) {
        this.db = db;
        this.forms = forms;
        this.texts = texts;
        this.photos = photos;
        this.publicUrl = publicUrl;
    }

    /// A report, whatever became of it, if it is within the scope or the reader's own.
    ///
    /// @param number as on the receipt, in capitals or not
    public Optional<ReportDocument> find(Scope scope, long readerId, String number, Language language) {
        var readable = ScopeCondition.restrict(scope).or(SUBMISSION.REPORTER_ID.eq(readerId));
        var rows = rows(SUBMISSION.NUMBER.eq(number.toUpperCase(Locale.ROOT)).and(readable), 1);
        return rows.stream()
                .findFirst()
                .flatMap(row -> findLetterhead(row.libraryId()))
                .flatMap(letterhead ->
                        documents(rows, letterhead, language).stream().findFirst());
    }

    /// The reports of a library that begin in a period and count, the first [#MOST] of them; empty if the
    /// library is not within the scope.
    public Optional<ReportBook> findBook(Scope scope, long libraryId, LocalDate from, LocalDate to, Language language) {
        return findWithin(scope, libraryId).map(letterhead -> {
            var rows = rows(
                    ScopeCondition.restrict(scope)
                            .and(SUBMISSION.LIBRARY_ID.eq(libraryId))
                            .and(SUBMISSION.DATE_START.between(from, to))
                            .and(SUBMISSION.STATUS.in(Status.counted().stream()
                                    .map(Status::stored)
                                    .toList())),
                    MOST);
            var all = rows.isEmpty() ? 0 : rows.getFirst().all();
            return new ReportBook(
                    language, letterhead, from, to, documents(rows, letterhead, language), all - rows.size());
        });
    }

    private Optional<Letterhead> findWithin(Scope scope, long libraryId) {
        return findLetterhead(libraryId)
                .filter(letterhead ->
                        scope.includes(libraryId, letterhead.library().region().code()));
    }

    private Optional<Letterhead> findLetterhead(long libraryId) {
        return new Libraries(db)
                .findById(libraryId)
                .map(library -> new Letterhead(
                        library, new Regions(db).listPath(library.region().code())));
    }

    private record Row(
            long id,
            long libraryId,
            String number,
            String formId,
            String formVersion,
            Optional<String> title,
            Status status,
            LocalDate dateStart,
            OptionalInt total,
            Instant sentAt,
            Optional<String> sender,
            Optional<MemberRole> role,
            String answers,
            int all) {}

    private List<Row> rows(Condition which, int limit) {
        var role = select(MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.PERSON_ID.eq(SUBMISSION.REPORTER_ID))
                .and(MEMBERSHIP.LIBRARY_ID.eq(SUBMISSION.LIBRARY_ID))
                .orderBy(field(MEMBERSHIP.STATUS.eq(inline("accepted"))).desc(), MEMBERSHIP.ID.desc())
                .limit(inline(1));
        return db.select(
                        SUBMISSION.ID,
                        SUBMISSION.LIBRARY_ID,
                        SUBMISSION.NUMBER,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.FORM_VERSION,
                        SUBMISSION.TITLE,
                        SUBMISSION.STATUS,
                        SUBMISSION.DATE_START,
                        SUBMISSION.TOTAL,
                        SUBMISSION.SUBMITTED_AT,
                        SUBMISSION.ANSWERS,
                        PERSON.NAME,
                        DSL.field(role).as(ROLE),
                        ALL)
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(SUBMISSION.REPORTER_ID))
                .where(which)
                .orderBy(SUBMISSION.DATE_START, SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                .limit(limit)
                .fetch(ReportDocuments::row);
    }

    private static Row row(Record row) {
        var total = row.get(SUBMISSION.TOTAL);
        return new Row(
                row.get(SUBMISSION.ID),
                row.get(SUBMISSION.LIBRARY_ID),
                row.get(SUBMISSION.NUMBER),
                row.get(SUBMISSION.FORM_ID),
                row.get(SUBMISSION.FORM_VERSION),
                Optional.ofNullable(row.get(SUBMISSION.TITLE)),
                Status.of(row.get(SUBMISSION.STATUS)),
                row.get(SUBMISSION.DATE_START),
                total == null ? OptionalInt.empty() : OptionalInt.of(total),
                row.get(SUBMISSION.SUBMITTED_AT),
                Optional.ofNullable(row.get(PERSON.NAME)),
                Optional.ofNullable(row.get(ROLE)).map(MemberRole::valueOf),
                row.get(SUBMISSION.ANSWERS).data(),
                row.get(ALL));
    }

    private record Filled(Row row, Optional<Form> form, Answers answers) {
        List<String> photoIds() {
            var ids = new ArrayList<String>();
            form.ifPresent(of -> answers.values().forEach((name, value) -> {
                if (value instanceof Value.Media(var files)
                        && of.findQuestion(name)
                                .filter(question -> question.type() == QuestionType.IMAGE)
                                .isPresent()) {
                    files.stream().map(MediaFile::uniqueId).forEach(ids::add);
                }
            }));
            return ids;
        }
    }

    private List<ReportDocument> documents(List<Row> rows, Letterhead letterhead, Language language) {
        var proofs = new Proofs(db).giveAll(rows.stream().map(Row::id).toList());
        var filled = rows.stream().map(this::filled).toList();
        var wanted = filled.stream()
                .flatMap(report -> report.photoIds().stream())
                .distinct()
                .toList();
        var found = wanted.isEmpty() ? Map.<String, PhotoSource.Photo>of() : photos.findAll(wanted);
        return filled.stream()
                .map(report -> document(
                        report,
                        letterhead,
                        language,
                        found,
                        requireNonNull(proofs.get(report.row().id()))))
                .toList();
    }

    private Filled filled(Row row) {
        var form = forms.find(row.formId(), row.formVersion());
        try {
            var node = json.readTree(row.answers());
            return new Filled(
                    row, form, form.map(of -> answersJson.read(node, of)).orElseGet(Answers::none));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database has JSON that is none, in report " + row.number(), e);
        }
    }

    private ReportDocument document(
            Filled filled,
            Letterhead letterhead,
            Language language,
            Map<String, PhotoSource.Photo> found,
            String proof) {
        var row = filled.row();
        var consent = filled.form()
                .map(form -> PhotoConsent.of(form, filled.answers()))
                .orElseGet(() -> new PhotoConsent(false, false));
        var printed = new ArrayList<PhotoSource.Photo>();
        var leftOut = new EnumMap<LeftOut, Integer>(LeftOut.class);
        for (var id : filled.photoIds()) {
            var photo = found.get(id);
            if (!consent.given()) {
                var why = consent.guardiansMissing() ? LeftOut.GUARDIANS_MISSING : LeftOut.REPORTING_ONLY;
                leftOut.merge(why, 1, Integer::sum);
            } else if (photo == null) {
                leftOut.merge(LeftOut.NOT_FETCHED, 1, Integer::sum);
            } else {
                printed.add(photo);
            }
        }
        var answers = filled.form()
                .map(form -> answers(form, filled, letterhead.library(), language))
                .orElseGet(List::of);
        var shown = answers.stream()
                .filter(answer -> !answer.title() && !isPhotos(answer) && !isPrivate(answer))
                .toList();
        return new ReportDocument(
                language,
                letterhead,
                row.number(),
                filled.form().map(form -> form.title().in(language)).orElse(row.formId()),
                row.title(),
                row.status(),
                row.dateStart(),
                row.total(),
                row.sentAt(),
                row.sender(),
                row.role(),
                shown,
                printed,
                leftOut,
                consent.reportingOnly(),
                answers.stream().anyMatch(ReportDocuments::isPrivate),
                publicUrl + Proofs.PATH + proof);
    }

    private static boolean isPhotos(AnswerTexts.Answer answer) {
        return answer.questions().stream().allMatch(question -> question.type() == QuestionType.IMAGE);
    }

    private static boolean isPrivate(AnswerTexts.Answer answer) {
        return answer.questions().stream().anyMatch(PrivateAnswers::isPrivate);
    }

    private List<AnswerTexts.Answer> answers(Form form, Filled filled, Library library, Language language) {
        var at = filled.row().sentAt().atZone(library.zone()).toLocalDateTime();
        return texts.answers(language)
                .list(form, filled.answers(), new Facts(at.toLocalDate(), library.zone(), language, at));
    }
}
