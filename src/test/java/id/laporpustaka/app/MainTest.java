package id.laporpustaka.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder;

    @Test
    void bad_settings_end_the_process_with_a_line_each() throws Exception {
        var lines = linesOfAFailedStart(Map.of("TELEGRAM_MODE", "poling", "HTTP_PORT", "web"));

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("TELEGRAM_MODE: ");
        assertThat(lines.getLast()).startsWith("HTTP_PORT: ");
    }

    @Test
    void a_port_that_is_taken_ends_the_process_with_a_line() throws Exception {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var lines = linesOfAFailedStart(Map.of("HTTP_PORT", String.valueOf(stranger.getLocalPort())));

            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst()).startsWith("HTTP_PORT: ditemukan " + stranger.getLocalPort());
        }
    }

    @Test
    void an_unknown_argument_ends_the_process_with_a_line() throws Exception {
        var lines = linesOf(1, Map.of(), "rekap");

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).startsWith("Argumen: ditemukan rekap; ");
    }

    @Test
    void sums_are_counted_anew_and_the_process_ends() throws Exception {
        var lines = linesOf(0, Map.of("DATA_DIR", folder.resolve("data").toString()), "recount");

        assertThat(lines.getLast()).isEqualTo("0 rows of sums, 0 changes not folded yet, 0 wrong");
    }

    private List<String> linesOfAFailedStart(Map<String, String> environment) throws IOException, InterruptedException {
        return linesOf(1, environment);
    }

    private List<String> linesOf(int status, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(status);
        return output.lines().toList();
    }
}
