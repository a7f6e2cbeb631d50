package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import id.laporpustaka.summary.Period;
import java.util.Optional;

/// What the summary page shows, as its address has it.
///
/// @param region empty for all that the visitor coordinates
record SummaryAddress(Period period, Optional<Region> region, Comparison comparison, MapMeasure measure) {
    /// Names of parameters.
    static final String COMPARISON = "banding";

    static final String MEASURE = "peta";

    SummaryAddress during(Period other) {
        return new SummaryAddress(other, region, comparison, measure);
    }

    SummaryAddress in(Optional<Region> other) {
        return new SummaryAddress(period, other, comparison, measure);
    }

    SummaryAddress comparing(Comparison other) {
        return new SummaryAddress(period, region, other, measure);
    }

    SummaryAddress mapping(MapMeasure other) {
        return new SummaryAddress(period, region, comparison, other);
    }

    String address() {
        return Addresses.with(
                Addresses.summary(period, region.map(Region::code)),
                COMPARISON,
                comparison.code(),
                MEASURE,
                measure.code());
    }
}
