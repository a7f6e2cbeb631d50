package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswersJsonTest {
    private static final Form FORM = BuiltInForm.of("""
        settings
        ,form_id,version,form_title
        ,T,1,Coba
        survey
        ,type,name,label,calculation
        ,text,words,Kata,
        ,integer,whole,Bulat,
        ,decimal,part,Pecahan,
        ,date,day,Hari,
        ,time,hour,Jam,
        ,datetime,moment,Saat,
        ,select_one c,one,Satu,
        ,select_multiple c,many,Banyak,
        ,image,photos,Foto,
        ,acknowledge,ok,Setuju,
        ,calculate,twice,,${whole} * 2
        ,hidden,secret,,
        choices
        ,list_name,name,label
        ,c,A,a
        ,c,B,b
        """);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Answers ANSWERS = Answers.none()
            .with("many", new Value.Selected(List.of("B")))
            .with("words", new Value.Text("Bu \"Sari\""))
            .with("whole", new Value.Whole(Long.MAX_VALUE))
            .with("part", new Value.Decimal(new BigDecimal("500000.50")))
            .with("day", new Value.Day(LocalDate.of(2025, 8, 17)))
            .with("hour", new Value.TimeOfDay(LocalTime.of(10, 0)))
            .with("moment", new Value.Moment(LocalDateTime.of(2025, 8, 17, 10, 0)))
            .with("one", Value.Selected.of("A"))
            .with("photos", new Value.Media(List.of(new MediaFile("f", "u", "image/jpeg", 12))))
            .with("ok", new Value.Acknowledged())
            .with("twice", new Value.Whole(4))
            .with("secret", new Value.Text("s"));

    @Test
    void what_is_written_is_read_again_without_loss_and_in_order() throws JsonProcessingException {
        var json = new AnswersJson();

        var text = JSON.writeValueAsString(json.write(ANSWERS, FORM));

        assertThat(text)
                .isEqualTo("{\"many\":[\"B\"],\"words\":\"Bu \\\"Sari\\\"\",\"whole\":9223372036854775807,"
                        + "\"part\":500000.5,\"day\":\"2025-08-17\",\"hour\":\"10:00\",\"moment\":\"2025-08-17T10:00\","
                        + "\"one\":\"A\",\"photos\":[{\"file_id\":\"f\",\"unique_id\":\"u\","
                        + "\"content_type\":\"image/jpeg\",\"size\":12}],\"ok\":true,\"twice\":4,\"secret\":\"s\"}");
        assertThat(json.read(JSON.readTree(text), FORM)).isEqualTo(ANSWERS);
        assertThat(json.read(JSON.readTree(text), FORM).names()).containsExactlyElementsOf(ANSWERS.names());
    }

    @Test
    void a_value_of_another_type_is_refused_without_repeating_it() throws JsonProcessingException {
        var wrong = JSON.readTree("{\"whole\":\"rahasia\"}");

        assertThatThrownBy(() -> new AnswersJson().read(wrong, FORM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole")
                .hasMessageNotContaining("rahasia");
    }

    @Test
    void names_the_form_does_not_have_are_left_out() throws JsonProcessingException {
        assertThat(new AnswersJson().read(JSON.readTree("{\"gone\":1}"), FORM).isEmpty())
                .isTrue();
    }
}
