package id.laporpustaka.submission;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionColumnsTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    private static final String OWN_FORM = """
        settings
        ,form_id,version,form_title
        ,OWN,1,Own
        survey
        ,type,name,label,indicator
        ,integer,people,How many?,total
        ,integer,men,How many men?,male
        ,decimal,cost,What did it cost?,amount
        ,text,colour,Which colour?,favourite_colour
        """;

    @Test
    void the_answers_of_a_report_fill_the_columns_that_the_form_names() {
        var form = BuiltInForm.get("PM");
        var answers = Answers.none()
                .with("title", new Value.Text("Pelatihan keripik singkong"))
                .with("date_start", new Value.Day(LocalDate.of(2025, 8, 17)))
                .with("pm_form", Value.Selected.of("PLT"))
                .with("pm_topic", Value.Selected.of("EKO"))
                .with("pm_mode", Value.Selected.of("PERP"))
                .with("pm_male", new Value.Whole(12))
                .with("pm_female", new Value.Whole(20))
                .with("pm_dis", new Value.Whole(1))
                .with("pm_age", Value.Selected.of("U3159"))
                .with("pm_fund", new Value.Selected(List.of("DD", "SWD")))
                .with("pm_amount", new Value.Whole(500_000))
                .with("photos", new Value.Media(List.of(photo("a"), photo("b"))));
        var effective = form.evaluate(answers, new Facts(TODAY, ZoneId.of("Asia/Jakarta"), Language.INDONESIAN))
                .effective();

        var columns = SubmissionColumns.of(form, effective, TODAY);

        assertThat(columns.title()).contains("Pelatihan keripik singkong");
        assertThat(columns.dateStart()).isEqualTo("2025-08-17");
        assertThat(columns.dateEnd()).isEqualTo("2025-08-17");
        assertThat(columns.activityForm()).contains("PLT");
        assertThat(columns.topic()).contains("EKO");
        assertThat(columns.mode()).contains("PERP");
        assertThat(columns.ageGroup()).contains("U3159");
        assertThat(columns.sessions()).isEqualTo(1);
        assertThat(columns.male()).hasValue(12);
        assertThat(columns.female()).hasValue(20);
        assertThat(columns.total()).hasValue(32);
        assertThat(columns.disabled()).hasValue(1);
        assertThat(columns.amount()).hasValue(500_000);
        assertThat(columns.photoCount()).isEqualTo(2);
    }

    @Test
    void the_visitors_of_a_month_are_its_people_and_its_first_day_is_its_date() {
        var form = BuiltInForm.get("ST");
        var answers = Answers.none()
                .with("st_month", new Value.Day(LocalDate.of(2025, 7, 1)))
                .with("st_open", new Value.Whole(22))
                .with("st_male", new Value.Whole(120))
                .with("st_female", new Value.Whole(150))
                .with("st_ict", new Value.Whole(40));
        var effective = form.evaluate(answers, new Facts(TODAY, ZoneId.of("Asia/Jakarta"), Language.INDONESIAN))
                .effective();

        var columns = SubmissionColumns.of(form, effective, TODAY);

        assertThat(columns.title()).isEmpty();
        assertThat(columns.dateStart()).isEqualTo("2025-07-01");
        assertThat(columns.male()).hasValue(120);
        assertThat(columns.female()).hasValue(150);
        assertThat(columns.total()).hasValue(270);
        assertThat(columns.photoCount()).isZero();
    }

    @Test
    void a_report_without_answers_has_the_day_of_sending_and_little_else() {
        var columns = SubmissionColumns.of(BuiltInForm.get("PM"), Answers.none(), TODAY);

        assertThat(columns.dateStart()).isEqualTo(TODAY);
        assertThat(columns.dateEnd()).isEqualTo(TODAY);
        assertThat(columns.sessions()).isEqualTo(1);
        assertThat(columns.total()).isEmpty();
        assertThat(columns.photoCount()).isZero();
    }

    @Test
    void values_that_a_column_cannot_hold_leave_it_empty() {
        var form = BuiltInForm.of(OWN_FORM);
        var answers = Answers.none()
                .with("people", new Value.Whole(-1))
                .with("cost", new Value.Decimal(new BigDecimal("1e30")))
                .with("colour", new Value.Text("hijau"));

        var columns = SubmissionColumns.of(form, answers, TODAY);

        assertThat(columns.total()).isEmpty();
        assertThat(columns.amount()).isEmpty();
    }

    @Test
    void men_alone_are_a_total_too() {
        var columns =
                SubmissionColumns.of(BuiltInForm.of(OWN_FORM), Answers.none().with("men", new Value.Whole(7)), TODAY);

        assertThat(columns.total()).hasValue(7);
    }

    private static MediaFile photo(String id) {
        return new MediaFile(id, "unique-" + id, "image/jpeg", 1_000);
    }
}
