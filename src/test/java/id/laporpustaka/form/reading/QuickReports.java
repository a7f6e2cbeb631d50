package id.laporpustaka.form.reading;

import id.laporpustaka.form.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Messages as librarians write them, each with what it says.
final class QuickReports {
    private static final String INDENT = "    ";

    private QuickReports() {}

    record Example(String message, String meaning) {
        @Override
        public String toString() {
            return message.replace('\n', ' ');
        }
    }

    static List<Example> list() {
        return list("quick-reports.txt");
    }

    /// The first line of what they say names the form, or a `-` if it is not clear.
    static List<Example> listOfAnyKind() {
        return list("quick-reports-of-any-kind.txt");
    }

    /// Blocks between empty lines: the message, and indented what it says.
    private static List<Example> list(String name) {
        var text = read(Path.of("src", "test", "resources", name));
        return Arrays.stream(text.split("\\n\\n+", -1))
                .filter(block -> !block.isBlank())
                .map(block -> new Example(
                        block.lines().filter(line -> !line.startsWith(INDENT)).collect(Collectors.joining("\n")),
                        block.lines()
                                .filter(line -> line.startsWith(INDENT))
                                .map(line -> line + "\n")
                                .collect(Collectors.joining())))
                .toList();
    }

    /// One indented line for each answer; `~` says about, `?` goes before what is left over.
    static String written(QuickReading reading) {
        var written = new StringBuilder();
        reading.values()
                .forEach((name, value) -> written.append(INDENT)
                        .append(name)
                        .append(": ")
                        .append(reading.approximate().contains(name) ? "~" : "")
                        .append(written(value))
                        .append('\n'));
        reading.unread()
                .forEach(
                        text -> written.append(INDENT).append("? ").append(text).append('\n'));
        return written.toString();
    }

    private static String written(Value value) {
        return Prompts.shortly(new Reading.Understood(java.util.Map.of("", value), false));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
