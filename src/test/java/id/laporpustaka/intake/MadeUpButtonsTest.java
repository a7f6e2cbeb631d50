package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.Effect;
import id.laporpustaka.outbox.Button;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever writes a Telegram program of their own can press buttons that were never there.
class MadeUpButtonsTest {
    private final Play play = new Play(TranscriptTest.FORMS, TranscriptTest.actor("Bu Sari"), TranscriptTest.WEDNESDAY);

    @BeforeEach
    void the_form_of_the_activity_is_asked() {
        play.say("/lapor");
        play.tap("Pelibatan masyarakat");
        play.say("Dongeng Jumat");
        play.say("kemarin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n:1", "d:2025-08-17", "mo:2025-08", "t:12", "m+:=PLT"})
    void a_button_of_another_kind_of_question_answers_nothing(String action) {
        var before = play.draft();

        var heard = play.tapData(question() + action);

        assertThat(heard.toast()).isPresent();
        assertThat(play.draft()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "s", "c:=PLT"})
    void who_is_not_known_any_more_changes_no_report(String action) {
        var before = play.draft();
        var data = question() + action;
        play.become(Optional.empty());

        var heard = play.tapData(data);

        assertThat(heard.message().orElseThrow().html()).contains("7");
        assertThat(play.draft()).isEqualTo(before);
        assertThat(play.edit(3, "Dongeng Sabtu").message()).isEmpty();
    }

    @Test
    void who_is_not_known_any_more_sends_nothing() {
        play.tap("Pelatihan / lokakarya");
        play.tap("Ekonomi dan UMKM");
        play.tap("Di perpustakaan");
        play.say("12 L 20 P");
        play.tap("Dewasa (31-59 tahun)");
        play.photo(Optional.empty(), Optional.empty());
        play.tap("Tidak");
        play.become(Optional.empty());

        play.tap("Kirim");

        assertThat(play.effects()).noneMatch(Effect.Submit.class::isInstance);
    }

    private String question() {
        return play.shown().getLast().keyboard().stream()
                .flatMap(List::stream)
                .map(button -> ((Button.Callback) button).data())
                .map(data -> data.substring(0, data.lastIndexOf('.') + 1))
                .findFirst()
                .orElseThrow();
    }
}
