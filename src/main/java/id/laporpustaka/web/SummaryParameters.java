package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Period;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an address asks a summary about, and what in it could not be understood.
///
/// @param period the present month when the address names none or none that can be understood
/// @param problems all that are wrong, in the order of the parameters
record SummaryParameters(
        Period period, Optional<Region> region, GroupBy groupBy, List<RequestProblem.Parameter> problems) {
    static final String FROM = "from";
    static final String TO = "to";
    static final String REGION = "region";
    static final String GROUP_BY = "group_by";

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    static SummaryParameters read(Context context, Regions regions, LocalDate today) {
        return new Reader(context).read(regions, today);
    }

    static String nameOf(GroupBy groupBy) {
        return groupBy.name().toLowerCase(Locale.ROOT);
    }

    private static final class Reader {
        private final Context context;
        private final List<RequestProblem.Parameter> problems = new ArrayList<>();

        Reader(Context context) {
            this.context = context;
        }

        SummaryParameters read(Regions regions, LocalDate today) {
            var period = period().orElse(Period.ofMonth(YearMonth.from(today)));
            var region = region(regions);
            var groupBy = groupBy();
            return new SummaryParameters(period, region, groupBy, List.copyOf(problems));
        }

        private Optional<Period> period() {
            var from = date(FROM);
            var to = date(TO);
            if (given(FROM).isPresent() != given(TO).isPresent()) {
                var missing = given(FROM).isPresent() ? TO : FROM;
                problem(missing, "", "other_date");
            }
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            if (to.get().isBefore(from.get())) {
                problem(TO, to.get().toString(), "date_from", from.get().toString());
                return Optional.empty();
            }
            return Optional.of(new Period(from.get(), to.get()));
        }

        private Optional<LocalDate> date(String name) {
            return given(name).flatMap(text -> {
                try {
                    var date = LocalDate.parse(text);
                    if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                        return Optional.of(date);
                    }
                } catch (DateTimeParseException _) {
                    // told below, like a date out of range
                }
                problem(name, text, "date", EARLIEST.toString(), LATEST.toString());
                return Optional.empty();
            });
        }

        private Optional<Region> region(Regions regions) {
            return given(REGION).flatMap(code -> {
                var found = regions.findByCode(code);
                if (found.isEmpty()) {
                    problem(REGION, code, "region");
                }
                return found;
            });
        }

        private GroupBy groupBy() {
            var given = given(GROUP_BY);
            if (given.isEmpty()) {
                return GroupBy.NONE;
            }
            for (var groupBy : GroupBy.values()) {
                if (nameOf(groupBy).equals(given.get())) {
                    return groupBy;
                }
            }
            problems.add(RequestProblem.Parameter.oneOf(
                    GROUP_BY,
                    given.get(),
                    Arrays.stream(GroupBy.values())
                            .map(SummaryParameters::nameOf)
                            .toList()));
            return GroupBy.NONE;
        }

        private Optional<String> given(String name) {
            return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
        }

        private void problem(String name, String found, String accepted, String... details) {
            problems.add(new RequestProblem.Parameter(name, found, accepted, details));
        }
    }
}
