package id.laporpustaka.intake;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Form;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Duty;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Conversations as people have them, from `src/test/resources/transcripts`. A line that begins with `>` is what
/// the person does; the lines below it are what they then read. `-Dtranscripts=write` writes down the present
/// output.
///
/// What a person can do: type (`> kemarin`, with `⏎` for a new line), tap a button (`> (Lewati)`), press stored
/// data (`> #…`), send a photo (`> 📷`), one of an album (`> 📷 a`), one with a caption (`> 📷 "…"`), edit the n-th
/// message (`> ✎2 text`), or send something else (`> 🎤 VOICE`).
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    static final Instant WEDNESDAY = Instant.parse("2025-08-20T03:00:00Z");

    static final FormCatalogue FORMS = forms();

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void the_conversation_goes_as_written(Path transcript) throws Exception {
        Transcripts.check(transcript, TranscriptTest::play);
    }

    private static List<String> play(List<String> lines) {
        var person = lines.getFirst().substring("# ".length());
        var play = new Play(catalogue(person), actor(person.split(":", 2)[0]), WEDNESDAY);
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
        return out;
    }

    private static Play.Heard act(Play play, String deed) {
        if (deed.startsWith("(") && deed.endsWith(")")) {
            return play.tap(deed.substring(1, deed.length() - 1));
        }
        if (deed.startsWith("#")) {
            return play.tapData(deed.substring(1));
        }
        if (deed.startsWith("📷")) {
            var rest = deed.substring("📷".length()).strip();
            return rest.startsWith("\"")
                    ? play.photo(Optional.empty(), Optional.of(rest.substring(1, rest.length() - 1)))
                    : play.photo(Optional.of(rest).filter(album -> !album.isEmpty()), Optional.empty());
        }
        if (deed.startsWith("✎")) {
            var parts = deed.substring(1).split(" ", 2);
            return play.edit(Integer.parseInt(parts[0]), parts[1]);
        }
        if (deed.startsWith("🎤")) {
            var kind = deed.substring("🎤".length()).strip();
            return play.send(new Input.Unreadable(99, Input.Kind.valueOf(kind)));
        }
        return play.say(deed.replace('⏎', '\n'));
    }

    private static void show(Play.Heard heard, List<String> out) {
        heard.toast().ifPresent(toast -> out.add("  (toast) " + toast));
        heard.first().ifPresent(message -> show(message, "(new)", out));
        heard.message().ifPresent(message -> show(message, heard.edited() ? "(edited)" : "(new)", out));
        if (heard.toast().isEmpty() && heard.message().isEmpty()) {
            out.add("  (silence)");
        }
    }

    private static void show(OutgoingMessage message, String how, List<String> out) {
        out.add("  " + how);
        message.html().lines().forEach(line -> out.add(line.isEmpty() ? "" : "  " + line));
        message.attached().ifPresent(attached -> out.add("  [file " + attached.file() + "]"));
        message.album().ifPresent(album -> out.add("  [album " + album.items().size() + "]"));
        Transcripts.buttons(message).forEach(out::add);
    }

    static Optional<Actor> actor(String who) {
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
        return catalogue(Stream.of("PM", "AD", "LI", "PB", "CD", "ST")
                .map(BuiltInForm::get)
                .toList());
    }

    /// The six forms, or the one that the first line names.
    private static FormCatalogue catalogue(String firstLine) {
        var named = firstLine.indexOf("forms/");
        return named < 0
                ? FORMS
                : catalogue(List.of(BuiltInForm.of(text(Path.of("src/test/resources", firstLine.substring(named))))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormCatalogue catalogue(List<Form> all) {
        return new FormCatalogue() {
            @Override
            public List<Form> listCurrent() {
                return all;
            }

            @Override
            public Optional<Form> find(String formId, String version) {
                return all.stream()
                        .filter(it -> it.id().equals(formId) && it.version().equals(version))
                        .findFirst();
            }
        };
    }
}
