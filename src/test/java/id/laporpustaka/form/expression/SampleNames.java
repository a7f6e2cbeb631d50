package id.laporpustaka.form.expression;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/// The names that expressions may use in tests.
final class SampleNames implements Names {
    static final List<String> QUESTIONS = List.of("number", "empty", "day", "later", "many", "word", "moment");

    @Override
    public OptionalInt findSlot(String name) {
        var slot = QUESTIONS.indexOf(name);
        return slot < 0 ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    @Override
    public OptionalInt findRepeat(String name) {
        return name.equals("people") ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public OptionalInt findTable(String name) {
        return name.equals("villages") ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public Collection<String> tables() {
        return List.of("villages");
    }

    @Override
    public Collection<String> columns(int table) {
        return List.of("name", "label", "people");
    }

    @Override
    public Collection<String> keys(int table, String column) {
        return columns(table);
    }

    @Override
    public boolean hasRows(int table) {
        return true;
    }

    @Override
    public AnswerKind kindOf(int slot) {
        return new AnswerKind.Anything();
    }

    @Override
    public String nameOf(int slot) {
        return QUESTIONS.get(slot);
    }

    @Override
    public OptionalInt self() {
        return OptionalInt.empty();
    }

    @Override
    public boolean isChoiceColumn(String word) {
        return false;
    }

    @Override
    public Collection<String> questions() {
        return QUESTIONS;
    }
}
