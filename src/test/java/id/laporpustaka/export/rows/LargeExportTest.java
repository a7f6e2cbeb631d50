package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.export.ExportProgress;
import id.laporpustaka.form.Language;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.Scope;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/// The export of many reports: it prints how long it takes, and by how much the heap grows, beside what PostgreSQL
/// takes
/// to give the same rows as CSV. `-Dexport.rows=100000` makes it as many as that.
class LargeExportTest {
    private static final int ROWS = Integer.getInteger("export.rows", 5_000);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final double NANOS = 1e9;
    private static final int MIB = 1 << 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    @TempDir
    static Path folder;

    private static ReportSheets sheets;

    @BeforeAll
    static void fill() {
        var db = FRESH.context();
        var forms = PublishedForms.load(db);
        db.execute("""
            insert into region (code, level, name, valid_from) values ('33', 1, 'Jawa Tengah', '2025-04-25');
            insert into region (code, level, name, parent_id, valid_from)
                select '33.' || lpad(n::text, 2, '0'), 2, 'Kabupaten ' || n, (select id from region where code = '33'), '2025-04-25'
                from generate_series(1, 10) n;
            insert into region (code, level, name, parent_id, valid_from)
                select code || '.' || lpad(n::text, 2, '0'), 3, 'Kecamatan ' || n, id, '2025-04-25'
                from region, generate_series(1, 10) n where level = 2;
            insert into region (code, level, name, parent_id, valid_from)
                select code || '.' || (2000 + n), 4, 'Desa ' || n, id, '2025-04-25'
                from region, generate_series(1, 20) n where level = 3;
            insert into library (name, type, scheme, region_id)
                select 'Perpustakaan Desa ' || id, 'DESA', 'PENUH', id from region where level = 4;
            insert into person (name, language) select 'Pelapor ' || n, 'id' from generate_series(1, 2000) n;
            insert into membership (person_id, library_id, role, status)
                select person.id, library.id, 'PENGELOLA', 'accepted'
                from (select id, row_number() over (order by id) as place from person) as person
                join (select id, row_number() over (order by id) as place from library) as library using (place);
            insert into submission (draft_id, number, form_id, form_version, library_id, reporter_id, status,
                    submitted_at, title, date_start, photo_count, answers)
                select n, 'PM-' || n, form.form_id, form.version, library.id, person.id, 'sent',
                    timestamptz '2025-08-20' - n % 50000 * interval '1 minute',
                    'Kegiatan ' || n, date '2025-12-31' - n % 365, 2,
                    jsonb_build_object('title', 'Pelatihan membuat keripik singkong ke-' || n,
                        'date_start', date '2025-12-31' - n % 365, 'pm_form', 'PLT', 'pm_topic', 'EKO', 'pm_mode', 'LUAR',
                        'pm_place', 'Balai Desa ' || n % 2000, 'pm_sessions', 1 + n % 4, 'pm_male', n % 40,
                        'pm_female', n % 60, 'pm_total', n % 40 + n % 60, 'pm_dis', n % 2, 'pm_age', 'UMUM',
                        'photo_child', 'NO', 'pm_group', jsonb_build_array('PRM', 'UMKM'),
                        'pm_partner', jsonb_build_array('PKK'), 'pm_partner_name', 'PKK Desa ' || n % 2000,
                        'pm_fund', jsonb_build_array('DD', 'SWD'), 'pm_amount', 50000 * (n % 100),
                        'pm_res', jsonb_build_array('BUKU'),
                        'pm_result', 'Ibu-ibu bisa membuat keripik dan menjualnya di warung, tahap ' || n || '.',
                        'pm_outcome', jsonb_build_array('KTR'), 'note', 'Listrik padam ' || n % 50 || ' menit.',
                        'photos', jsonb_build_array(jsonb_build_object('file_id', 'f' || n, 'unique_id', 'u' || n,
                            'content_type', 'image/jpeg', 'size', 1000)))
                from generate_series(1, %d) n
                join (select id, row_number() over (order by id) as place from library) as library
                    on library.place = n %% 2000 + 1
                join (select id, row_number() over (order by id) as place from person) as person
                    on person.place = library.place
                cross join (select form_id, version from form_version where form_id = 'PM' limit 1) as form;
            insert into media (unique_id, file_id, state, content_type, size, store_key, stored_at)
                select 'u' || draft_id, 'f' || draft_id, 'stored', 'image/jpeg', 1000, 'k' || draft_id, now() from submission;
            insert into submission_media (submission_id, question, media_id, position)
                select submission.id, 'photos', media.id, 0
                from submission join media on media.unique_id = 'u' || submission.draft_id;
            """.replace(" % ", " %% ").formatted(ROWS));
        FRESH.vacuum(SUBMISSION, SUBMISSION_MEDIA, MEDIA, LIBRARY, REGION, PERSON, MEMBERSHIP);
        sheets = new ReportSheets(FRESH.database(), forms, new Texts(), "https://lapor.example.id");
    }

    @Test
    void many_reports_go_into_a_file_row_by_row() throws Exception {
        measure("warm-up", Format.XLSX, false);
        System.gc();
        var copied = copy();
        System.out.printf(
                "%,d reports%n  %-22s %5.2f s  %5.1f MiB%n", ROWS, "COPY to CSV", copied.seconds(), copied.size());
        measure("XLSX", Format.XLSX, false);
        measure("XLSX, choices split", Format.XLSX, true);
        measure("CSV", Format.CSV, false);
    }

    private record Copied(double seconds, double size) {}

    /// The same reports with their places and answers, as PostgreSQL itself writes them.
    private static Copied copy() throws SQLException, IOException {
        var file = folder.resolve("copy.csv");
        var began = System.nanoTime();
        try (var connection = FRESH.database().dataSource().getConnection();
                OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                copy (select submission.number, submission.date_start, submission.date_end, submission.submitted_at,
                        submission.status, library.name, library.type, village.name, district.name, regency.name,
                        province.name, submission.answers
                    from submission join library on library.id = submission.library_id
                    join region as village on village.id = library.region_id
                    join region as district on district.id = village.parent_id
                    join region as regency on regency.id = district.parent_id
                    join region as province on province.id = regency.parent_id
                    where submission.status in ('sent', 'verified', 'needs_correction')
                    order by submission.date_start, submission.library_id, submission.id) to stdout csv header
                """, out);
        }
        return new Copied((System.nanoTime() - began) / NANOS, (double) Files.size(file) / MIB);
    }

    /// Once for the time, and once more, with the rubbish taken away all the time, for what is held.
    private static void measure(String what, Format format, boolean split) throws Exception {
        var file = folder.resolve("export");
        var began = System.nanoTime();
        write(format, split, file);
        var seconds = (System.nanoTime() - began) / NANOS;
        System.out.printf(
                "  %-22s %5.2f s  %5.1f MiB, heap at most %d MiB more than idle%n",
                what, seconds, (double) Files.size(file) / MIB, heapOf(format, split, file) / MIB);
    }

    private static void write(Format format, boolean split, Path file) {
        var rows = new AtomicInteger();
        var written = sheets.write(
                new Selection(new Scope.Everything(), FIRST, LAST, Optional.empty()),
                new ExportKind.Reports(format, false, split, Set.of()),
                Language.INDONESIAN,
                new ReportSheets.About("Jawa Tengah", "Admin", "sekarang"),
                new ExportProgress() {
                    @Override
                    public void begun(int all) {
                        assertThat(all).isEqualTo(ROWS);
                    }

                    @Override
                    public void done(int more) {
                        rows.addAndGet(more);
                    }
                },
                file);

        assertThat(written.rows()).isEqualTo(ROWS);
        assertThat(rows).hasValue(ROWS);
    }

    private static long heapOf(Format format, boolean split, Path file) throws InterruptedException {
        var idle = held();
        var most = new AtomicLong(idle);
        var watching = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                most.accumulateAndGet(held(), Math::max);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
        write(format, split, file);
        watching.interrupt();
        watching.join();
        return most.get() - idle;
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
