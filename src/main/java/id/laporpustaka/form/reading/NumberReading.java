package id.laporpustaka.form.reading;

import java.math.BigDecimal;
import java.util.List;

/// What a text means as a number, before it is known which question it answers.
sealed interface NumberReading {
    record Exact(BigDecimal number, boolean approximate) implements NumberReading {}

    record Several(AmbiguityKind kind, List<BigDecimal> candidates) implements NumberReading {}

    record NoNumber() implements NumberReading {}
}
