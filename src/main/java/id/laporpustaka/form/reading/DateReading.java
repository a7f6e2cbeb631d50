package id.laporpustaka.form.reading;

import java.time.LocalDate;
import java.util.List;

/// What a text means as a date, before it is known which question it answers.
sealed interface DateReading {
    record OneDay(LocalDate date) implements DateReading {}

    record Between(LocalDate start, LocalDate end) implements DateReading {}

    record Unclear(AmbiguityKind kind, List<LocalDate> candidates) implements DateReading {}

    record NoDate() implements DateReading {}
}
