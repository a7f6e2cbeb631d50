package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.LIBRARY_IMPORT;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.export.Workbook;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.MediaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How a coordinator brings many libraries at once, with a real database, from
/// `src/test/resources/sheet-transcripts`.
///
/// Ratna coordinates Kab. Purworejo, Hadi speaks for the national library, and Fajar is a facilitator, who may
/// not. There is one library, in Harjobinangun.
class ManyLibrariesTest {
    private static final Path FOLDER = Path.of("src/test/resources/sheet-transcripts");
    private static final String HEADINGS = "No|Kode Wilayah|Nama Perpustakaan|Jenis|Jalur|NPP|Jumlah Pelapor|Catatan";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Map<String, byte[]> files = new HashMap<>();
    private LiveChats chats;

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @BeforeEach
    void start() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        var village = SampleRegions.id(db, "33.06.01.2001");
        new Libraries(db).add("Perpustakaan Cahaya Ilmu", LibraryType.DESA, Scheme.MANDIRI, Optional.empty(), village);
        chats = new LiveChats(fresh, this::fetch);
        chats.showWorkbooks();
        chats.add(3, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        chats.add(4, "Hadi", Role.NASIONAL, OptionalLong.empty());
        chats.add(5, "Fajar", Role.FASDA, OptionalLong.of(SampleRegions.id(db, "33.06")));
        makeFiles();
    }

    private void makeFiles() {
        files.put(
                "daftar.xlsx",
                Workbook.of(
                        "Daftar perpustakaan Kab. Purworejo",
                        HEADINGS,
                        "1|33.06.01.2001|Perpustakaan Cahaya Ilmu|DESA|MANDIRI|||sudah lama",
                        "2|33.06.01.2002|TBM Melati|TBM|||3|=1+1",
                        "3|33.06|Perpustakaan Daerah Purworejo|Kabupaten||||"));
        files.put(
                "salah.xlsx",
                Workbook.of(
                        HEADINGS,
                        "1|33.06.01.2001|<b>Perpustakaan</b> Ilmu|DESA|MANDIRI|||",
                        "2|33.07.01.2001|Perpustakaan Lancar|DESA||||",
                        "3|3306012002|ab|Toko|lain|123|0|",
                        "4|33.06.01.2001|Perpustakaan Ilmu|DESA||||",
                        "5|33.06.99|Perpustakaan Jauh|DESA||||",
                        "6|33.06|Perpustakaan Luas|DESA||||",
                        "7||Tanpa Wilayah|TBM||||",
                        "8|33.06.01.2002||TBM||||"));
        files.put("semua-salah.csv", bytes("Nama;Jenis;Kode\nab;Toko;1\n"));
        files.put("tanpa-judul.csv", bytes("Perpustakaan Cahaya Ilmu;33.06.01.2001\n"));
        files.put("kurang.csv", bytes("Nama;Desa\nTBM Melati;Patutrejo\n"));
        files.put("formulir.csv", bytes("survey\n,type,name\n,text,title\n"));
        var many = new StringBuilder("Nama,Jenis,Kode\n");
        for (var i = 1; i <= 2_500; i++) {
            many.append("Perpustakaan Ilmu ").append(i).append(",DESA,33.06.01.2001\n");
        }
        files.put("banyak.csv", bytes(many.toString()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private MediaSource.Fetched fetch(String fileId, long atMost, Path into) {
        var file = files.get(fileId);
        if (file == null) {
            return new MediaSource.Fetched.Gone("no such file");
        }
        try {
            Files.write(into, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MediaSource.Fetched.Found(file.length);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void sheets_become_libraries_as_written(Path transcript) throws Exception {
        Transcripts.check(transcript, this::play);
    }

    @Test
    void no_code_is_kept_and_the_sheet_goes_once_it_is_done() throws Exception {
        send("Ratna", "📄 daftar.xlsx");
        send("Ratna", "(Buat 2 perpustakaan, 3 tautan)");

        var kept = fresh.context().fetchSingle(LIBRARY_IMPORT);
        assertThat(kept.getStatus()).isEqualTo("done");
        assertThat(kept.getSheet()).isNull();
        assertThat(fresh.context().fetchCount(LIBRARY)).isEqualTo(3);
        assertThat(fresh.context().fetchCount(INVITE)).isEqualTo(3);
    }

    @Test
    void what_the_coordinator_may_no_more_is_not_imported() throws Exception {
        send("Ratna", "📄 daftar.xlsx");
        var db = fresh.context();
        db.update(ASSIGNMENT).set(ASSIGNMENT.REVOKED_AT, LiveChats.WEDNESDAY).execute();

        send("Ratna", "(Buat 2 perpustakaan, 3 tautan)");

        assertThat(db.fetchCount(LIBRARY)).isEqualTo(1);
        assertThat(db.fetchCount(INVITE)).isZero();
    }

    private List<String> send(String who, String what) throws InterruptedException {
        return chats.send(chats.telegramId(who), what);
    }

    private List<String> play(List<String> lines) throws InterruptedException {
        var out = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("#")) {
                out.add(line);
            } else if (line.startsWith("> ")) {
                out.add("");
                out.add(line);
                var parts = line.substring(2).split(": ", 2);
                send(parts[0], parts[1])
                        .forEach(said -> out.add(said.replaceAll("start=u_[0-9A-Z]{10}", "start=u_{code}")
                                .replaceAll("(?<=\\| )[0-9A-Z]{5}-[0-9A-Z]{5}(?= \\|)", "{code}")));
            }
        }
        return out;
    }
}
