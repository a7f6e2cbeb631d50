package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Duty;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Conversations as people have them, from `src/test/resources/transcripts`. A line that begins with `>` is what the
/// person does; the lines below it are what they then read. `-Dtranscripts=write` writes down the present output.
///
/// What a person can do: type (`> kemarin`), tap a button (`> (Lewati)`), press stored data (`> #…`), send a photo
/// (`> 📷`), one of an album (`> 📷 a`), edit the n-th message (`> ✎2 text`), or send something else (`> 🎤 VOICE`).
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final Instant WEDNESDAY = Instant.parse("2025-08-20T03:00:00Z");

    static final FormCatalogue FORMS = forms();

    static Stream<Path> transcripts() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void the_conversation_goes_as_written(Path transcript) throws IOException {
        var written = Files.readString(transcript);

        var played = play(written.lines().toList());

        if ("write".equals(System.getProperty("transcripts"))) {
            Files.writeString(transcript, played);
        } else {
            assertThat(played).isEqualTo(written);
        }
    }

    private static String play(List<String> lines) {
        var person = lines.getFirst().substring("# ".length());
        var play = new Play(FORMS, actor(person.split(":", 2)[0]), WEDNESDAY);
        var out = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("#")) {
                out.add(line);
            } else if (line.startsWith("> ")) {
                out.add("");
                out.add(line);
                show(act(play, line.substring(2)), out);
            }
        }
        return out.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static Play.Heard act(Play play, String deed) {
        if (deed.startsWith("(") && deed.endsWith(")")) {
            return play.tap(deed.substring(1, deed.length() - 1));
        }
        if (deed.startsWith("#")) {
            return play.tapData(deed.substring(1));
        }
        if (deed.startsWith("📷")) {
            var album = deed.substring("📷".length()).strip();
            return play.photo(album.isEmpty() ? Optional.empty() : Optional.of(album));
        }
        if (deed.startsWith("✎")) {
            var parts = deed.substring(1).split(" ", 2);
            return play.edit(Integer.parseInt(parts[0]), parts[1]);
        }
        if (deed.startsWith("🎤")) {
            var kind = deed.substring("🎤".length()).strip();
            return play.send(new Input.Unreadable(99, Input.Kind.valueOf(kind)));
        }
        return play.say(deed);
    }

    private static void show(Play.Heard heard, List<String> out) {
        heard.toast().ifPresent(toast -> out.add("  (toast) " + toast));
        heard.message().ifPresent(message -> {
            out.add(heard.edited() ? "  (edited)" : "  (new)");
            message.html().lines().forEach(line -> out.add(line.isEmpty() ? "" : "  " + line));
            for (var row : message.keyboard()) {
                out.add(row.stream()
                        .map(button -> "[" + button.label() + "]")
                        .collect(Collectors.joining(" ", "  ", "")));
            }
        });
        if (heard.toast().isEmpty() && heard.message().isEmpty()) {
            out.add("  (silence)");
        }
    }

    private static Optional<Actor> actor(String who) {
        var jakarta = ZoneId.of("Asia/Jakarta");
        var one = new Reporting(1, "Perpustakaan Cahaya Ilmu", "Desa Bener", jakarta, true);
        var two = new Reporting(2, "TBM Pelita", "Desa Kaliboto", jakarta, true);
        var pic = new Duty(Role.PIC_KAB, Optional.empty(), Set.of(1L));
        return switch (who) {
            case "Bu Sari" -> Optional.of(new Actor(1, 7, "Sari", "id", true, List.of(one), List.of()));
            case "Pak Joko" -> Optional.of(new Actor(2, 7, "Joko", "id", true, List.of(one, two), List.of()));
            case "Bu Ratna" -> Optional.of(new Actor(3, 7, "Ratna", "id", true, List.of(), List.of(pic)));
            case "Ann" -> Optional.of(new Actor(4, 7, "Ann", "en", true, List.of(one), List.of()));
            case "Bu Baru" -> Optional.of(new Actor(5, 7, "Baru", "id", false, List.of(one), List.of()));
            case "Orang lain" -> Optional.empty();
            default -> throw new AssertionError("Nobody is called " + who);
        };
    }

    private static FormCatalogue forms() {
        Form form;
        try {
            form = ((FormReading.Accepted) XlsForms.read(Files.readString(Path.of("db/forms/PM.csv")))).form();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new FormCatalogue() {
            @Override
            public List<Form> listCurrent() {
                return List.of(form);
            }

            @Override
            public Optional<Form> find(String formId, String version) {
                return Optional.of(form)
                        .filter(it -> it.id().equals(formId) && it.version().equals(version));
            }
        };
    }
}
