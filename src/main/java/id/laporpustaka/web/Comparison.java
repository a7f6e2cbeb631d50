package id.laporpustaka.web;

import id.laporpustaka.summary.Period;
import java.util.Optional;
import java.util.stream.Stream;

/// With what the totals of a period are compared.
enum Comparison {
    /// The days or months just before.
    BEFORE(""),
    /// The same of the year before.
    YEAR("tahun");

    private final String code;

    Comparison(String code) {
        this.code = code;
    }

    /// As it stands in an address; empty for the usual one.
    String code() {
        return code;
    }

    static Optional<Comparison> find(String code) {
        return Stream.of(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    Period of(Period period) {
        return switch (this) {
            case BEFORE -> period.before();
            case YEAR -> period.yearBefore();
        };
    }
}
