package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.SCORE_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.summary.score.Indicator;
import id.laporpustaka.summary.score.Rulebook;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScoreRulesPagesTest extends AdminPages {
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @Test
    void the_page_shows_the_rules_in_force() {
        assertThat(fields())
                .containsEntry("green", "75")
                .containsEntry("yellow", "40")
                .containsEntry("t.ENGAGEMENTS.DESA", "4")
                .containsEntry("w.ENGAGEMENTS.DESA", "35")
                .containsEntry("t.PARTICIPANTS.KAB", "200");
        assertThat(ratna.get(ScoreRulesRoutes.PATH).body()).contains("KPI versi uji coba");
    }

    @Test
    void what_was_typed_is_looked_at_first_and_then_published_as_a_new_version() {
        var typed = fields();
        typed.put("green", "80,5");
        typed.put("t.ENGAGEMENTS.DESA", "5");

        var look = ratna.post(ScoreRulesRoutes.PATH, with(typed, ScoreRulesRoutes.LOOK));
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.body()).contains("perpustakaan berganti warna");
        assertThat(fresh.context().fetchCount(SCORE_VERSION)).isEqualTo(1);

        var published = ratna.post(ScoreRulesRoutes.PATH, with(typed, ScoreRulesRoutes.PUBLISH));
        assertThat(published.statusCode()).isEqualTo(303);
        assertThat(fresh.context().fetchCount(SCORE_VERSION)).isEqualTo(2);
        assertThat(fresh.context().fetchCount(AUDIT, AUDIT.ACTION.eq("score_published")))
                .isEqualTo(1);
        assertThat(ratna.get(ScoreRulesRoutes.PATH).body())
                .contains("Hijau mulai nilai: 75 → 80,5")
                .contains("Pelibatan masyarakat")
                .contains("4 → 5");
        assertThat(new Rulebook(fresh.context()).listAll()).hasSize(2);
    }

    @Test
    void problems_stand_at_their_fields_and_nothing_typed_is_lost() {
        var typed = fields();
        typed.put("w.STORIES.DESA", "20");
        typed.put("t.STORIES.KAB", "0");
        typed.put("green", "30");
        typed.put("day", "banyak");
        typed.put("label", "Uji coba kedua");

        var answer = ratna.post(ScoreRulesRoutes.PATH, with(typed, ScoreRulesRoutes.PUBLISH));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Jumlah bobot kolom ini 110 %")
                .contains("Target harus lebih dari 0")
                .contains("Kuning harus di atas 0")
                .contains("bukan angka yang bisa dipakai");
        assertThat(answer.body()).contains("value=\"Uji coba kedua\"").contains("value=\"banyak\"");
        assertThat(fresh.context().fetchCount(SCORE_VERSION)).isEqualTo(1);
    }

    @Test
    void nobody_overwrites_what_somebody_else_has_published_since() {
        var typed = fields();
        ratna.post(ScoreRulesRoutes.PATH, with(typed, ScoreRulesRoutes.PUBLISH));

        var late = ratna.post(ScoreRulesRoutes.PATH, with(typed, ScoreRulesRoutes.PUBLISH));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("orang lain menerbitkan versi baru");
        assertThat(fresh.context().fetchCount(SCORE_VERSION)).isEqualTo(2);
    }

    @Test
    void a_type_is_the_same_as_the_first_one_while_that_is_ticked_and_has_its_own_targets_otherwise() {
        var typed = fields();
        typed.put("t.ENGAGEMENTS.DESA", "5");
        typed.put("t.ENGAGEMENTS.TBM", "2");
        typed.put("same.KEL", ScoreRulesForm.SAME);

        ratna.post(ScoreRulesRoutes.PATH, with(typed, ScoreRulesRoutes.PUBLISH));

        var rules = new Rulebook(fresh.context()).inForce(2025).rules();
        assertThat(rules.goal(LibraryType.KEL, Indicator.ENGAGEMENTS).target()).isEqualByComparingTo("5");
        assertThat(rules.goal(LibraryType.TBM, Indicator.ENGAGEMENTS).target()).isEqualByComparingTo("2");
        assertThat(ratna.get(ScoreRulesRoutes.PATH).body())
                .contains("name=\"same.KEL\" type=\"checkbox\" value=\"yes\" checked")
                .doesNotContain("name=\"same.TBM\" type=\"checkbox\" value=\"yes\" checked")
                .contains("aria-label=\"Pelibatan masyarakat · Taman Bacaan Masyarakat (TBM) · Target\"");
    }

    private Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        var page = ratna.get(ScoreRulesRoutes.PATH).body();
        var found = FIELD.matcher(page);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }

    private static Map<String, String> with(Map<String, String> typed, String deed) {
        var form = new HashMap<>(typed);
        form.put(ScoreRulesRoutes.DEED, deed);
        return form;
    }
}
