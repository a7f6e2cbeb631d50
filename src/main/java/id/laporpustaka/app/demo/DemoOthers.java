package id.laporpustaka.app.demo;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Value;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a library reports besides community engagement: its statistics of most months, and now and then an advocacy, a
/// publication, an improvement or a story.
final class DemoOthers {
    private static final int LATEST_STATISTICS = 8;

    /// A report with the day on which it was sent.
    record Told(String form, LocalDate sentOn, Answers answers) {}

    private record Advocacy(String title, String target, String method, String ask, String result, String regulation) {}

    private static final List<Advocacy> ADVOCACIES = List.of(
            new Advocacy("Audiensi anggaran perpustakaan desa", "KADES", "AUD", "ANG", "TLS", ""),
            new Advocacy("Usulan peraturan desa tentang perpustakaan", "BPD", "MUS", "REG", "NYT", "PERDES"),
            new Advocacy("Surat permohonan tambahan koleksi", "DISPUS", "PRO", "KOL", "LSN", ""),
            new Advocacy("Mengundang camat ke taman baca", "CAMAT", "KUN", "PRM", "BLM", ""));
    private static final List<String> PUBLICATIONS =
            List.of("Unggahan kegiatan di grup warga", "Poster jadwal buka perpustakaan", "Spanduk ajakan membaca");

    private final Random random;
    private final List<Told> told = new ArrayList<>();

    private DemoOthers(long seed) {
        random = new Random(seed);
    }

    /// Those of the days from `first` until before `last`.
    static List<Told> of(DemoLibrary library, long libraryId, LocalDate first, LocalDate last) {
        var others = new DemoOthers(libraryId);
        for (var month = YearMonth.from(first).plusMonths(1);
                month.atEndOfMonth().isBefore(last);
                month = month.plusMonths(1)) {
            others.add(library, month);
        }
        return others.told;
    }

    private void add(DemoLibrary library, YearMonth month) {
        if (random.nextInt(6) > 0) {
            var sentOn = month.plusMonths(1).atDay(between(1, LATEST_STATISTICS));
            told.add(new Told("ST", sentOn, statistics(library, month)));
        }
        if (random.nextInt(3) == 0) {
            var day = day(month);
            told.add(new Told("AD", day, advocacy(ADVOCACIES.get(random.nextInt(ADVOCACIES.size())), day)));
        }
        if (random.nextInt(2) == 0) {
            var day = day(month);
            told.add(new Told("PB", day, publication(day)));
        }
        if (random.nextInt(6) == 0) {
            var day = day(month);
            told.add(new Told("LI", day, improvement(library, day)));
        }
        if (random.nextInt(8) == 0) {
            var day = day(month);
            told.add(new Told("CD", day, story(day)));
        }
    }

    private Answers statistics(DemoLibrary library, YearMonth month) {
        var visitors = (int) (40 * library.reportsAMonth()) + between(20, 60);
        var men = visitors * between(35, 50) / 100;
        return Answers.none()
                .with("st_month", new Value.Day(month.atDay(1)))
                .with("st_open", new Value.Whole(between(16, 24)))
                .with("st_male", new Value.Whole(men))
                .with("st_female", new Value.Whole(visitors - men))
                .with("st_ict", new Value.Whole(visitors / between(4, 9)))
                .with("st_online", new Value.Whole(between(0, 25)))
                .with("st_loan", new Value.Whole(visitors / between(1, 3)))
                .with("st_member", new Value.Whole(between(0, 9)));
    }

    private Answers advocacy(Advocacy of, LocalDate day) {
        var answers = Answers.none()
                .with("title", new Value.Text(of.title()))
                .with("date_start", new Value.Day(day))
                .with("ad_target", Value.Selected.of(of.target()))
                .with("ad_method", Value.Selected.of(of.method()))
                .with("ad_ask", Value.Selected.of(of.ask()))
                .with("ad_result", Value.Selected.of(of.result()));
        if (of.result().equals("TLS") || of.result().equals("NYT")) {
            answers = answers.with("ad_got", Value.Selected.of(of.ask()))
                    .with("ad_mou", Value.Selected.of(random.nextInt(3) == 0 ? "YES" : "NO"));
        }
        return of.regulation().isEmpty() ? answers : answers.with("ad_reg", Value.Selected.of(of.regulation()));
    }

    private Answers publication(LocalDate day) {
        return Answers.none()
                .with("title", new Value.Text(PUBLICATIONS.get(random.nextInt(PUBLICATIONS.size()))))
                .with("date_start", new Value.Day(day))
                .with("pb_channel", Value.Selected.of(random.nextBoolean() ? "WA" : "SPD"))
                .with("pb_count", new Value.Whole(between(1, 5)));
    }

    private Answers improvement(DemoLibrary library, LocalDate day) {
        var id = "demo-li-%s-%s".formatted(library.regionCode(), day);
        return Answers.none()
                .with("title", new Value.Text("Buku baru dari dinas perpustakaan"))
                .with("date_start", new Value.Day(day))
                .with("li_kind", Value.Selected.of("KOL"))
                .with("li_what", new Value.Text("Rak cerita anak dan pertanian sekarang lebih lengkap."))
                .with("li_qty", new Value.Whole(10L * between(2, 12)))
                .with("photos", new Value.Media(List.of(new MediaFile(id, id, "image/jpeg", 0))))
                .with("photo_child", Value.Selected.of("NO"));
    }

    private static Answers story(LocalDate day) {
        return Answers.none()
                .with("cd_consent", Value.Selected.of("PUB"))
                .with("cd_age", Value.Selected.of("U3159"))
                .with("cd_sex", Value.Selected.of("P"))
                .with("cd_alias", new Value.Text("Bu M"))
                .with("title", new Value.Text("Dari ikut kelas menjadi penjual keripik"))
                .with("date_start", new Value.Day(day))
                .with("cd_before", new Value.Text("Bu M mengurus rumah dan belum punya penghasilan sendiri."))
                .with("cd_role", new Value.Text("Perpustakaan mengadakan kelas keripik dan meminjamkan buku resepnya."))
                .with("cd_after", new Value.Text("Sekarang keripiknya dititipkan di empat warung setiap minggu."))
                .with("cd_change", Value.Selected.of("USH"));
    }

    private LocalDate day(YearMonth month) {
        return month.atDay(between(1, month.lengthOfMonth()));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
