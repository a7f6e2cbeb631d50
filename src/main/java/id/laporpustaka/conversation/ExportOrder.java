package id.laporpustaka.conversation;

import id.laporpustaka.form.Language;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/// A file that somebody asks for.
///
/// @param within narrows it to a region; else it is about all that they may have
public record ExportOrder(ExportKind kind, LocalDate from, LocalDate to, Optional<Within> within, Language language) {

    /// A region as it was chosen.
    public record Within(long region, String title) {}

    ExportOrder of(ExportKind other) {
        return new ExportOrder(other, from, to, within, language);
    }

    /// What is made of it: the figures of a year are those of a whole one.
    public ExportOrder toBeMade() {
        return kind == ExportKind.Fixed.IPLM
                ? during(LocalDate.of(to.getYear(), Month.JANUARY, 1), LocalDate.of(to.getYear(), Month.DECEMBER, 31))
                : this;
    }

    ExportOrder during(LocalDate first, LocalDate last) {
        return new ExportOrder(kind, first, last, within, language);
    }

    ExportOrder within(Optional<Within> other) {
        return new ExportOrder(kind, from, to, other, language);
    }

    ExportOrder in(Language other) {
        return new ExportOrder(kind, from, to, within, other);
    }
}
