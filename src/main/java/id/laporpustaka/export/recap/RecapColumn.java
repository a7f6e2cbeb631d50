package id.laporpustaka.export.recap;

import id.laporpustaka.form.Choice;
import id.laporpustaka.texts.RecapWords;
import id.laporpustaka.texts.RecapWords.Figure;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;

/// A column of figures.
///
/// @param figure empty for the regulations of a kind
/// @param sum empty for what reports do not tell
record RecapColumn(String heading, Optional<Figure> figure, Function<RecapFields, Optional<Field<BigDecimal>>> sum) {
    static RecapColumn of(Figure figure, RecapWords words) {
        return new RecapColumn(words.heading(figure), Optional.of(figure), fields -> fields.find(figure));
    }

    static RecapColumn ofRegulations(Choice kind, RecapWords words) {
        return new RecapColumn(
                words.regulation(kind.label().in(words.language())),
                Optional.empty(),
                fields -> Optional.of(fields.regulations(kind.code())));
    }
}
