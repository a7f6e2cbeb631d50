package id.laporpustaka.web;

import id.laporpustaka.export.rows.Cells;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A cell of a [Table], as it is shown and as it stands in a file.
///
/// @param address where it leads to; empty for nowhere
/// @param notes in smaller letters below
/// @param mark instead of the text
/// @param file writes it, exactly once
record Cell(
        String text,
        String address,
        List<String> notes,
        Optional<StatusMark> mark,
        boolean numeric,
        Consumer<Cells> file) {
    Cell {
        notes = List.copyOf(notes);
    }

    static Cell text(String text) {
        return new Cell(text, "", List.of(), Optional.empty(), false, cells -> cells.text(text));
    }

    static Cell lines(List<String> lines) {
        return new Cell("", "", lines, Optional.empty(), false, cells -> cells.text(String.join("; ", lines)));
    }

    static Cell number(Frame frame, long number) {
        return new Cell(
                frame.words().number(number), "", List.of(), Optional.empty(), true, cells -> cells.number(number));
    }

    static Cell number(Frame frame, BigDecimal number) {
        return new Cell(
                frame.words().decimal(number), "", List.of(), Optional.empty(), true, cells -> cells.number(number));
    }

    static Cell day(Frame frame, LocalDate day) {
        return new Cell(frame.words().shortDate(day), "", List.of(), Optional.empty(), false, cells -> cells.day(day));
    }

    static Cell mark(StatusMark mark) {
        return new Cell("", "", List.of(), Optional.of(mark), false, cells -> cells.text(mark.label()));
    }

    static Cell none() {
        return new Cell("–", "", List.of(), Optional.empty(), false, Cells::empty);
    }

    boolean blank() {
        return text.isEmpty() && notes.isEmpty() && mark.isEmpty();
    }

    Cell at(String whither) {
        return new Cell(text, whither, notes, mark, numeric, file);
    }

    /// Shown only; files have a column for each thing.
    Cell noted(List<String> remarks) {
        return new Cell(text, address, remarks, mark, numeric, file);
    }
}
