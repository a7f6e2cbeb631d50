package id.laporpustaka.form.expression;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// What expressions see in tests.
record SampleContext(Datum self, Map<String, String> row) implements Context {
    private static final Map<String, Datum> ANSWERS = Map.of(
            "number",
            Datum.of(12.0),
            "empty",
            Datum.NOTHING,
            "day",
            new Datum.Day(LocalDate.of(2025, 8, 17)),
            "later",
            new Datum.Day(LocalDate.of(2025, 8, 19)),
            "many",
            Datum.of("A B C"),
            "word",
            Datum.of("dongeng"),
            "moment",
            new Datum.Moment(LocalDateTime.of(2025, 8, 17, 18, 0)));

    private static final List<Map<String, String>> VILLAGES = List.of(
            Map.of("name", "A", "label", "Asri", "people", "100"),
            Map.of("name", "B", "label", "Bakti", "people", "200"),
            Map.of("name", "C", "label", "Cendana", "people", "300"));

    SampleContext() {
        this(Datum.NOTHING, Map.of());
    }

    @Override
    public void answers(int slot, Consumer<Datum> sink) {
        sink.accept(answer(slot));
    }

    @Override
    public Datum answer(int slot, int instance) {
        return instance == 1 ? answer(slot) : Datum.NOTHING;
    }

    @Override
    public int instances(int repeat) {
        return 3;
    }

    @Override
    public int position() {
        return 2;
    }

    @Override
    public List<Map<String, String>> rows(int table) {
        return VILLAGES;
    }

    @Override
    public String cell(int table, String column, String key, String value) {
        return VILLAGES.stream()
                .filter(village -> value.equals(village.get(key)))
                .map(village -> village.getOrDefault(column, ""))
                .findFirst()
                .orElse("");
    }

    @Override
    public Context at(Map<String, String> other) {
        return new SampleContext(self, other);
    }

    @Override
    public String uuid() {
        return "6a3c7f0e-0000-3000-8000-000000000000";
    }

    @Override
    public double random() {
        return 0.25;
    }

    @Override
    public void spend(int steps) {}

    @Override
    public Datum answer(int slot) {
        return ANSWERS.getOrDefault(SampleNames.QUESTIONS.get(slot), Datum.NOTHING);
    }

    @Override
    public LocalDate today() {
        return LocalDate.of(2025, 8, 20);
    }

    @Override
    public LocalDateTime now() {
        return today().atTime(LocalTime.of(9, 30));
    }

    @Override
    public Locale locale() {
        return Locale.of("id");
    }

    @Override
    public String choiceLabel(int slot, String code) {
        return code.equals("PLT") ? "Pelatihan" : "";
    }

    @Override
    public String column(String name) {
        return row.getOrDefault(name, "");
    }
}
