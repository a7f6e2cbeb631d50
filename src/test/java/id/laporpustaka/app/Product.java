package id.laporpustaka.app;

import id.laporpustaka.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// The whole product as a process of its own, which can be killed.
final class Product implements AutoCloseable {
    private final Map<String, String> environment;
    private final int port;
    private final Path folder;
    private Process process;

    private Product(Map<String, String> environment, int port, Path folder) {
        this.environment = environment;
        this.port = port;
        this.folder = folder;
        this.process = launch();
    }

    /// Starts it and waits until it is ready.
    ///
    /// @param folder where it runs; its log is written there
    static Product start(Map<String, String> environment, Path folder) {
        return start(environment, FreePort.find(), folder);
    }

    static Product start(Map<String, String> environment, int port, Path folder) {
        var product = new Product(environment, port, folder);
        product.awaitReady();
        return product;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /// As `kill -9` does: nothing gets the chance to end cleanly.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// As when its machine stands still: it lives, and does nothing until it is to [go on][#goOn].
    void stand() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        process = launch();
        awaitReady();
    }

    private Process launch() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "id.laporpustaka.app.Main"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("product.log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        var request = HttpRequest.newBuilder(address().resolve("/readyz")).build();
        try (var client = HttpClient.newHttpClient()) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
                if (!process.isAlive()) {
                    throw new AssertionError("It has ended; see " + folder.resolve("product.log"));
                }
                return client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode()
                        == 200;
            });
        }
    }

    /// As whoever runs it ends it.
    void end() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        end();
    }
}
