package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.outbox.Keys;
import id.laporpustaka.outbox.OutgoingMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Conversations that are written down in files: what a person does, and what they then read.
final class Transcripts {
    private Transcripts() {}

    /// Those of a folder.
    static Stream<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    /// Plays a transcript and compares; with `-Dtranscripts=write` it writes down what was heard instead.
    static void check(Path transcript, Player player) throws IOException, InterruptedException {
        var written = Files.readString(transcript);
        var played = player.play(written.lines().toList()).stream().collect(Collectors.joining("\n", "", "\n"));
        if ("write".equals(System.getProperty("transcripts"))) {
            Files.writeString(transcript, played);
        } else {
            assertThat(played).isEqualTo(written);
        }
    }

    /// The buttons and keys under a message.
    static Stream<String> buttons(OutgoingMessage message) {
        var buttons = message.keyboard().stream()
                .map(row -> row.stream()
                        .map(button -> "[" + button.label() + "]")
                        .collect(Collectors.joining(" ", "  ", "")));
        var keys = switch (message.keys()) {
            case Keys.Untouched _ -> Stream.<String>empty();
            case Keys.Removed _ -> Stream.of("  (no keys any more)");
            case Keys.Shown(var rows) ->
                rows.stream()
                        .map(row ->
                                row.stream().map(key -> "⌨" + key.label()).collect(Collectors.joining("  ", "  ", "")));
        };
        return Stream.concat(buttons, keys);
    }

    /// Does what the lines say, and gives all lines with what was heard.
    interface Player {
        List<String> play(List<String> lines) throws InterruptedException;
    }
}
