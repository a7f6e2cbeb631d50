package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.LocalizedText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChoiceSearchTest {
    private static final List<Choice> VILLAGES = List.of(
            village("1001", "Sukamaju"),
            village("1002", "Sukamakmur"),
            village("1003", "Sukorejo"),
            village("1004", "Karang Sari"),
            village("1005", "Karangsari"),
            village("1006", "Sari Mulyo"),
            village("1007", "Kebon Agung"),
            village("1008", "Banyuurip"),
            new Choice("1009", LocalizedText.of("Sekolah / madrasah", "School"), List.of("SD", "SMP", "SMA", "SDN")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sukamaju | 1001",
                "Suka | 1001 1002",
                "suk | 1001 1003 1002",
                "karang sari | 1004",
                "sari | 1006 1004 1005",
                "sari karang | 1004",
                "kebonagung | 1007",
                "kebon agng | 1007",
                "sukamju | 1001 1002",
                "banyurip | 1008",
                "1008 | 1008",
                "sdn | 1009",
                "madrasah | 1009",
                "school | 1009",
                "urip | 1008",
            })
    void the_likeliest_comes_first(String typed, String codes) {
        assertThat(search(typed)).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({"xyz", "'...'", "''", "q"})
    void nothing_is_found_for_what_is_not_there(String typed) {
        assertThat(ChoiceSearch.search(VILLAGES, typed)).isEmpty();
    }

    @Test
    void equal_matches_stay_in_the_order_of_the_list() {
        var schools = IntStream.range(0, 50)
                .mapToObj(i -> village("S" + i, "SDN " + (10 + i)))
                .toList();

        assertThat(ChoiceSearch.search(schools, "sdn")).isEqualTo(schools);
    }

    private static String search(String typed) {
        return ChoiceSearch.search(VILLAGES, typed).stream().map(Choice::code).collect(Collectors.joining(" "));
    }

    private static Choice village(String code, String name) {
        return new Choice(code, LocalizedText.of(name, name));
    }
}
