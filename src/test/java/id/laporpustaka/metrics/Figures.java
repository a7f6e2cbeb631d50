package id.laporpustaka.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What `/metrics` gave, read line by line as Prometheus does; a line that is not of its text format fails the test.
public record Figures(List<Sample> samples) {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern LINE =
            Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (NaN|[+-]Inf|[+-]?[0-9.]+(?:E[+-]?[0-9]+)?)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.+)");
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");

    public record Sample(String name, Map<String, String> labels, double value) {}

    public static Figures read(String text) {
        assertThat(text).endsWith("\n");
        var types = new HashMap<String, String>();
        var samples = new ArrayList<Sample>();
        for (var line : text.lines().toList()) {
            if (line.startsWith("#")) {
                var comment = COMMENT.matcher(line);
                assertThat(comment.matches()).as(line).isTrue();
                if (comment.group(1).equals("TYPE")) {
                    assertThat(TYPES).contains(comment.group(3));
                    assertThat(types.put(comment.group(2), comment.group(3)))
                            .as(line)
                            .isNull();
                }
            } else {
                var sample = sample(line);
                var family = sample.name().replaceFirst("_(bucket|count|sum)$", "");
                assertThat(types.containsKey(sample.name()) || types.containsKey(family))
                        .as("the type of " + line)
                        .isTrue();
                samples.add(sample);
            }
        }
        assertThat(samples)
                .extracting(sample -> sample.name() + sample.labels())
                .doesNotHaveDuplicates();
        return new Figures(samples);
    }

    private static Sample sample(String line) {
        var parts = LINE.matcher(line);
        assertThat(parts.matches()).as(line).isTrue();
        var labels = new LinkedHashMap<String, String>();
        var written = parts.group(2) == null ? "" : parts.group(2);
        var label = LABEL.matcher(written);
        var end = 0;
        while (label.find() && label.start() == end) {
            labels.put(label.group(1), label.group(2));
            end = label.end();
        }
        assertThat(end).as(line).isEqualTo(written.length());
        return new Sample(
                parts.group(1), labels, Double.parseDouble(parts.group(3).replace("Inf", "Infinity")));
    }

    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toSet());
    }

    /// The sum over all that have this name and these labels; pairs of a label's name and its value.
    public double sum(String name, String... labels) {
        var wanted = new HashMap<String, String>();
        for (var at = 0; at < labels.length; at += 2) {
            wanted.put(labels[at], labels[at + 1]);
        }
        var found = samples.stream()
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(wanted.entrySet()))
                .toList();
        assertThat(found).as(name + wanted).isNotEmpty();
        return found.stream().mapToDouble(Sample::value).sum();
    }
}
