package id.laporpustaka.form.expression;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A value inside an expression, with the coercions of XPath 1.0 (section 4) and those of ODK for dates.
///
/// A day is the number of days since 1970-01-01, a moment the same with a fraction, a time of day the fraction
/// alone. Moments are local, so a day is always 1 long.
public sealed interface Datum {
    Text NOTHING = new Text("");
    Truth TRUE = new Truth(true);
    Truth FALSE = new Truth(false);

    double number();

    String text();

    boolean truth();

    /// As a day, if it is one or reads like one.
    static Optional<LocalDate> findDay(Datum datum) {
        return Coercion.findDay(datum);
    }

    static Optional<LocalDateTime> findMoment(Datum datum) {
        return Coercion.findMoment(datum);
    }

    /// Whether it is unanswered: an empty text or not a number.
    static boolean isNothing(Datum datum) {
        return switch (datum) {
            case Text text -> text.text().isEmpty();
            case Numeric numeric -> Double.isNaN(numeric.number());
            case Truth _, Day _, Moment _, TimeOfDay _ -> false;
        };
    }

    static Datum of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    static Datum of(double number) {
        return new Numeric(number);
    }

    static Datum of(String text) {
        return text.isEmpty() ? NOTHING : new Text(text);
    }

    record Text(String text) implements Datum {
        @Override
        public double number() {
            return Coercion.number(text);
        }

        @Override
        public boolean truth() {
            return !text.isEmpty();
        }
    }

    record Numeric(double number) implements Datum {
        @Override
        public String text() {
            return Coercion.text(number);
        }

        @Override
        public boolean truth() {
            return number != 0 && !Double.isNaN(number);
        }
    }

    record Truth(boolean truth) implements Datum {
        @Override
        public double number() {
            return truth ? 1 : 0;
        }

        @Override
        public String text() {
            return Boolean.toString(truth);
        }
    }

    record Day(LocalDate date) implements Datum {
        @Override
        public double number() {
            return date.toEpochDay();
        }

        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public boolean truth() {
            return true;
        }
    }

    record Moment(LocalDateTime at) implements Datum {
        @Override
        public double number() {
            return at.toLocalDate().toEpochDay() + Coercion.fraction(at.toLocalTime());
        }

        @Override
        public String text() {
            return at.truncatedTo(ChronoUnit.SECONDS).toString();
        }

        @Override
        public boolean truth() {
            return true;
        }
    }

    record TimeOfDay(LocalTime time) implements Datum {
        @Override
        public double number() {
            return Coercion.fraction(time);
        }

        @Override
        public String text() {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }

        @Override
        public boolean truth() {
            return true;
        }
    }
}
