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
    /// @param notices what of it found no place
    /// @param doubtful an answer that is unusual, to be confirmed
    /// @param problem with that answer, once it is asked about
    record Prepared(
            Filling filling,
            List<Echo> echoes,
            List<Notice> notices,
            Optional<Doubtful> doubtful,
            Optional<Problem> problem) {
        Prepared {
            echoes = List.copyOf(echoes);
            notices = List.copyOf(notices);
        }

        private Prepared(Filling filling, List<Echo> echoes, List<Notice> notices, Optional<Doubtful> doubtful) {
            this(filling, echoes, notices, doubtful, Optional.empty());
        }

        /// Asks about the doubtful answer first, as if it had just been typed.
        private Prepared asking() {
            return doubtful.map(doubt -> doubt.askedIn(this)).orElse(this);
        }
    }

    /// An answer that the form finds unusual.
    record Doubtful(Prompt prompt, Map<String, Value> values, Optional<Integer> source, boolean approximate) {
        private Prepared askedIn(Prepared prepared) {
            var filling = prepared.filling();
            var focused = filling.with(filling.draft().withFocus(prompt.name()));
            return focused.accept(prompt, values, source, approximate, false)
                            instanceof Filling.Attempt.Asked(var draft, var problem)
                    ? new Prepared(
                            filling.with(draft),
                            prepared.echoes(),
                            prepared.notices(),
                            Optional.empty(),
                            Optional.of(problem))
                    : prepared;
        }
    }

    /// What was kept for this report. Photos go where the form takes some; those it has no room for are left out.
    static Prepared with(Material material, Filling begun) {
        var prepared = material.told()
                .map(told -> told(begun, told))
                .orElseGet(() -> new Prepared(begun, List.of(), List.of(), Optional.empty()));
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
        return new Prepared(filled, echoes, prepared.notices(), prepared.doubtful()).asking();
    }

    /// A filled template, or a message in words.
    static Prepared tell(Filling begun, Material.Told told) {
        return told(begun, told).asking();
    }

    private static Prepared told(Filling begun, Material.Told told) {
        var template = Template.find(told.text(), List.of(begun.form()));
        if (template.isEmpty()) {
            return told(begun, told, read(begun, told));
        }
        var read = Template.read(
                template.get(), begun.evaluation(), told.on(), begun.facts().language());
        var prepared = told(begun, told, new QuickReading(read.values(), read.approximate(), List.of()));
        var unread = read.problems().keySet().stream()
                .flatMap(name -> begun.evaluation().findPrompt(name).stream())
                .toList();
        return unread.isEmpty()
                ? prepared
                : new Prepared(
                        prepared.filling(), prepared.echoes(), List.of(new Notice.Unread(unread)), prepared.doubtful());
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
        return told(begun, told, reading).asking();
    }

    private static Prepared told(Filling begun, Material.Told told, QuickReading reading) {
        var filled = begun;
        var source = Optional.of(told.messageId());
        var echoes = new ArrayList<Echo>();
        var unused = new ArrayList<>(reading.unread());
        var refused = new ArrayList<Prompt>();
        var doubtful = Optional.<Doubtful>empty();
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
            switch (filled.accept(prompt, values, source, approximate, false)) {
                case Filling.Attempt.Accepted(var draft, var echo, var problem) -> {
                    if (problem.isEmpty()) {
                        filled = filled.with(draft);
                        echo.ifPresent(echoes::add);
                    } else {
                        refused.add(prompt);
                    }
                }
                case Filling.Attempt.Asked(var _, var problem) -> {
                    if (problem instanceof Problem.Unusual && doubtful.isEmpty()) {
                        doubtful = Optional.of(new Doubtful(prompt, values, source, approximate));
                    } else {
                        refused.add(prompt);
                    }
                }
            }
        }
        var notices = new ArrayList<Notice>();
        if (!refused.isEmpty()) {
            notices.add(new Notice.Unread(refused));
        }
        if (!unused.isEmpty()) {
            notices.add(new Notice.Unused(unused));
        }
        return new Prepared(filled, echoes, notices, doubtful);
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
