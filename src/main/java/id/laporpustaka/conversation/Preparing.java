package id.laporpustaka.conversation;

import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.QuickReader;
import id.laporpustaka.form.reading.QuickReading;
import id.laporpustaka.form.reading.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what was told at once into a report.
final class Preparing {
    private static final int TOLD_AT_ONCE = 3;

    private Preparing() {}

    /// @param echoes how it was understood, one for each prompt
    /// @param notice what of it found no place
    record Prepared(Filling filling, List<Echo> echoes, Optional<Notice> notice) {
        Prepared {
            echoes = List.copyOf(echoes);
        }
    }

    /// What was kept for this report. Photos go where the form takes some; those it has no room for are left out.
    static Prepared with(Material material, Filling begun) {
        var prepared = material.told()
                .map(told -> tell(begun, told))
                .orElseGet(() -> new Prepared(begun, List.of(), Optional.empty()));
        var filled = prepared.filling();
        Map<String, Echo> photos = new LinkedHashMap<>();
        for (var shot : material.photos()) {
            if (FileAnswers.add(filled, shot.sent()) instanceof FileAnswers.Attempt.Added(var draft, var echo, var _)) {
                filled = filled.with(draft);
                photos.put(echo.prompt().name(), echo);
            }
        }
        var echoes = new ArrayList<>(prepared.echoes());
        echoes.addAll(photos.values());
        return new Prepared(filled, echoes, prepared.notice());
    }

    /// A filled template, or a message in words.
    static Prepared tell(Filling begun, Material.Told told) {
        var template = Template.find(told.text(), List.of(begun.form()));
        if (template.isEmpty()) {
            return tell(begun, told, read(begun, told));
        }
        var read = Template.read(
                template.get(), begun.evaluation(), told.on(), begun.facts().language());
        var prepared = tell(begun, told, new QuickReading(read.values(), read.approximate(), List.of()));
        var unread = read.problems().keySet().stream()
                .flatMap(name -> begun.evaluation().findPrompt(name).stream())
                .toList();
        return unread.isEmpty()
                ? prepared
                : new Prepared(prepared.filling(), prepared.echoes(), Optional.of(new Notice.Unread(unread)));
    }

    static QuickReading read(Filling filled, Material.Told told) {
        return QuickReader.read(
                filled.form(), told.text(), told.on(), filled.facts().language());
    }

    /// Whether a message tells of more than one question asks: it names a day or a number, beside two other answers.
    static boolean isWholeReport(Filling filled, QuickReading reading) {
        var prompts = filled.evaluation().prompts().stream()
                .filter(prompt -> !valuesOf(prompt, reading).isEmpty())
                .count();
        return prompts >= TOLD_AT_ONCE
                && reading.values().values().stream()
                        .anyMatch(value -> value instanceof Value.Day || value instanceof Value.Whole);
    }

    /// Answers every prompt that the message answers and the form allows; the others are asked as usual.
    static Prepared tell(Filling begun, Material.Told told, QuickReading reading) {
        var filled = begun;
        var echoes = new ArrayList<Echo>();
        var unused = new ArrayList<>(reading.unread());
        for (var prompt : begun.evaluation().prompts()) {
            var values = valuesOf(prompt, reading);
            if (values.isEmpty()) {
                continue;
            }
            if (!filled.evaluation().relevant(prompt)) {
                values.values().forEach(value -> {
                    if (value instanceof Value.Text(var text)) {
                        unused.add(text);
                    }
                });
                continue;
            }
            var approximate = values.keySet().stream().anyMatch(reading.approximate()::contains);
            var source = Optional.of(told.messageId());
            if (filled.accept(prompt, values, source, approximate, false)
                            instanceof Filling.Attempt.Accepted(var draft, var echo, var problem)
                    && problem.isEmpty()) {
                filled = filled.with(draft);
                echo.ifPresent(echoes::add);
            }
        }
        return new Prepared(
                filled, echoes, unused.isEmpty() ? Optional.empty() : Optional.of(new Notice.Unused(unused)));
    }

    private static Map<String, Value> valuesOf(Prompt prompt, QuickReading reading) {
        var values = new LinkedHashMap<String, Value>();
        for (var question : prompt.questions()) {
            var value = reading.values().get(question.name());
            if (value != null) {
                values.put(question.name(), value);
            }
        }
        return values;
    }
}
