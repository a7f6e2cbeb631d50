package id.laporpustaka.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LoggingTest {
    private static final String TOKEN = "123456789:AAFdemo_demo-demo0demo1demo2demo34";

    @Test
    void an_event_is_one_line_without_the_token() throws Exception {
        var lines = linesOf(_ -> {});

        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("AAFdemo"));
        assertThat(lines.getFirst())
                .contains("WARN  Main: GET https://api.telegram.org/bot*****/getMe | failed")
                .contains("java.lang.IllegalStateException: bot***** | at ");
        assertThat(lines.getLast()).endsWith("INFO  Main: one \"line\"");
    }

    @Test
    void an_event_for_programs_is_one_object_a_line_without_the_token() throws Exception {
        var before = System.currentTimeMillis();

        var lines = linesOf(Logging::useJson);

        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("AAFdemo"));
        var warning = new ObjectMapper().readTree(lines.getFirst());
        assertThat(warning.fieldNames())
                .toIterable()
                .containsExactly("timestamp", "level", "loggerName", "formattedMessage", "throwable");
        assertThat(warning.path("timestamp").longValue()).isBetween(before, System.currentTimeMillis());
        assertThat(warning.path("level").textValue()).isEqualTo("WARN");
        assertThat(warning.path("loggerName").textValue()).isEqualTo("id.laporpustaka.app.Main");
        assertThat(warning.path("formattedMessage").textValue())
                .isEqualTo("GET https://api.telegram.org/bot*****/getMe\nfailed");
        assertThat(warning.path("throwable").path("message").textValue()).isEqualTo("bot*****");
        assertThat(new ObjectMapper()
                        .readTree(lines.getLast())
                        .path("formattedMessage")
                        .textValue())
                .isEqualTo("one \"line\"");
    }

    private static List<String> linesOf(Consumer<LoggerContext> change) throws JoranException {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        var out = new ByteArrayOutputStream();
        var root = context.getLogger("ROOT");
        ((ConsoleAppender<?>) root.getAppender("console")).setOutputStream(out);
        change.accept(context);
        var logger = context.getLogger("id.laporpustaka.app.Main");

        logger.warn(
                "GET https://api.telegram.org/bot{}/getMe\nfailed", TOKEN, new IllegalStateException("bot" + TOKEN));
        logger.info("one \"line\"");
        context.getLogger("org.eclipse.jetty").info("not ours");
        context.stop();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
