package id.laporpustaka.intake;

import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.people.ReminderKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/// Sequences of deeds, sensible and not, in a mixture that gets through whole reports.
final class Deeds {
    private static final List<String> REPORTERS = List.of("Bu Sari", "Pak Joko", "Ann", "Bu Baru");

    private static final List<String> OTHERS = List.of("Bu Ratna", "Orang lain");

    private static final int MOST = 40;

    private static final List<String> WORDS = List.of(
            "/lapor",
            "/report",
            "/ulang",
            "/draf",
            "/riwayat",
            "/ringkasan",
            "/ringkasan agustus",
            "/web",
            "/pengingat",
            "/bahasa",
            "/privasi",
            "/batal",
            "/bantuan",
            "/start",
            "/start good",
            "/start bad",
            "/tidakada",
            "/lapor PM",
            "batal",
            "kembali",
            "lewati",
            "selesai",
            "simpan",
            "kirim",
            "ubah",
            "bantuan",
            "menu",
            "terima kasih",
            "halo",
            "ya",
            "tidak",
            "tidak tahu",
            "0",
            "1",
            "2",
            "3",
            "12",
            "20",
            "99999",
            "-1",
            "1,5",
            "500 ribu",
            "1e9",
            "9223372036854775808",
            "dua belas",
            "12 L 20 P",
            "32",
            "32 (12 L 20 P)",
            "0 L 0 P",
            "400",
            "kemarin",
            "hari ini",
            "minggu lalu",
            "17 Agustus",
            "17/8",
            "31/2",
            "1/1/1900",
            "31 Desember 2999",
            "besok",
            "17-19 Agustus",
            "Agustus",
            "10.00",
            "25:99",
            "jam 2 siang",
            "Pelatihan keripik singkong",
            "Dongeng Jumat bersama anak-anak",
            "Lainnya",
            "Ekonomi",
            "pelatihan, kelas",
            "semua",
            "Di perpustakaan",
            "Balai Desa Sukamaju",
            "https://www.instagram.com/p/abc123/?igsh=xyz&amp;=1",
            "-7.7, 110.0",
            "<b>&amp; \"'</i>",
            "{0} '{' ''",
            "%s %n",
            "\\",
            ".",
            "?",
            "\uD83D\uDE00",
            "\u202Eabc",
            "e\u0301",
            "\u0627\u0644\u0633\u0644\u0627\u0645",
            "١٢",
            "a\nb\nc",
            "\u200B");

    private static final List<String> VERBS = List.of(
            "c", "m+", "m-", "ok", "d", "mo", "t", "n", "y", "p", "k", "b", "s", "x", "xn", "rv", "0", "S", "X", "e",
            "j", "D", "nv", "r", "l", "a", "o", "u", "dr", "h", "su", "la", "pr", "", "zz");

    private static final List<String> ARGUMENTS = List.of(
            "",
            "0",
            "1",
            "7",
            "=YES",
            "=LAIN",
            "=A",
            "=",
            "=\u00e9",
            "15",
            "-1",
            "99",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "1e3",
            "2025-08-17",
            "2025-02-30",
            "2999-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "2025-08",
            "2025-13",
            "+999999999-12",
            "-999999999-01",
            "PM",
            "PM/1",
            "PM/2",
            "PM/",
            "ST/1",
            "/",
            "XX/1",
            "100",
            "id",
            "en",
            "2026-1",
            "2025-08-01/2025-08-20/TYPE",
            "2025-01-01/2025-08-20/MONTH",
            "2025-08-20/2025-08-01/TYPE",
            "-999999999-01-01/+999999999-12-31/REGION",
            "2025-08-01/2025-08-20/NONE",
            "2025-08-01",
            "a:b",
            "\u00e9");

    private Deeds() {}

    static Arbitrary<String> people() {
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(REPORTERS)), Tuple.of(1, Arbitraries.of(OTHERS)));
    }

    static Arbitrary<List<Deed>> sequences() {
        return deed().list().ofMinSize(1).ofMaxSize(MOST).withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Deed> deed() {
        return Arbitraries.frequencyOf(
                Tuple.of(60, number().map(Deed.Advance::new)),
                Tuple.of(5, text().map(Deed.Type::new)),
                Tuple.of(6, number().map(Deed.Press::new)),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        data(),
                                        Arbitraries.integers().between(1, 9).optional())
                                .as(Deed.Forge::new)),
                Tuple.of(
                        4,
                        Combinators.combine(action(), Arbitraries.of(true, true, false))
                                .as(Deed.Twist::new)),
                Tuple.of(2, Arbitraries.of("a", "b").optional(0.6).map(Deed.Photo::new)),
                Tuple.of(2, Combinators.combine(number(), text()).as(Deed.Edit::new)),
                Tuple.of(2, input().map(Deed.Send::new)),
                Tuple.of(1, Arbitraries.integers().between(0, 12).map(Deed.Finish::new)),
                Tuple.of(1, people().map(Deed.Become::new)),
                Tuple.of(1, Arbitraries.of(1, 24, 24 * 61, 24 * 366).map(Deed.Wait::new)));
    }

    private static Arbitrary<Integer> number() {
        return Arbitraries.integers().between(0, 99).withDistribution(RandomDistribution.uniform());
    }

    /// What reaches us is cleaned, so there are no control characters and no halves of surrogate pairs.
    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                Tuple.of(30, Arbitraries.of(WORDS)),
                Tuple.of(
                        3,
                        Arbitraries.of(WORDS).list().ofMinSize(2).ofMaxSize(5).map(words -> String.join(" ", words))),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                        "x",
                                        "<",
                                        "&",
                                        "1",
                                        " 1",
                                        "a ",
                                        "\uD83D\uDE00",
                                        "(",
                                        "Senin ",
                                        "12 L ",
                                        "http://")
                                .map(Deeds::longest)),
                Tuple.of(
                        2,
                        Arbitraries.strings()
                                .withCharRange('!', '\u07FF')
                                .excludeChars('\u007F')
                                .ofMinLength(1)
                                .ofMaxLength(200)
                                .map(Deeds::withoutControls)));
    }

    /// As long as Telegram lets a message be (Bot API, sendMessage), with a tail that fits no pattern.
    private static String longest(String part) {
        return part.repeat(4_095 / part.length()) + "!";
    }

    private static String withoutControls(String text) {
        var kept = text.replaceAll("\\p{Cntrl}", "");
        return kept.isBlank() ? "x" : kept;
    }

    private static Arbitrary<String> data() {
        var draft = Arbitraries.of("-", "2s", "2t", "2u", "35", "-5", "zzzzzzzzzzzzzz", "");
        var place = Arbitraries.of("0", "1", "5", "9", "u", "zz", "-1", "r0", "r1", "r5", "r-1", "rzzzzzzz", "");
        var verb = Arbitraries.of(VERBS);
        var argument = Arbitraries.of(ARGUMENTS);
        return Arbitraries.frequencyOf(
                Tuple.of(4, Combinators.combine(draft, place, verb, argument).as(Deeds::data)),
                Tuple.of(3, Combinators.combine(verb, argument).as((what, how) -> data("-", "", what, how))),
                Tuple.of(1, Arbitraries.of("", ".", "..", "-.", "-.:", "a.b.c", "....", "\u00e9.\u00e9.\u00e9")));
    }

    private static Arbitrary<String> action() {
        return Combinators.combine(Arbitraries.of(VERBS), Arbitraries.of(ARGUMENTS))
                .as(Deeds::action);
    }

    private static String data(String draft, String place, String verb, String argument) {
        return draft + "." + (place.isEmpty() ? "" : place + ".") + action(verb, argument);
    }

    private static String action(String verb, String argument) {
        return argument.isEmpty() ? verb : verb + ":" + argument;
    }

    private static Arbitrary<Input> input() {
        var kinds = Arrays.asList(Input.Kind.values());
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(kinds).map(kind -> new Input.Unreadable(9_001, kind))),
                Tuple.of(
                        4,
                        Combinators.combine(Arbitraries.of(kinds), Arbitraries.of("same", "other", "third"))
                                .as(Deeds::media)),
                Tuple.of(2, Arbitraries.just(new Input.Location(9_002, -7.7, 110.0, OptionalDouble.empty()))),
                Tuple.of(2, Arbitraries.of(new Input.Blocked(), new Input.Unblocked(), new Input.MovedTo(-100))),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                new Input.Finished(new JobResult.Failed(0)),
                                new Input.Finished(new JobResult.DraftsAreWaiting()),
                                new Input.Finished(new JobResult.DigestMade(Optional.empty())),
                                new Input.Finished(
                                        new JobResult.ReminderIsDue(ReminderKind.WEEKLY, LocalDate.of(2025, 8, 18))),
                                new Input.Finished(
                                        new JobResult.ReminderIsDue(ReminderKind.CLOSING, LocalDate.of(2025, 7, 1))))));
    }

    private static Input media(Input.Kind kind, String name) {
        var type = switch (name) {
            case "same" -> "image/jpeg";
            case "other" -> "application/pdf";
            default -> "audio/ogg";
        };
        var file = new MediaFile(name, name, type, 0);
        return new Input.Media(9_003, kind, file, Optional.of("a.b"), Optional.of("12 L 20 P"), Optional.empty());
    }
}
