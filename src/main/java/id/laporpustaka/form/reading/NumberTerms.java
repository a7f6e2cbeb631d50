package id.laporpustaka.form.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Adds up the parts of one number: `1 jt 250 rb`, `dua puluh lima`, `satu setengah juta`.
///
/// A text with two meanings is added up twice, once with each meaning of its doubtful part.
final class NumberTerms {
    private static final Pattern TOKEN = Pattern.compile(" *(?:([0-9][0-9.,]*)|([a-z]+))");
    private static final Pattern END = Pattern.compile("[.,!]+$");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Map<String, Long> MULTIPLIERS = Map.ofEntries(
            Map.entry("rb", 1_000L),
            Map.entry("rbu", 1_000L),
            Map.entry("ribu", 1_000L),
            Map.entry("k", 1_000L),
            Map.entry("thousand", 1_000L),
            Map.entry("thousands", 1_000L),
            Map.entry("jt", 1_000_000L),
            Map.entry("juta", 1_000_000L),
            Map.entry("million", 1_000_000L),
            Map.entry("millions", 1_000_000L),
            Map.entry("m", 1_000_000_000L),
            Map.entry("miliar", 1_000_000_000L),
            Map.entry("milyar", 1_000_000_000L),
            Map.entry("billion", 1_000_000_000L),
            Map.entry("t", 1_000_000_000_000L),
            Map.entry("triliun", 1_000_000_000_000L),
            Map.entry("trilyun", 1_000_000_000_000L),
            Map.entry("lusin", 12L),
            Map.entry("dozen", 12L),
            Map.entry("kodi", 20L));

    private final List<String> tokens;
    private final boolean second;
    private @Nullable AmbiguityKind doubt;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal group = BigDecimal.ZERO;
    private BigDecimal unit = BigDecimal.ZERO;
    private boolean unitGiven;
    private boolean groupGiven;
    private long lastMultiplier = Long.MAX_VALUE;

    private NumberTerms(List<String> tokens, boolean second) {
        this.tokens = tokens;
        this.second = second;
    }

    static NumberReading read(String plain) {
        var tokens = tokens(NumberWords.apart(END.matcher(plain).replaceAll("")));
        var first = new NumberTerms(tokens, false);
        var sum = first.findSum();
        if (sum.isEmpty()) {
            return new NumberReading.NoNumber();
        }
        if (first.doubt == null) {
            return new NumberReading.Exact(sum.get(), false);
        }
        var candidates = new ArrayList<BigDecimal>(List.of(sum.get()));
        new NumberTerms(tokens, true)
                .findSum()
                .filter(other -> other.compareTo(sum.get()) != 0)
                .ifPresent(candidates::add);
        return new NumberReading.Several(first.doubt, candidates);
    }

    /// Empty if a part of the text is neither number nor word.
    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        var end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        return text.substring(end).isBlank() ? tokens : List.of();
    }

    private Optional<BigDecimal> findSum() {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        for (var i = 0; i < tokens.size(); i++) {
            if (!take(tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : "")) {
                return Optional.empty();
            }
        }
        return Optional.of(total.add(group).add(unit));
    }

    private boolean take(String token, String next) {
        if (Character.isDigit(token.charAt(0))) {
            return takeLiteral(token, next);
        }
        if (token.equals("a") || token.equals("an")) {
            return takeArticle(next);
        }
        var known = NumberWords.UNITS.get(token);
        if (known != null) {
            return takeUnit(BigDecimal.valueOf(known));
        }
        var multiplier = MULTIPLIERS.get(token);
        if (multiplier != null) {
            return multiply(token, multiplier);
        }
        return switch (token) {
            case "dan", "and" -> true;
            case "setengah", "half" -> takeHalf();
            case "belas" -> unitGiven && addToGroup(unit.add(BigDecimal.TEN));
            case "puluh" -> unitGiven && addToGroup(unit.multiply(BigDecimal.TEN));
            case "ratus", "hundred" -> unitGiven && addToGroup(unit.multiply(BigDecimal.valueOf(100)));
            default -> false;
        };
    }

    private boolean takeLiteral(String token, String next) {
        if (unitGiven || groupGiven) {
            return false;
        }
        var scaled = MULTIPLIERS.containsKey(next) || next.equals("ratus") || next.equals("puluh");
        var literal = Literal.read(token, scaled);
        if (literal.isEmpty()) {
            return false;
        }
        if (literal.get().doubt() != null) {
            doubt = literal.get().doubt();
        }
        unit = second ? literal.get().second() : literal.get().first();
        unitGiven = true;
        if (next.isEmpty() && lastMultiplier >= 1_000 && lastMultiplier < Long.MAX_VALUE) {
            doubt = new AmbiguityKind.MissingUnit();
            unit = second ? unit : unit.multiply(BigDecimal.valueOf(lastMultiplier / 1_000));
        }
        return true;
    }

    /// `a hundred`, but `half a million`.
    private boolean takeArticle(String next) {
        if (!MULTIPLIERS.containsKey(next) && !next.equals("hundred") && !next.equals("half")) {
            return false;
        }
        return unitGiven || next.equals("half") || takeUnit(BigDecimal.ONE);
    }

    private boolean takeUnit(BigDecimal number) {
        if (unitGiven && (unit.compareTo(BigDecimal.valueOf(20)) < 0 || number.compareTo(BigDecimal.TEN) >= 0)) {
            return false;
        }
        unit = unit.add(number);
        unitGiven = true;
        return true;
    }

    /// `setengah juta`, `satu setengah juta`, `sejuta setengah`.
    private boolean takeHalf() {
        if (!unitGiven && !groupGiven && lastMultiplier < Long.MAX_VALUE) {
            total = total.add(HALF.multiply(BigDecimal.valueOf(lastMultiplier)));
            return true;
        }
        unit = unit.add(HALF);
        unitGiven = true;
        return true;
    }

    private boolean addToGroup(BigDecimal number) {
        group = group.add(number);
        groupGiven = true;
        unit = BigDecimal.ZERO;
        unitGiven = false;
        return true;
    }

    private boolean multiply(String token, long multiplier) {
        if ((!unitGiven && !groupGiven) || multiplier >= lastMultiplier) {
            return false;
        }
        var size = multiplier;
        if (token.equals("m")) {
            doubt = new AmbiguityKind.BareM();
            size = second ? 1_000_000L : multiplier;
        }
        total = total.add(group.add(unit).multiply(BigDecimal.valueOf(size)));
        group = BigDecimal.ZERO;
        unit = BigDecimal.ZERO;
        unitGiven = false;
        groupGiven = false;
        lastMultiplier = size;
        return true;
    }
}
