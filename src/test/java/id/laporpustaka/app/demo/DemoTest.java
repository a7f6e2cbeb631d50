package id.laporpustaka.app.demo;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.SubmissionNumber;
import id.laporpustaka.submission.media.Media;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SilentLibrary;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.SummaryQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static final List<Form> FORMS =
            PublishedForms.BUILT_IN.stream().map(BuiltInForm::get).toList();

    @BeforeAll
    static void seed() throws IOException {
        addRegions();
        for (var form : FORMS) {
            new FormVersions(FRESH.context()).publishBuiltIn(form.id(), form.version(), BuiltInForm.text(form.id()));
        }
        Demo.seed(FRESH.database(), FORMS, TODAY);
    }

    @Test
    void the_demo_is_added_once() {
        var before = FRESH.context().fetchCount(SUBMISSION);

        var added = Demo.seed(FRESH.database(), FORMS, TODAY.plusDays(1));

        assertThat(added).isFalse();
        assertThat(FRESH.context().fetchCount(SUBMISSION)).isEqualTo(before).isBetween(150, 350);
    }

    @Test
    void there_is_something_of_every_form() {
        assertThat(FRESH.context()
                        .selectDistinct(SUBMISSION.FORM_ID)
                        .from(SUBMISSION)
                        .fetch(SUBMISSION.FORM_ID))
                .containsExactlyInAnyOrderElementsOf(PublishedForms.BUILT_IN);
    }

    @Test
    void everybody_whom_one_can_play_is_ready() {
        var actors = new People(FRESH.context())
                .findActors(Demo.phones().stream().map(DemoPerson::telegramId).toList());

        assertThat(actors.values()).hasSize(4).allMatch(Actor::consented);
        assertThat(actor(Demo.SARI).reportsFor()).singleElement().satisfies(reporting -> {
            assertThat(reporting.libraryName()).isEqualTo("Perpustakaan Desa Cahaya Ilmu");
            assertThat(reporting.regionName()).isEqualTo("Desa Harjobinangun, Kec. Grabag");
            assertThat(reporting.accepted()).isTrue();
        });
        assertThat(actor(Demo.JOKO).reportsFor()).hasSize(2);
        assertThat(actor(Demo.RATNA).has(Role.PIC_KAB)).isTrue();
        assertThat(Scope.of(actor(Demo.BUDI))).isEqualTo(new Scope.Everything());
    }

    @Test
    void every_report_obeys_its_form_and_lies_in_the_past() throws Exception {
        var json = new ObjectMapper();
        for (var row : FRESH.context().selectFrom(SUBMISSION)) {
            var sentOn = row.getSubmittedAt().atZone(ZONE).toLocalDate();
            var form = FORMS.stream()
                    .filter(of -> of.id().equals(row.getFormId()))
                    .findFirst()
                    .orElseThrow();
            var answers = new AnswersJson().read(json.readTree(row.getAnswers().data()), form);
            var evaluation = form.evaluate(answers, new Facts(sentOn, ZONE, Language.INDONESIAN));
            for (var question : form.questions()) {
                assertThat(evaluation.violation(question))
                        .as("%s of %s", question.name(), answers)
                        .isEmpty();
                assertThat(evaluation.required(question)
                                && answers.find(question.name()).isEmpty())
                        .as("%s of %s", question.name(), answers)
                        .isFalse();
            }
            assertThat(sentOn).isBefore(TODAY);
            assertThat(row.getDateStart()).isBeforeOrEqualTo(sentOn);
            assertThat(SubmissionNumber.verify(row.getNumber())).isTrue();
        }
    }

    @Test
    void the_photos_of_the_newest_reports_are_painted_and_those_of_elsewhere_fetched(@TempDir Path folder)
            throws Exception {
        var db = FRESH.context();
        var files = new DemoFiles(FRESH.database(), (_, _, _) -> new MediaSource.Fetched.Gone("elsewhere"));
        var newest = db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.PHOTO_COUNT.gt(0))
                .orderBy(SUBMISSION.SUBMITTED_AT.desc())
                .limit(1)
                .fetchSingle()
                .value1();
        var picture = folder.resolve("picture");
        var began = System.nanoTime();

        assertThat(db.fetchCount(MEDIA)).isBetween(50, 60);
        assertThat(new Media(db).listOf(List.of(newest))).containsOnlyKeys(newest);
        for (var fileId : db.select(MEDIA.FILE_ID).from(MEDIA).limit(10).fetch(MEDIA.FILE_ID)) {
            assertThat(files.fetch(fileId, MediaSource.MOST_BYTES, picture))
                    .isEqualTo(new MediaSource.Fetched.Found(Files.size(picture)));
            assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1_280);
        }
        System.out.printf("a demo picture takes %d ms%n", (System.nanoTime() - began) / 10_000_000);
        assertThat(files.fetch("AgACAgUAAx", MediaSource.MOST_BYTES, picture))
                .isEqualTo(new MediaSource.Fetched.Gone("elsewhere"));
    }

    @Test
    void the_coordinator_finds_activity_and_silence() {
        var summaries = new Summaries(FRESH.context());
        var months = new Period(TODAY.minusMonths(3), TODAY);
        var query = SummaryQuery.of(months, Scope.of(actor(Demo.RATNA)));

        var summary = summaries.summarise(query.by(GroupBy.DISTRICT));
        var silent = summaries.silentLibraries(query, 10, 0);

        assertThat(summary.coverage().partners()).isEqualTo(8);
        assertThat(summary.coverage().joined()).isEqualTo(7);
        assertThat(summary.coverage().reported()).isEqualTo(6);
        assertThat(summary.rows()).hasSize(6);
        assertThat(summary.totals().participants()).isPositive();
        assertThat(silent).extracting(SilentLibrary::joined).containsExactly(true, false);
        assertThat(silent)
                .extracting(library -> library.library().name())
                .isEqualTo(List.of("Perpustakaan Desa Widya Pustaka", "Perpustakaan Desa Sumber Pintar"));
    }

    /// Those of the region data that the libraries lie in, so that a code which is not in the data fails.
    private static void addRegions() throws IOException {
        var names = new HashMap<String, String>();
        for (var file : List.of("provinces", "regencies", "districts", "villages")) {
            for (var line : Files.readAllLines(Path.of("db", "regions", file + ".csv"))) {
                names.put(line.substring(0, line.indexOf(',')), line.substring(line.lastIndexOf(',') + 1));
            }
        }
        var codes = new TreeSet<String>();
        for (var library : DemoLibrary.ALL) {
            for (var level : RegionLevel.values()) {
                codes.add(library.regionCode().substring(0, level.codeLength()));
            }
        }
        for (var code : codes) {
            assertThat(names).containsKey(code);
            SampleRegions.add(FRESH.context(), code, names.getOrDefault(code, ""));
        }
    }

    private static Actor actor(DemoPerson person) {
        return new People(FRESH.context())
                .findActors(List.of(person.telegramId()))
                .values()
                .iterator()
                .next();
    }
}
