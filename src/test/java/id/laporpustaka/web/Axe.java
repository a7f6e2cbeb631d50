package id.laporpustaka.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Looks for what keeps people from using a page, by the rules of axe-core (WCAG 2.2 A and AA, and best
/// practices).
final class Axe {
    private static final String SCRIPT = script();

    private static final String RUN = """
        async () => {
            const found = await axe.run();
            return found.violations.flatMap(it => it.nodes.map(node => it.id + ': ' + node.html + ' '
                + node.failureSummary));
        }\
        """;

    private Axe() {}

    @SuppressWarnings("unchecked")
    static List<String> complaintsAbout(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RUN);
    }

    private static String script() {
        try (var stream = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
