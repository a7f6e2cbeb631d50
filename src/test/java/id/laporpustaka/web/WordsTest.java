package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.By;
import id.laporpustaka.place.RegionReading;
import id.laporpustaka.place.RegionUpdate;
import id.laporpustaka.submission.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern KEY = Pattern.compile("text\\(\"([a-z_.-]+[a-z_])\"");

    private static final Words INDONESIAN = Words.in(Language.INDONESIAN);
    private static final Words ENGLISH = Words.in(Language.ENGLISH);

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(INDONESIAN.keys()).isEqualTo(ENGLISH.keys());
    }

    @Test
    void both_languages_have_the_same_gaps_in_each_sentence() {
        for (var key : INDONESIAN.keys()) {
            assertThat(gapsIn(ENGLISH.text(key))).as(key).isEqualTo(gapsIn(INDONESIAN.text(key)));
        }
    }

    @Test
    void every_sentence_that_pages_ask_for_is_there() throws IOException {
        var asked = new TreeSet<String>();
        for (var folder : new String[] {"src/main/jte", "src/main/java/id/laporpustaka/web"}) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> KEY.matcher(read(file)).results().forEach(match -> asked.add(match.group(1))));
            }
        }
        Stream.of(RequestProblem.Kind.values()).forEach(kind -> {
            asked.add("problem." + kind.code() + ".title");
            asked.add("problem." + kind.code() + ".text");
        });

        Stream.of(AuditAction.values()).forEach(action -> asked.add("history." + action.stored()));
        Stream.of(By.Channel.values())
                .forEach(channel -> asked.add("audit.channel." + channel.name().toLowerCase(Locale.ROOT)));
        Stream.of(RegionReading.Fault.values())
                .forEach(fault -> asked.add("regions.fault." + fault.name().toLowerCase(Locale.ROOT)));
        Stream.of(RegionUpdate.Kind.values())
                .forEach(kind -> asked.add("regions.problem." + kind.name().toLowerCase(Locale.ROOT)));

        Stream.of(Status.values())
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .forEach(status -> asked.addAll(
                        List.of("proof.title." + status, "proof.text." + status, "proof.status." + status)));

        assertThat(INDONESIAN.keys()).containsAll(asked);
    }

    @Test
    void dates_are_written_as_indonesians_write_them() {
        assertThat(INDONESIAN.date(LocalDate.of(2025, 8, 17))).isEqualTo("17 Agustus 2025");
        assertThat(Stream.of(Month.values()).map(month -> INDONESIAN.month(YearMonth.of(2025, month))))
                .containsExactly(
                        "Januari 2025",
                        "Februari 2025",
                        "Maret 2025",
                        "April 2025",
                        "Mei 2025",
                        "Juni 2025",
                        "Juli 2025",
                        "Agustus 2025",
                        "September 2025",
                        "Oktober 2025",
                        "November 2025",
                        "Desember 2025");
        assertThat(Stream.of(Month.values()).map(month -> INDONESIAN.shortMonth(YearMonth.of(2025, month))))
                .containsExactly(
                        "Jan 2025",
                        "Feb 2025",
                        "Mar 2025",
                        "Apr 2025",
                        "Mei 2025",
                        "Jun 2025",
                        "Jul 2025",
                        "Agu 2025",
                        "Sep 2025",
                        "Okt 2025",
                        "Nov 2025",
                        "Des 2025");
    }

    @Test
    void numbers_have_the_separators_of_the_language() {
        assertThat(INDONESIAN.number(1_234_567)).isEqualTo("1.234.567");
        assertThat(ENGLISH.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(INDONESIAN.percent(0.125)).isEqualTo("12,5%");
        assertThat(ENGLISH.percent(0.125)).isEqualTo("12.5%");
        assertThat(ENGLISH.date(LocalDate.of(2025, 8, 17))).isEqualTo("17 August 2025");
    }

    private static Set<String> gapsIn(String sentence) {
        var gaps = new TreeSet<String>();
        Pattern.compile("\\{\\d}").matcher(sentence).results().forEach(match -> gaps.add(match.group()));
        return gaps;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
