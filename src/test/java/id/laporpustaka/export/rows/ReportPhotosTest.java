package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.export.ExportProgress;
import id.laporpustaka.export.ReportWorld;
import id.laporpustaka.form.Language;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.media.StoreInMemory;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is in a file of photos.
class ReportPhotosTest {
    private static final Selection AUGUST = new Selection(
            Scope.ofRegion("33.06"), LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31), Optional.empty());
    private static final String FOLDER = "Kab. Purworejo/Perpustakaan Desa Harjobinangun Sumber Ilmu 33.06.01.2001/";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @TempDir
    Path folder;

    private final StoreInMemory store = new StoreInMemory();
    private DSLContext db;
    private ReportWorld world;
    private int photos;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        world = new ReportWorld(db);
    }

    private String report(String title, String consent, String status) throws IOException {
        var number =
                world.report("PM", title, LocalDate.of(2025, 8, 17), status, ReportWorld.training(title, 1, consent));
        photo(number, "isi " + title, true);
        return number;
    }

    private void photo(String number, String content, boolean fetched) throws IOException {
        photos++;
        var key = "media/" + photos;
        var file = folder.resolve("photo");
        Files.writeString(file, content);
        store.put(key, file, "image/jpeg");
        var media = db.insertInto(MEDIA)
                .set(MEDIA.UNIQUE_ID, "photo-" + photos)
                .set(MEDIA.FILE_ID, "file-" + photos)
                .set(MEDIA.STATE, fetched ? "stored" : "waiting")
                .set(MEDIA.STORE_KEY, fetched ? key : null)
                .set(MEDIA.WIDTH, fetched ? 640 : null)
                .returningResult(MEDIA.ID)
                .fetchSingle()
                .value1();
        db.insertInto(SUBMISSION_MEDIA)
                .set(
                        SUBMISSION_MEDIA.SUBMISSION_ID,
                        db.select(SUBMISSION.ID).from(SUBMISSION).where(SUBMISSION.NUMBER.eq(number)))
                .set(SUBMISSION_MEDIA.QUESTION, "photos")
                .set(SUBMISSION_MEDIA.POSITION, (short) photos)
                .set(SUBMISSION_MEDIA.MEDIA_ID, media)
                .execute();
    }

    private Map<String, String> write(int most, Selection selection) throws IOException {
        var file = folder.resolve("photos.zip");
        written = new ReportPhotos(fresh.database(), PublishedForms.load(db), new Texts(), store, most)
                .write(selection, Language.INDONESIAN, ExportProgress.none(), file);
        var found = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private ReportPhotos.Written written = new ReportPhotos.Written(0, false);

    @Test
    void photos_lie_in_folders_of_their_libraries_with_a_list() throws IOException {
        var number = report("=Keripik", "YES", "sent");
        photo(number, "dua", true);

        var found = write(10, AUGUST);

        assertThat(written).isEqualTo(new ReportPhotos.Written(2, true));
        assertThat(found)
                .containsEntry(FOLDER + "2025-08-17 " + number + " 1.jpg", "isi =Keripik")
                .containsEntry(FOLDER + "2025-08-17 " + number + " 2.jpg", "dua");
        assertThat(found.get("Daftar foto.csv"))
                .startsWith("\uFEFF\"Foto\";\"Nomor laporan\"")
                .contains(number)
                .contains("\"'=Keripik\"");
    }

    @Test
    void what_must_not_be_shown_or_does_not_count_stays_out() throws IOException {
        report("Tanpa izin", "NO", "sent");
        report("Ditolak", "YES", "rejected");
        var number = report("Belum diambil", "YES", "verified");
        db.update(MEDIA).set(MEDIA.WIDTH, (Integer) null).execute();

        write(10, AUGUST);
        assertThat(written.photos()).isZero();

        photo(number, "ada", true);
        photo(number, "menunggu", false);
        assertThat(write(10, AUGUST))
                .containsValue("ada")
                .doesNotContainValue("menunggu")
                .hasSize(2);
        var elsewhere = new Selection(Scope.ofRegion("33.07"), AUGUST.from(), AUGUST.to(), Optional.empty());
        write(10, elsewhere);
        assertThat(written.photos()).isZero();
    }

    @Test
    void a_file_holds_only_so_many() throws IOException {
        for (var title : new String[] {"Satu", "Dua", "Tiga"}) {
            report(title, "YES", "sent");
        }

        assertThat(write(2, AUGUST)).hasSize(3);
        assertThat(written).isEqualTo(new ReportPhotos.Written(2, false));
    }
}
