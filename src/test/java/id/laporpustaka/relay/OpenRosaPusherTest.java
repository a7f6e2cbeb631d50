package id.laporpustaka.relay;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.OPENROSA_REPORT;
import static id.laporpustaka.db.generated.Tables.OPENROSA_TARGET;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Answers;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Value;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.MadeUpReport;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.ReportChanges;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Submissions;
import id.laporpustaka.submission.Verdict;
import id.laporpustaka.submission.media.Media;
import id.laporpustaka.submission.media.StoreInMemory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenRosaPusherTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Form REPEATING = BuiltInForm.of("""
        settings
        ,form_id,version,form_title,instance_name
        ,T,7,Coba,"concat('Kegiatan ', ${title})"
        survey
        ,type,name,label,calculation
        ,text,title,Apa?,
        ,begin_group,when,Kapan?,
        ,date,day,Hari,
        ,time,hour,Jam,
        ,datetime,moment,Saat,
        ,end_group,,,
        ,begin_repeat,speaker,Narasumber,
        ,text,name,Siapa?,
        ,begin_group,more,Lagi,
        ,integer,hours,Berapa jam?,
        ,image,portrait,Foto,
        ,end_group,,,
        ,end_repeat,,,
        ,geopoint,where,Di mana?,
        ,select_multiple col,colours,Warna,
        ,acknowledge,sure,Yakin?,
        ,calculate,total,,sum(${hours})
        choices
        ,list_name,name,label
        ,col,RED,Merah
        ,col,BLU,Biru
        """);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final List<Form> forms = new ArrayList<>();
    private final StoreInMemory store = new StoreInMemory();
    private OpenRosaDouble central = new OpenRosaDouble(forms);
    private DSLContext db;
    private long sari;
    private long library;
    private int drafts;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        sari = new People(db).add(1001, "Sari Rahasia", "id");
        library = new Libraries(db)
                .add(
                        "Cahaya Ilmu",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2001"));
        for (var id : List.of("PM", "AD", "LI", "PB", "CD", "ST")) {
            forms.add(BuiltInForm.get(id));
        }
        forms.add(REPEATING);
        forms.forEach(form -> new FormVersions(db).publishBuiltIn(form.id(), form.version(), "source"));
    }

    @AfterEach
    void stop() {
        central.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD", "ST"})
    void reports_with_each_of_the_forms_are_what_the_form_says(String formId) throws Exception {
        var form = BuiltInForm.get(formId);
        var title = form.findQuestion("title").isPresent() ? "Kata & <judul> \"indah\" ✓" : "";
        var answers = Answers.none();
        if (!title.isEmpty()) {
            answers = answers.with("title", new Value.Text(title));
        }
        for (var question : form.questions()) {
            if (question.type().isSelect() && !question.choices().isEmpty()) {
                answers = answers.with(
                        question.name(),
                        Value.Selected.of(question.choices().getFirst().code()));
            }
        }
        send(form, answers);
        work(pusher(Map.of()));

        assertThat(central.complaints()).isEmpty();
        var kept = central.only();
        if (!title.isEmpty()) {
            assertThat(kept.value("title")).isEqualTo(title);
        }
        assertThat(kept.xml()).doesNotContain("Sari").doesNotContain("1001");
        assertThat(central.heads()).isEqualTo(1);
        assertThat(central.posts()).isEqualTo(1);
        work(pusher(Map.of()));
        assertThat(central.posts()).isEqualTo(1);
    }

    @Test
    void groups_repeats_and_all_kinds_of_answers_are_written_as_odk_writes_them() throws Exception {
        var answers = Answers.none()
                .with("title", new Value.Text("Dongeng\u0001"))
                .with("day", new Value.Day(TODAY))
                .with("hour", new Value.TimeOfDay(LocalTime.of(9, 30)))
                .with("moment", new Value.Moment(LocalDateTime.of(2025, 8, 20, 9, 30)))
                .with("speaker", new Value.Whole(2))
                .with("name[1]", new Value.Text("Pak Budi"))
                .with("hours[1]", new Value.Whole(2))
                .with("name[2]", new Value.Text("Bu Ani"))
                .with("where", new Value.Location(-7.5, 110.25, OptionalDouble.of(5)))
                .with("colours", new Value.Selected(List.of("RED", "BLU")))
                .with("sure", new Value.Acknowledged());
        send(REPEATING, answers);
        work(pusher(Map.of()));

        assertThat(central.complaints()).isEmpty();
        var xml = central.only().xml();
        assertThat(xml).contains("""
            <title>Dongeng</title><when><day>2025-08-20</day><hour>09:30:00.000+07:00</hour>\
            <moment>2025-08-20T09:30:00.000+07:00</moment></when>\
            <speaker><name>Pak Budi</name><more><hours>2</hours><portrait/></more></speaker>\
            <speaker><name>Bu Ani</name><more><hours/><portrait/></more></speaker>\
            <where>-7.5 110.25 0 5.0</where><colours>RED BLU</colours><sure>OK</sure><total>2</total>\
            """);
        assertThat(xml).startsWith("<?xml").contains("<data id=\"T\" version=\"7\">");
        assertThat(central.only().value("meta/instanceName")).startsWith("Kegiatan Dongeng");
    }

    @Test
    void a_correction_replaces_what_was_there_and_a_review_sends_nothing() throws Exception {
        var number = send(REPEATING, Answers.none().with("title", new Value.Text("Satu")));
        work(pusher(Map.of()));
        change(
                number,
                report -> ReportChange.reviewed(report, Verdict.VERIFY, Optional.empty(), List.of(), sari, NOON));
        work(pusher(Map.of()));
        assertThat(central.posts()).isEqualTo(1);

        correct(number, "Dua");
        work(pusher(Map.of()));
        correct(number, "Tiga");
        work(pusher(Map.of()));

        assertThat(central.complaints()).isEmpty();
        var kept = List.copyOf(central.kept().entrySet());
        assertThat(kept).hasSize(3);
        assertThat(kept.get(0).getValue().deprecated()).isEmpty();
        assertThat(kept.get(1).getValue().deprecated()).contains(kept.get(0).getKey());
        assertThat(kept.get(2).getValue().deprecated()).contains(kept.get(1).getKey());
        assertThat(kept.get(2).getValue().value("title")).isEqualTo("Tiga");
    }

    @Test
    void what_does_not_count_is_not_sent_until_it_does() throws Exception {
        var waiting = insert(REPEATING, Answers.none(), Status.WAITING);
        var withdrawn = send(REPEATING, Answers.none());
        change(withdrawn, report -> ReportChange.withdrawn(report, NOON));
        work(pusher(Map.of()));
        assertThat(central.kept()).isEmpty();

        change(withdrawn, report -> ReportChange.restored(report, false, NOON));
        work(pusher(Map.of()));
        assertThat(central.kept()).hasSize(1);
        assertThat(waiting).isNotEmpty();
    }

    @Test
    void only_the_forms_wanted_go_and_under_the_id_that_the_server_knows() throws Exception {
        send(REPEATING, Answers.none());
        send(BuiltInForm.get("PM"), Answers.none());
        work(pusher(Map.of("T", "T")));
        assertThat(central.only().root().getAttribute("id")).isEqualTo("T");

        work(pusher(Map.of("PM", "aKobo")));
        assertThat(central.complaints()).isEmpty();
    }

    @Test
    void photos_go_along_when_they_are_there_and_consent_is_given() throws Exception {
        var number = send(REPEATING, withPhoto("portrait[1]", "u1"));
        work(pusher(Map.of()));
        assertThat(central.kept()).isEmpty();

        stored("u1", "bytes of a photo \r\n--lapor");
        db.update(OPENROSA_REPORT).set(OPENROSA_REPORT.DUE_AT, NOON).execute();
        work(pusher(Map.of()));

        var kept = central.only();
        assertThat(kept.files()).hasSize(1);
        var name = kept.files().keySet().iterator().next();
        assertThat(name).matches("media-[0-9]+\\.jpg");
        assertThat(kept.value("speaker/more/portrait")).isEqualTo(name);
        assertThat(new String(Objects.requireNonNull(kept.files().get(name)), StandardCharsets.UTF_8))
                .isEqualTo("bytes of a photo \r\n--lapor");
        assertThat(number).isNotEmpty();

        var withoutConsent = Answers.none()
                .with("photos", new Value.Media(List.of(new MediaFile("f2", "u2", "image/jpeg", 1))))
                .with("photo_child", Value.Selected.of("YES"))
                .with("photo_consent", Value.Selected.of("NO"));
        insertAsItIs(BuiltInForm.get("PM"), withoutConsent);
        stored("u2", "secret");
        work(pusher(Map.of()));
        assertThat(central.complaints()).isEmpty();
        assertThat(List.copyOf(central.kept().values()).getLast().files()).isEmpty();
    }

    @Test
    void what_is_too_large_for_one_request_goes_in_several_and_what_is_too_large_at_all_is_set_aside()
            throws Exception {
        var two = Answers.none()
                .with("speaker", new Value.Whole(2))
                .with("portrait[1]", new Value.Media(List.of(new MediaFile("f1", "u1", "image/jpeg", 1))))
                .with("portrait[2]", new Value.Media(List.of(new MediaFile("f2", "u2", "image/jpeg", 1))));
        send(REPEATING, two);
        stored("u1", "a".repeat(3_000));
        stored("u2", "b".repeat(3_000));
        central.takesAtMost(8_000);
        work(pusher(Map.of()));

        assertThat(central.complaints()).isEmpty();
        assertThat(central.posts()).isEqualTo(2);
        assertThat(central.only().files()).hasSize(2);

        send(REPEATING, withPhoto("portrait[1]", "u3"));
        stored("u3", "c".repeat(20_000));
        work(pusher(Map.of()));
        assertThat(setAside()).containsExactly("too_large");
    }

    @Test
    void wrong_credentials_and_a_server_in_trouble_stop_everything_and_lose_nothing() throws Exception {
        send(REPEATING, Answers.none());
        send(REPEATING, Answers.none());
        central.answersHeads(401);
        work(pusher(Map.of()));
        assertThat(central.posts()).isZero();
        var standing = new OpenRosaReports(db).list().getFirst();
        assertThat(standing.problem()).contains("401");
        assertThat(standing.failingSince()).isPresent();
        assertThat(standing.waiting()).isEqualTo(2);

        central.answersHeads(204);
        central.answers(500, 502, 401, 0);
        for (var i = 0; i < 5; i++) {
            db.update(OPENROSA_TARGET).set(OPENROSA_TARGET.DUE_AT, NOON).execute();
            db.update(OPENROSA_REPORT)
                    .set(OPENROSA_REPORT.DUE_AT, NOON)
                    .where(OPENROSA_REPORT.DUE_AT.isNotNull())
                    .execute();
            work(pusher(Map.of()));
        }
        assertThat(central.kept()).hasSize(2);
        assertThat(new OpenRosaReports(db).list().getFirst().failingSince()).isEmpty();
        assertThat(setAside()).isEmpty();
    }

    @Test
    void a_report_that_is_refused_is_set_aside_and_can_be_tried_again() throws Exception {
        send(REPEATING, Answers.none());
        send(REPEATING, Answers.none());
        central.answers(413);
        work(pusher(Map.of()));

        assertThat(central.kept()).hasSize(1);
        assertThat(setAside()).containsExactly("413");

        assertThat(new OpenRosaReports(db).tryAgain()).isEqualTo(1);
        work(pusher(Map.of()));
        assertThat(central.kept()).hasSize(2);
    }

    @Test
    void a_conflict_is_a_refusal_unless_it_may_have_arrived_before() throws Exception {
        send(REPEATING, Answers.none());
        central.answers(409);
        work(pusher(Map.of()));
        assertThat(setAside()).containsExactly("409");

        new OpenRosaReports(db).tryAgain();
        central.answers(0, 409);
        work(pusher(Map.of()));
        db.update(OPENROSA_TARGET).set(OPENROSA_TARGET.DUE_AT, NOON).execute();
        work(pusher(Map.of()));
        assertThat(setAside()).isEmpty();
        assertThat(new OpenRosaReports(db).list().getFirst().arrived()).isEqualTo(1);
    }

    @Test
    void what_was_being_sent_when_the_process_died_is_the_same_when_it_is_sent_again() throws Exception {
        send(REPEATING, withPhoto("portrait[1]", "u1"));
        stored("u1", "photo");
        central.afterTaking(() -> {
            central.afterTaking(() -> {});
            throw new IllegalStateException("The connection dies with the process");
        });
        work(pusher(Map.of()));
        db.update(OPENROSA_TARGET).set(OPENROSA_TARGET.DUE_AT, NOON).execute();
        assertThat(new OpenRosaReports(db).list().getFirst().arrived()).isZero();

        work(pusher(Map.of()));

        assertThat(central.posts()).isEqualTo(2);
        assertThat(central.complaints()).isEmpty();
        assertThat(central.kept()).hasSize(1);
        assertThat(new OpenRosaReports(db).list().getFirst().arrived()).isEqualTo(1);
    }

    @Test
    void an_unknown_form_sets_its_reports_aside_and_holds_up_no_other() throws Exception {
        send(REPEATING, Answers.none());
        send(BuiltInForm.get("PM"), Answers.none());
        forms.remove(REPEATING);
        var others = forms.stream().filter(form -> !form.id().equals("T")).toList();
        assertThat(others).hasSize(6);
        work(pusher(Map.of("T", "T", "PM", "PM")));
        forms.add(REPEATING);

        assertThat(central.kept()).hasSize(1);
        assertThat(central.only().root().getAttribute("id")).isEqualTo("PM");
    }

    private List<String> setAside() {
        return new OpenRosaReports(db)
                .listSetAside(10).stream()
                        .map(OpenRosaReports.SetAside::problem)
                        .toList();
    }

    private OpenRosaPusher pusher(Map<String, String> formIds) {
        var target = central.target(formIds);
        return new OpenRosaPusher(
                fresh.database(),
                catalogue(),
                target,
                new OpenRosaServer(target, store, Clock.systemUTC(), Duration.ofSeconds(10)),
                new WebhookPauses(
                        List.of(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)),
                        3,
                        Duration.ofDays(3)));
    }

    private FormCatalogue catalogue() {
        var all = List.of(
                BuiltInForm.get("PM"),
                BuiltInForm.get("AD"),
                BuiltInForm.get("LI"),
                BuiltInForm.get("PB"),
                BuiltInForm.get("CD"),
                BuiltInForm.get("ST"),
                REPEATING);
        return new FormCatalogue() {
            @Override
            public List<Form> listCurrent() {
                return all;
            }

            @Override
            public Optional<Form> find(String formId, String version) {
                return findCurrent(formId);
            }
        };
    }

    private static void work(OpenRosaPusher pusher) throws InterruptedException {
        var isWorking = true;
        while (isWorking) {
            isWorking = pusher.workOnce();
        }
    }

    private static Answers withPhoto(String question, String uniqueId) {
        return Answers.none()
                .with("speaker", new Value.Whole(1))
                .with(question, new Value.Media(List.of(new MediaFile("f-" + uniqueId, uniqueId, "image/jpeg", 1))));
    }

    private void stored(String uniqueId, String bytes) {
        var key = "test/" + uniqueId;
        store.put(key, bytes.getBytes(StandardCharsets.UTF_8));
        db.update(MEDIA)
                .set(MEDIA.STATE, "stored")
                .set(MEDIA.STORE_KEY, key)
                .set(MEDIA.CONTENT_TYPE, "image/jpeg")
                .set(MEDIA.SIZE, (long) bytes.length())
                .where(MEDIA.UNIQUE_ID.eq(uniqueId))
                .execute();
    }

    private String send(Form form, Answers answers) {
        return insert(form, answers, Status.SENT);
    }

    private String insert(Form form, Answers answers, Status status) {
        var effective = form.evaluate(answers, new Facts(TODAY, ZONE, Language.INDONESIAN))
                .effective();
        return insert(form, effective, status, true);
    }

    private void insertAsItIs(Form form, Answers answers) {
        insert(form, answers, Status.SENT, true);
    }

    private String insert(Form form, Answers sent, Status status, boolean withFiles) {
        drafts++;
        var number = "N-" + drafts;
        var id = new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        drafts,
                        number,
                        form.id(),
                        form.version(),
                        library,
                        sari,
                        status,
                        NOON,
                        MadeUpReport.of(Optional.of("Pelatihan"), TODAY, 32),
                        new AnswersJson().write(sent, form).toString())))
                .get((long) drafts);
        if (withFiles) {
            new Media(db).attach(Map.of(Objects.requireNonNull(id), Media.filesOf(sent)));
        }
        return number;
    }

    private void correct(String number, String title) {
        var answers = Answers.none().with("title", new Value.Text(title));
        change(
                number,
                report -> ReportChange.corrected(
                        report,
                        new ReportChange.Content(
                                MadeUpReport.of(Optional.of(title), TODAY, 32),
                                new AnswersJson().write(answers, REPEATING).toString()),
                        "{}",
                        NOON));
    }

    private void change(String number, Function<Report, ReportChange> change) {
        var id = db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.NUMBER.eq(number))
                .fetchSingle()
                .value1();
        new ReportChanges(db)
                .apply(List.of(change.apply(new Reports(db).findAll(List.of(id)).getFirst())));
    }
}
