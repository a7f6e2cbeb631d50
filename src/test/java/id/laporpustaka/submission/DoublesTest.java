package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DoublesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 8, 19);
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long library;
    private long other;
    private long sari;
    private long drafts = 100;

    @BeforeEach
    void start() {
        db = fresh.context();
        SampleRegions.addTo(db);
        var village = SampleRegions.id(db, "33.06.01.2001");
        library = new Libraries(db).add("Cahaya Ilmu", LibraryType.DESA, Scheme.PENUH, Optional.empty(), village);
        other = new Libraries(db).add("Pelita", LibraryType.DESA, Scheme.PENUH, Optional.empty(), village);
        sari = new People(db).add(7, "Sari", "id");
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
        new FormVersions(db).publishBuiltIn("AD", "1", "source");
    }

    @Test
    void the_same_name_on_the_same_day_is_found() {
        var number = report(library, "PM", "Pelatihan keripik singkong", DAY, "{}");

        assertThat(doubles(library, "PM", "pelatihan kripik singkong", DAY))
                .extracting(Doubles.Lookalike::number)
                .containsExactly(number);
    }

    @Test
    void another_library_kind_day_or_name_is_not() {
        report(other, "PM", "Pelatihan keripik singkong", DAY, "{}");
        report(library, "AD", "Pelatihan keripik singkong", DAY, "{}");
        report(library, "PM", "Pelatihan keripik singkong", DAY.minusDays(2), "{}");
        report(library, "PM", "Dongeng Jumat bersama anak-anak", DAY, "{}");

        assertThat(doubles(library, "PM", "Pelatihan keripik singkong", DAY)).isEmpty();
    }

    @Test
    void a_day_beside_needs_a_name_that_is_nearly_the_same() {
        var number = report(library, "PM", "Pelatihan keripik singkong", DAY.minusDays(1), "{}");

        assertThat(doubles(library, "PM", "Pelatihan keripik singkong!", DAY))
                .extracting(Doubles.Lookalike::number)
                .containsExactly(number);
        assertThat(doubles(library, "PM", "Pelatihan membuat keripik pisang", DAY))
                .isEmpty();
    }

    @Test
    void what_was_taken_back_is_not_found_and_neither_is_the_report_itself() {
        report(library, "PM", "Pelatihan keripik singkong", DAY, "{}");
        db.update(SUBMISSION).set(SUBMISSION.STATUS, "withdrawn").execute();
        report(library, "PM", "Pelatihan keripik singkong", DAY, "{}");

        var asked = new Doubles.Asked(drafts, library, "PM", "Pelatihan keripik singkong", DAY, DAY, List.of());

        assertThat(new Doubles(db).find(List.of(asked))).isEmpty();
    }

    @Test
    void the_same_photo_is_found_on_any_day_and_so_is_its_copy() {
        var number =
                report(library, "PM", "Kelas merajut", DAY.minusDays(40), "{\"photos\": [{\"unique_id\": \"u1\"}]}");
        var first = photo("u1", 0b1111_0000L);
        var copy = photo("u2", 0b1111_0011L);
        photo("u3", ~0b1111_0000L);
        db.insertInto(SUBMISSION_MEDIA)
                .select(db.select(
                                SUBMISSION.ID,
                                org.jooq.impl.DSL.inline("photos"),
                                org.jooq.impl.DSL.val(first),
                                org.jooq.impl.DSL.inline((short) 0))
                        .from(SUBMISSION))
                .execute();

        assertThat(copy).isPositive();
        assertThat(withPhotos("u1")).extracting(Doubles.Lookalike::number).containsExactly(number);
        assertThat(withPhotos("u2")).allMatch(Doubles.Lookalike::samePhoto).hasSize(1);
        assertThat(withPhotos("u3")).isEmpty();
        assertThat(withPhotos("never seen")).isEmpty();
    }

    /// Titles as people write the same activity a second time, beside others that only have words in common.
    @Test
    void few_doubles_are_missed_and_few_others_asked_about() {
        var random = new Random(5);
        var found = 0;
        var missed = new ArrayList<String>();
        var wronglyAsked = new ArrayList<String>();
        var others = 0;
        for (var title : Titles.ALL) {
            report(library, "PM", title, DAY, "{}");
            for (var again : Titles.again(title, random)) {
                if (isFound(again)) {
                    found++;
                } else {
                    missed.add(title + " | " + again);
                }
            }
            for (var near : Titles.ALL) {
                if (!near.equals(title)) {
                    others++;
                    if (isFound(near)) {
                        wronglyAsked.add(title + " | " + near);
                    }
                }
            }
            db.deleteFrom(SUBMISSION_REVISION).execute();
            db.deleteFrom(SUBMISSION).execute();
        }

        var recall = found / (double) (found + missed.size());
        var precision = found / (double) (found + wronglyAsked.size());
        System.out.printf(
                "Doubles on the same day: recall %.3f of %d, precision %.3f with %d others; missed %s; asked about"
                        + " %s%n",
                recall, found + missed.size(), precision, others, missed, wronglyAsked);
        assertThat(recall).isGreaterThan(0.9);
        assertThat(precision).isGreaterThan(0.9);
    }

    private boolean isFound(String title) {
        return !doubles(library, "PM", title, DAY).isEmpty();
    }

    private List<Doubles.Lookalike> doubles(long of, String form, String title, LocalDate day) {
        var asked = new Doubles.Asked(1, of, form, title, day, day, List.of());
        return new Doubles(db).find(List.of(asked)).getOrDefault(asked, List.of());
    }

    private List<Doubles.Lookalike> withPhotos(String... photos) {
        var asked = new Doubles.Asked(1, library, "PM", "Lain sekali", DAY, DAY, List.of(photos));
        return new Doubles(db).find(List.of(asked)).getOrDefault(asked, List.of());
    }

    private long photo(String uniqueId, long look) {
        return db.insertInto(MEDIA)
                .set(MEDIA.UNIQUE_ID, uniqueId)
                .set(MEDIA.FILE_ID, uniqueId)
                .set(MEDIA.STATE, "stored")
                .set(MEDIA.STORE_KEY, uniqueId)
                .set(MEDIA.LOOK, look)
                .returningResult(MEDIA.ID)
                .fetchSingle()
                .value1();
    }

    private String report(long of, String form, String title, LocalDate day, String answers) {
        drafts++;
        var number = form + "-" + drafts;
        var columns = MadeUpReport.of(Optional.of(title), day, 12);
        new Submissions(db)
                .insertAll(List.of(
                        new NewSubmission(drafts, number, form, "1", of, sari, Status.SENT, NOON, columns, answers)));
        return number;
    }
}
