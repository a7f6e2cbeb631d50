package id.laporpustaka.submission.publishing;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.FormChanges;
import id.laporpustaka.submission.FormSource;
import id.laporpustaka.submission.FormVersions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FormPublisherTest {
    private static final String FIRST = form("1", "integer", ",mode,A,Di dalam\n,mode,B,Di luar\n,mode,C,Daring\n");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long sari;

    @BeforeEach
    void publishTheFirstVersion() {
        db = fresh.context();
        sari = new People(db).add(7, "Bu Sari", "id");
        publish(FIRST);
    }

    @Test
    void a_candidate_becomes_the_present_version_and_is_gone() {
        var next = form("2", "integer", ",mode,A,Di dalam\n");

        var outcome = publish(next);

        assertThat(outcome).isEqualTo(new Publishing.Published("F", "2"));
        assertThat(new FormVersions(db).listOf("F"))
                .containsExactly(
                        new FormSource("F", "1", FIRST, false, Optional.empty()),
                        new FormSource("F", "2", next, false, Optional.empty()));
        assertThat(new FormCandidates(db).listAll()).isEmpty();
    }

    @Test
    void who_published_is_on_record_and_named_from_the_present_name() {
        new People(db).rename(By.chat(sari), sari, "Bu Sari Dewi");

        var version = new FormHistories(db).listAll().getFirst().present();

        assertThat(version.publishedBy()).contains("Bu Sari Dewi");
        assertThat(db.select(AUDIT.PERSON_ID, AUDIT.ACTION, AUDIT.DETAILS.cast(String.class))
                        .from(AUDIT)
                        .where(AUDIT.ACTION.eq("form_published"))
                        .fetch())
                .extracting(row -> row.value1(), row -> row.value2(), row -> row.value3())
                .containsExactly(tuple(sari, "form_published", "{\"form\": \"F\", \"version\": \"1\"}"));
    }

    @Test
    void what_goes_with_the_present_version_is_said_before_publishing() {
        var less = CsvSheets.read("""
            settings
            ,form_id,version,form_title
            ,F,0.9,Kegiatan
            survey
            ,type,name,label::id,label::en
            ,text,mine,Apa?,What?
            ,text,yours,,Whose?
            """);

        var remarks = new FormPublisher(db).remarks(BuiltInForm.of(CsvSheets.write(less)), less);

        assertThat(remarks)
                .extracting(
                        remark -> remark.row() + " " + remark.column(),
                        remark -> remark.message().in(Language.ENGLISH))
                .contains(tuple(
                        "7 label::id",
                        "\"yours\" has no text in this language, so it is asked in another one. Is the cell empty, or"
                                + " merged?"))
                .contains(tuple("0 ", "Version 0.9 seems to be older than the one that is published now, 1."))
                .anySatisfy(remark -> assertThat(remark.toString()).contains("Questions of version 1 that are gone"));
    }

    @Test
    void of_one_version_only_the_last_upload_waits() {
        var next = form("2", "integer", ",mode,A,Di dalam\n");

        new FormCandidates(db).add("F", "2", FIRST, false, sari);
        new FormCandidates(db).add("F", "2", next, false, sari);

        assertThat(new FormCandidates(db).listAll())
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.source()).isEqualTo(next));
    }

    @Test
    void who_has_been_erased_is_not_named() {
        new People(db).erase(By.chat(sari), sari, Instant.parse("2025-08-20T03:00:00Z"));

        assertThat(new FormHistories(db).listAll().getFirst().present().publishedBy())
                .isEmpty();
    }

    @Test
    void a_version_that_is_published_keeps_its_text() {
        assertThat(publish(form("1", "integer", ",mode,A,Di dalam\n")))
                .isInstanceOfSatisfying(
                        Publishing.Refused.class,
                        refused -> assertThat(english(refused.problems().getFirst()))
                                .isEqualTo("settings 3 version: Version \"1\" of this form is published already with"
                                        + " other content. Write a new version, for example 2."));
        assertThat(new FormVersions(db).find("F", "1").orElseThrow().source()).isEqualTo(FIRST);
    }

    @Test
    void the_same_text_again_changes_nothing() {
        assertThat(publish(FIRST)).isEqualTo(new Publishing.AlreadyPublished("F", "1"));
        assertThat(new FormVersions(db).listOf("F")).hasSize(1);
        assertThat(new FormCandidates(db).listAll()).isEmpty();
    }

    @Test
    void a_question_keeps_its_type_even_after_a_version_without_it() {
        publish("""
            settings
            ,form_id,version,form_title
            ,F,2,Coba
            survey
            ,type,name,label
            ,text,title,Apa?
            """);

        assertThat(problems(form("3", "text", ",mode,A,Di dalam\n")))
                .isEqualTo("survey 7 type: The question \"people\" has the type integer in version 1 and now text."
                        + " Give it its type back, or use another name for the new question.");
    }

    @Test
    void a_retired_code_never_stands_for_something_else() {
        publish(form("2", "integer", ",mode,A,Di dalam\n,mode,B,Di luar\n"));

        assertThat(problems(form("3", "integer", ",mode,A,Di dalam\n,mode,C,Di kapal\n")))
                .isEqualTo("choices 11 name: The code \"C\" of the question \"mode\" means \"Daring\" in version 1, so"
                        + " it can't be used for \"Di kapal\". Use a new code.");
        assertThat(problems(form("3", "integer", ",mode,A,Di dalam\n,mode,C,Daring\n")))
                .isEmpty();
    }

    @Test
    void codes_do_not_change_places_but_labels_may_be_worded_better() {
        assertThat(problems(form("2", "integer", ",mode,A,Di luar\n,mode,B,Di dalam\n,mode,C,Daring\n")))
                .contains("The code \"A\"", "The code \"B\"")
                .doesNotContain("The code \"C\"");
        assertThat(problems(form("2", "integer", ",mode,A,Di dalam perpustakaan\n,mode,B,Di luar\n")))
                .isEmpty();
    }

    @Test
    void a_version_is_a_plain_word() {
        assertThat(problems(form("2", "integer", ",mode,A,Di dalam\n").replace(",F,2", ",F,versi 2")))
                .startsWith("settings 3 version: The version \"versi 2\" can't be used.");
    }

    @Test
    void a_candidate_is_published_once() {
        var id = new FormCandidates(db).add("F", "2", form("2", "integer", ",mode,A,Di dalam\n"), false, sari);

        publish(id);

        assertThat(publish(id)).isEqualTo(new Publishing.Gone());
    }

    @Test
    void a_form_is_retired_and_offered_again() {
        assertThat(retire()).isTrue();
        assertThat(retire()).isFalse();
        assertThat(new FormHistories(db).listAll().getFirst().retiredAt()).isPresent();

        assertThat(offerAgain()).isTrue();
        assertThat(offerAgain()).isFalse();
        assertThat(new FormHistories(db).listAll().getFirst().retiredAt()).isEmpty();
        assertThat(db.select(AUDIT.ACTION).from(AUDIT).orderBy(AUDIT.ID).fetch(AUDIT.ACTION))
                .containsExactly("form_published", "form_retired", "form_offered");
    }

    @Test
    void every_change_is_counted_for_the_other_processes() {
        var before = new FormChanges(db).number();

        var id = new FormCandidates(db).add("F", "2", "source", false, sari);
        new FormCandidates(db).discard(id);
        retire();

        assertThat(new FormChanges(db).number()).isEqualTo(before + 3);
    }

    @Test
    void candidates_are_kept_for_a_time() {
        var candidates = new FormCandidates(db);
        candidates.add("F", "2", "source", false, sari);

        candidates.deleteUploadedBefore(Instant.now(Clock.systemUTC()).minus(Duration.ofDays(30)));
        assertThat(candidates.listAll()).hasSize(1);

        candidates.deleteUploadedBefore(Instant.now(Clock.systemUTC()).plus(Duration.ofDays(1)));
        assertThat(candidates.listAll()).isEmpty();
    }

    private Publishing publish(String csv) {
        var form = read(csv);
        var id = new FormCandidates(db).add(form.id(), form.version(), csv, false, sari);
        return publish(id);
    }

    private Publishing publish(long candidate) {
        return fresh.database().inTransaction(tx -> new FormPublisher(tx).publish(candidate, By.chat(sari)));
    }

    private boolean retire() {
        return fresh.database().inTransaction(tx -> new FormPublisher(tx).retire("F", By.chat(sari)));
    }

    private boolean offerAgain() {
        return fresh.database().inTransaction(tx -> new FormPublisher(tx).offerAgain("F", By.chat(sari)));
    }

    private String problems(String csv) {
        return String.join(
                "\n",
                new FormPublisher(db)
                        .problems(read(csv), CsvSheets.read(csv)).stream()
                                .map(FormPublisherTest::english)
                                .toList());
    }

    private static String english(FormProblem problem) {
        return "%s %d %s: %s"
                .formatted(
                        problem.sheet(),
                        problem.row(),
                        problem.column(),
                        problem.message().in(Language.ENGLISH));
    }

    private static Form read(String csv) {
        return switch (XlsForms.read(csv)) {
            case FormReading.Accepted(var form, var _) -> form;
            case FormReading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String form(String version, String typeOfPeople, String choices) {
        return """
            settings
            ,form_id,version,form_title
            ,F,%s,Coba
            survey
            ,type,name,label
            ,select_one mode,mode,Di mana?
            ,%s,people,Berapa orang?
            choices
            ,list_name,name,label
            %s\
            """.formatted(version, typeOfPeople, choices);
    }
}
