package id.laporpustaka.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process of its own that starts the embedded database on a folder and then waits to be killed.
final class EmbeddedDatabaseProcess implements AutoCloseable {
    private final Process process;
    private final String firstLine;

    private EmbeddedDatabaseProcess(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    static EmbeddedDatabaseProcess start(Path folder, Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseProcess.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        var process = builder.start();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new EmbeddedDatabaseProcess(process, String.valueOf(reader.readLine()));
    }

    /// The address of the database `kept`, or the message of the refusal.
    String firstLine() {
        return firstLine;
    }

    /// As `kill -9` does: nothing in the process learns of it.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void main(String[] arguments) throws IOException {
        try {
            var database = EmbeddedDatabase.start(Path.of(arguments[0]), EmbeddedDatabaseTest.PROGRAMS);
            System.out.println(database.address("kept"));
            System.in.read();
        } catch (DatabaseUnavailable e) {
            System.out.println(e.getMessage());
        }
    }
}
