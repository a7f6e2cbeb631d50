package id.laporpustaka.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalDouble;

/// One answer. Times are those of the library's clock and have no zone.
public sealed interface Value {
    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    /// Zeros at the end are dropped, so that 1.50 equals 1.5.
    record Decimal(BigDecimal number) implements Value {
        public Decimal {
            var stripped = number.stripTrailingZeros();
            number = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    record Day(LocalDate date) implements Value {}

    record TimeOfDay(LocalTime time) implements Value {}

    record Moment(LocalDateTime at) implements Value {}

    /// The codes chosen, in the order of choosing; a `select_one` has one.
    record Selected(List<String> codes) implements Value {
        public Selected {
            codes = List.copyOf(codes);
        }

        public static Selected of(String code) {
            return new Selected(List.of(code));
        }
    }

    record Media(List<MediaFile> files) implements Value {
        public Media {
            files = List.copyOf(files);
        }
    }

    record Acknowledged() implements Value {}

    /// A point on the earth in degrees (WGS 84), north and east positive; `accuracy` in metres.
    record Location(double latitude, double longitude, OptionalDouble accuracy) implements Value {}
}
