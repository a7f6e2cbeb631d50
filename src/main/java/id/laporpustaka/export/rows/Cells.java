package id.laporpustaka.export.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// The cells of a row, from left to right, one call each.
public interface Cells {
    void empty();

    void text(String text);

    void number(long number);

    void number(BigDecimal number);

    void day(LocalDate day);

    void moment(LocalDateTime moment);

    void time(LocalTime time);
}
