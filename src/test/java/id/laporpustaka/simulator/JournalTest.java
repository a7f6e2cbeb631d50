package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    @TempDir
    private Path folder;

    @Test
    void everything_survives_a_process_that_never_closed_its_journal() throws Exception {
        var journal = folder.resolve("telegram.jsonl");
        var copy = folder.resolve("copy.jsonl");
        int lastId;
        try (var first = TestTelegram.start(false, Optional.of(journal))) {
            var sari = first.greetedSari();
            sari.sendSamplePhoto("kebun", "Kebun");
            first.send("satu", "");
            int gone = first.send("dua", "").result().path("message_id").asInt();
            first.call("deleteMessage", "{\"chat_id\":%d,\"message_id\":%d}".formatted(TestTelegram.SARI, gone));
            first.call("setMyCommands", "{\"commands\":[{\"command\":\"lapor\",\"description\":\"Lapor\"}]}");
            first.control("POST", "/users", "{\"id\":5,\"firstName\":\"Tamu\"}");
            lastId = first.updates().getLast().path("update_id").asInt();
            Files.copy(journal, copy);
            Files.copy(journal.resolveSibling("telegram.jsonl.files"), copy.resolveSibling("copy.jsonl.files"));
            try (var files = Files.list(journal.resolveSibling("telegram.jsonl.files"))) {
                for (var file : files.toList()) {
                    Files.copy(file, copy.resolveSibling("copy.jsonl.files").resolve(file.getFileName()));
                }
            }
        }

        try (var second = TestTelegram.start(false, Optional.of(copy))) {
            var sari = second.sari();
            var updates = second.updates();

            assertThat(sari.messages()).extracting(Phone.Message::text).containsExactly("/start", "Kebun", "satu");
            assertThat(sari.commands()).containsExactly("lapor");
            assertThat(updates).hasSize(1);
            assertThat(updates.getFirst().path("update_id").asInt()).isEqualTo(lastId);
            assertThat(second.get("/simulator/api/files/"
                                    + sari.messages().get(1).fileId())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(second.control("GET", "/counters", "")
                            .path("calls")
                            .path("sendmessage")
                            .asInt())
                    .isEqualTo(2);
            assertThat(second.control("GET", "/users", "").toString()).contains("Tamu");
            assertThat(sari.say("lagi").id())
                    .isGreaterThan(sari.messages().get(1).id());
        }
    }

    @Test
    void a_line_that_was_cut_off_is_left_out() throws Exception {
        var journal = folder.resolve("telegram.jsonl");
        try (var first = TestTelegram.start(false, Optional.of(journal))) {
            first.sari().say("utuh");
        }
        Files.writeString(journal, "{\"kind\":\"message\",\"chat\":70000", StandardOpenOption.APPEND);

        try (var second = TestTelegram.start(false, Optional.of(journal))) {
            second.sari().say("sesudahnya");

            assertThat(second.sari().messages()).extracting(Phone.Message::text).containsExactly("utuh", "sesudahnya");
        }
    }
}
