package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The form on stories of change.
final class CdFormTest {
    private static final Filled SHORTEST = Filled.of("CD")
            .with("cd_consent", "PUB")
            .with("cd_age", "U3159")
            .with("cd_sex", "P")
            .with("cd_alias", "Ibu R")
            .with("title", "Usaha kue Ibu R")
            .with("date_start", Filled.TODAY)
            .with("cd_before", "Ibu R berjualan kue hanya kepada tetangga.")
            .with("cd_role", "Perpustakaan mengajari memotret dan berjualan.")
            .with("cd_after", "Pesanan datang juga dari desa lain.")
            .with("cd_change", "TRM");

    private static final List<String> ALL = List.of(
            "cd_consent",
            "cd_age",
            "cd_sex",
            "cd_alias",
            "title",
            "date_start",
            "cd_before",
            "cd_role",
            "cd_after",
            "cd_change");

    @Test
    void the_shortest_path_has_ten_prompts_and_begins_with_the_consent() {
        assertThat(SHORTEST.path()).containsExactlyElementsOf(ALL);
        assertThat(SHORTEST.complaints()).isEmpty();
        assertThat(SHORTEST.details()).containsExactly("cd_group", "cd_quote", "photos", "date_end", "note");
    }

    @Test
    void without_consent_there_is_no_story() {
        assertThat(SHORTEST.takes("cd_consent", "PUB")).isTrue();
        assertThat(SHORTEST.takes("cd_consent", "INT")).isTrue();
        assertThat(SHORTEST.refusal("cd_consent", "NO"))
                .hasValueSatisfying(text -> assertThat(text).contains("tidak bisa dilaporkan tanpa persetujuan"));
    }

    @Test
    void below_eighteen_a_parent_or_guardian_must_have_agreed() {
        for (var age : SHORTEST.choices("cd_age")) {
            assertThat(SHORTEST.with("cd_age", age).requires("cd_guardian"))
                    .as(age)
                    .isEqualTo(List.of("U05", "U612", "U1317").contains(age));
        }
        var child = SHORTEST.with("cd_age", "U1317");
        assertThat(child.path()).startsWith("cd_consent", "cd_age", "cd_guardian", "cd_sex");
        assertThat(child.takes("cd_guardian", "YES")).isTrue();
        assertThat(child.refusal("cd_guardian", "NO"))
                .hasValueSatisfying(text -> assertThat(text).contains("di bawah 18 tahun", "wali"));
    }

    @Test
    void a_person_has_one_age() {
        assertThat(SHORTEST.choices("cd_age")).hasSize(6).doesNotContain("UMUM");
        assertThat(SHORTEST.takes("cd_age", "UMUM")).isFalse();
    }

    @Test
    void a_full_name_is_doubted_unless_the_story_may_be_published() {
        var internal = SHORTEST.with("cd_consent", "INT");

        for (var name : List.of("Siti Aminah", "siti aminah", "Ahmad Budi Santoso")) {
            assertThat(internal.doubt("cd_alias", name)).as(name).isPresent();
            assertThat(SHORTEST.doubt("cd_alias", name)).as(name).isEmpty();
        }
        for (var name : List.of("Ibu R", "A.S.", "R", "Mawar", "Bu Ani", "Pak Budi", "Mbak S.", "S A")) {
            assertThat(internal.doubt("cd_alias", name)).as(name).isEmpty();
        }
        assertThat(SHORTEST.takes("cd_alias", "a".repeat(40))).isTrue();
        assertThat(SHORTEST.takes("cd_alias", "a".repeat(41))).isFalse();
    }

    @Test
    void each_part_of_the_story_has_twenty_to_eight_hundred_letters() {
        for (var part : List.of("cd_before", "cd_role", "cd_after")) {
            assertThat(SHORTEST.takes(part, "a".repeat(19))).as(part).isFalse();
            assertThat(SHORTEST.takes(part, "a".repeat(20))).as(part).isTrue();
            assertThat(SHORTEST.takes(part, "a".repeat(800))).as(part).isTrue();
            assertThat(SHORTEST.takes(part, "a".repeat(801))).as(part).isFalse();
        }
        assertThat(SHORTEST.takes("cd_quote", "a".repeat(300))).isTrue();
        assertThat(SHORTEST.takes("cd_quote", "a".repeat(301))).isFalse();
    }

    @Test
    void at_most_three_changes_are_named() {
        assertThat(SHORTEST.takes("cd_change", "INC USH KRJ")).isTrue();
        assertThat(SHORTEST.takes("cd_change", "INC USH KRJ TRM")).isFalse();
    }

    @Test
    void income_is_asked_on_request_of_those_whose_change_has_to_do_with_it() {
        for (var change : SHORTEST.choices("cd_change")) {
            assertThat(SHORTEST.with("cd_change", change).details().contains("cd_income_before"))
                    .as(change)
                    .isEqualTo(List.of("INC", "USH", "KRJ").contains(change));
        }
        var income = SHORTEST.with("cd_change", "TRM USH");
        assertThat(income.asks("cd_income_after")).isTrue();
        assertThat(income.requires("cd_income_after")).isFalse();
        assertThat(income.without("cd_consent").asks("cd_income_before")).isFalse();
        assertThat(income.with("cd_consent", "NO").asks("cd_income_after")).isFalse();
        assertThat(income.with("cd_consent", "INT").asks("cd_income_after")).isTrue();
    }
}
