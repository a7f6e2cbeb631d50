package id.laporpustaka.conversation;

import id.laporpustaka.submission.Status;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SummaryFilter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// What a summary is asked for, short enough for a button: [#code] is stored there and never changes its meaning.
///
/// @param filter without a library and without an answer
/// @param page of the rows, from 0
public record SummaryAsk(Period period, By by, Place place, SummaryFilter filter, int page) {
    private static final int PARTS = 5;

    /// What a summary is about.
    public sealed interface Place {
        /// All that the person may see; in a group its region.
        record Own() implements Place {}

        record OfRegion(long id) implements Place {}

        record OfLibrary(long id) implements Place {}

        /// What was typed, still to be found; never on a button.
        record Named(String typed) implements Place {}
    }

    /// By what it is broken down; the letters are stored.
    public enum By {
        TYPE('t'),
        MONTH('m'),
        TOPIC('b'),
        ACTIVITY_FORM('k'),
        AGE_GROUP('u'),
        PARTNER('p'),
        FUND('d'),
        STATUS('s'),
        /// The parts of the place; of a village its libraries, of a library its reports.
        PARTS('w'),
        PROVINCE('1'),
        REGENCY('2'),
        DISTRICT('3'),
        VILLAGE('4'),
        LIBRARY('l'),
        REPORTER('r');

        private final char letter;

        By(char letter) {
            this.letter = letter;
        }

        /// Whether a group may hear it: nothing about persons, libraries, or what so few are in that it tells of them.
        public boolean isForGroups() {
            return switch (this) {
                case TYPE, MONTH, TOPIC, ACTIVITY_FORM, AGE_GROUP, PARTNER, FUND, STATUS, PARTS -> true;
                case PROVINCE, REGENCY, DISTRICT -> true;
                case VILLAGE, LIBRARY, REPORTER -> false;
            };
        }
    }

    public SummaryAsk during(Period other) {
        return new SummaryAsk(other, by, place, filter, 0);
    }

    public SummaryAsk by(By other) {
        return new SummaryAsk(period, other, place, filter, 0);
    }

    public SummaryAsk at(Place other) {
        return new SummaryAsk(period, by, other, filter, 0);
    }

    public SummaryAsk page(int other) {
        return new SummaryAsk(period, by, place, filter, other);
    }

    public String code() {
        var code = new StringBuilder()
                .append(digits(period.from().toEpochDay()))
                .append('-')
                .append(digits(period.to().toEpochDay()))
                .append('.')
                .append(by.letter)
                .append('.')
                .append(code(place))
                .append('.')
                .append(page)
                .append('.');
        filter.status().ifPresent(status -> code.append(";s").append(letter(status)));
        filter.formId().ifPresent(id -> code.append(";f").append(id));
        filter.topic().ifPresent(choice -> code.append(";b").append(choice));
        filter.activityForm().ifPresent(choice -> code.append(";k").append(choice));
        filter.ageGroup().ifPresent(choice -> code.append(";u").append(choice));
        filter.partner().ifPresent(choice -> code.append(";p").append(choice));
        filter.fund().ifPresent(choice -> code.append(";d").append(choice));
        return code.toString();
    }

    /// Empty for what is no code of ours.
    public static Optional<SummaryAsk> parse(String code) {
        var parts = code.split("\\.", PARTS);
        if (parts.length < PARTS || parts[1].length() != 1) {
            return Optional.empty();
        }
        try {
            var days = parts[0].split("-", 2);
            var period = new Period(day(days[0]), day(days[1]));
            var page = Math.clamp(Integer.parseInt(parts[3]), 0, 10_000);
            return find(parts[1].charAt(0))
                    .flatMap(by -> place(parts[2])
                            .flatMap(place ->
                                    filter(parts[4]).map(filter -> new SummaryAsk(period, by, place, filter, page))));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String digits) {
        return LocalDate.ofEpochDay(Math.clamp(Long.parseLong(digits, Character.MAX_RADIX), 0, 60_000));
    }

    private static Optional<By> find(char letter) {
        return Arrays.stream(By.values()).filter(by -> by.letter == letter).findFirst();
    }

    private static String code(Place place) {
        return switch (place) {
            case Place.Own() -> "o";
            case Place.OfRegion(var id) -> "r" + digits(id);
            case Place.OfLibrary(var id) -> "l" + digits(id);
            case Place.Named(var _) -> "n";
        };
    }

    /// A place by its code, as [SummaryAnswer] has it.
    public static Optional<Place> findPlace(String code) {
        try {
            return place(code);
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Optional<Place> place(String code) {
        return switch (code.charAt(0)) {
            case 'o' -> Optional.of(new Place.Own());
            case 'r' -> Optional.of(new Place.OfRegion(Long.parseLong(code.substring(1), Character.MAX_RADIX)));
            case 'l' -> Optional.of(new Place.OfLibrary(Long.parseLong(code.substring(1), Character.MAX_RADIX)));
            case 'n' -> Optional.of(new Place.Named(""));
            default -> Optional.empty();
        };
    }

    private static Optional<SummaryFilter> filter(String code) {
        var filter = SummaryFilter.none();
        for (var part : code.split(";", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            var value = part.substring(1);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            var next = switch (part.charAt(0)) {
                case 's' -> status(value).map(filter::withStatus);
                case 'f' -> Optional.of(filter.withForm(value));
                case 'b' -> Optional.of(filter.withTopic(value));
                case 'k' -> Optional.of(filter.withActivityForm(value));
                case 'u' -> Optional.of(filter.withAgeGroup(value));
                case 'p' -> Optional.of(filter.withPartner(value));
                case 'd' -> Optional.of(filter.withFund(value));
                default -> Optional.<SummaryFilter>empty();
            };
            if (next.isEmpty()) {
                return Optional.empty();
            }
            filter = next.get();
        }
        return Optional.of(filter);
    }

    private static char letter(Status status) {
        return switch (status) {
            case SENT -> 's';
            case VERIFIED -> 'v';
            case NEEDS_CORRECTION -> 'n';
            case WAITING, REJECTED, WITHDRAWN, MERGED ->
                throw new IllegalArgumentException("Reports that are " + status + " do not count");
        };
    }

    private static Optional<Status> status(String letter) {
        return Status.counted().stream()
                .filter(status -> letter.equals(Character.toString(letter(status))))
                .findFirst();
    }

    private static String digits(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }
}
