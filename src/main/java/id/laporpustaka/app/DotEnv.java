package id.laporpustaka.app;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The file `.env`, for people who do not set environment variables.
final class DotEnv {
    private static final String NAME = ".env";

    private DotEnv() {}

    /// What the file says, overruled by the environment; a variable set to nothing counts as not set.
    static Map<String, String> under(Map<String, String> environment, Path folder) {
        var file = folder.resolve(NAME);
        var values = new HashMap<String, String>();
        if (Files.exists(file)) {
            values.putAll(entries(file));
        }
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static Map<String, String> entries(Path file) {
        try {
            var entries = new HashMap<String, String>();
            Dotenv.configure()
                    .directory(String.valueOf(file.toAbsolutePath().getParent()))
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
            return entries;
        } catch (DotenvException e) {
            throw new UnusableSettings(List.of(
                    "%s: baris %s tidak dipahami; yang diterima: NAMA=nilai (line %2$s is not understood; accepted: NAME=value)"
                            .formatted(file, lineNumber(file, String.valueOf(e.getMessage())))));
        }
    }

    /// The exception quotes the line, which may hold a secret; its number does not.
    private static String lineNumber(Path file, String message) {
        try {
            var lines = Files.readAllLines(file);
            for (var i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && message.endsWith(lines.get(i))) {
                    return String.valueOf(i + 1);
                }
            }
            return "?";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
