package id.laporpustaka.simulator.phone;

import java.util.List;

/// The shortest report of community engagement: what a person does, and what the bot says next. One place for all
/// bots that are measured.
public final class Script {
    /// What a person does.
    public sealed interface Act {
        /// `%s` becomes the title of the report or its day.
        record Say(String text) implements Act {}

        record Tap(String label) implements Act {}

        record Photo() implements Act {}
    }

    /// What is done and what follows.
    ///
    /// @param expected a part of the text that the bot then shows
    public record Line(Act act, String expected) {}

    public static final String DOUBLED = "Sudah pernah dilaporkan?";

    /// What to do when the bot asks whether this has been reported before.
    public static final Line OTHER = new Line(new Act.Tap("Kirim, ini kegiatan lain"), "Terkirim");

    /// What no bot can handle in a run with poisonous messages, and what it says to that.
    public static final Line POISON = new Line(new Act.Say("racun-bagi-bot"), "Maaf, ada gangguan di pihak kami");

    public static final int TITLE = 2;
    public static final int DAY = 3;

    public static final List<Line> LINES = List.of(
            new Line(new Act.Say("/lapor"), "Mau melaporkan apa?"),
            new Line(new Act.Tap("Pelibatan masyarakat"), "Apa nama kegiatannya?"),
            new Line(new Act.Say("%s"), "Tanggal berapa?"),
            new Line(new Act.Say("%s"), "Bentuk kegiatannya apa?"),
            new Line(new Act.Tap("Pelatihan / lokakarya"), "Bidang utamanya apa?"),
            new Line(new Act.Tap("Ekonomi dan UMKM"), "Kegiatannya di mana?"),
            new Line(new Act.Tap("Di perpustakaan"), "Berapa pesertanya?"),
            new Line(new Act.Say("12L 20P"), "untuk usia berapa?"),
            new Line(new Act.Tap("Semua umur"), "Kirim 1-5 foto"),
            new Line(new Act.Photo(), "anak di bawah 18 tahun"),
            new Line(new Act.Tap("Tidak"), "Sudah benar? Kirim sekarang?"),
            new Line(new Act.Tap("Kirim"), "Terkirim"));

    private Script() {}
}
