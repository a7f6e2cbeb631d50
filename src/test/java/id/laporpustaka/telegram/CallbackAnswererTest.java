package id.laporpustaka.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.laporpustaka.telegram.FakeTelegram.Reply;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallbackAnswererTest {
    private final FakeTelegram telegram = new FakeTelegram();
    private final BotApi api = new BotApi(telegram.address(), TelegramCounts.none());
    private final CallbackAnswerer patient = new CallbackAnswerer(api, Duration.ofHours(1));
    private final CallbackAnswerer impatient = new CallbackAnswerer(api, Duration.ofMillis(1));

    @AfterEach
    void close() {
        patient.close();
        impatient.close();
        api.close();
        telegram.close();
    }

    @Test
    void a_press_is_answered_once_with_its_toast() {
        patient.expect("77");
        patient.answer("77", Optional.of("Disimpan"));
        patient.answer("77", Optional.of("Disimpan"));
        patient.answer("78", Optional.empty());

        await().until(() -> telegram.asked("answercallbackquery").size() >= 2);
        assertThat(telegram.asked("answercallbackquery"))
                .extracting(
                        asked -> asked.body().path("callback_query_id").asText(),
                        asked -> asked.body().path("text").asText(""))
                .containsExactlyInAnyOrder(tuple("77", "Disimpan"), tuple("78", ""));
    }

    @Test
    void a_press_whose_step_takes_long_gets_an_empty_answer_and_no_other() {
        impatient.expect("77");
        await().until(() -> telegram.asked("answercallbackquery").size() == 1);

        impatient.answer("77", Optional.of("Disimpan"));
        impatient.answer("78", Optional.of("Lain"));

        await().until(() -> telegram.asked("answercallbackquery").size() >= 2);
        assertThat(telegram.asked("answercallbackquery"))
                .extracting(asked -> asked.body().path("text").asText(""))
                .containsExactly("", "Lain");
    }

    @Test
    void a_press_that_is_too_old_is_let_go() {
        telegram.answer(_ -> Reply.refused(400, "Bad Request: query is too old and response timeout expired"));

        patient.answer("77", Optional.empty());
        await().until(() -> telegram.asked("answercallbackquery").size() == 1);
        patient.answer("77", Optional.empty());
        patient.answer("78", Optional.empty());

        await().until(() -> telegram.asked("answercallbackquery").size() >= 2);
        assertThat(telegram.asked("answercallbackquery")).hasSize(2);
    }

    @Test
    void a_toast_is_no_longer_than_telegram_takes() {
        patient.answer("77", Optional.of("a".repeat(300)));

        await().until(() -> telegram.asked("answercallbackquery").size() == 1);
        assertThat(telegram.asked("answercallbackquery")
                        .getFirst()
                        .body()
                        .path("text")
                        .asText())
                .hasSize(200)
                .endsWith("…");
    }
}
