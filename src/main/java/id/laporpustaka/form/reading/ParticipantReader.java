package id.laporpustaka.form.reading;

import id.laporpustaka.form.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads numbers of men and women from one message, in either order, with or without marks between them.
///
/// `P` is always perempuan, also where children are called putra and putri.
final class ParticipantReader {
    sealed interface Count {
        record Split(long male, long female, boolean approximate) implements Count {}

        /// `splitUnknown` if it was said that the split is not known.
        record Total(long total, boolean approximate, boolean splitUnknown) implements Count {}

        record Mismatch(long total, long male, long female) implements Count {}

        record Unclear() implements Count {}

        record NoNumber() implements Count {}
    }

    private static final Set<String> SHORT = Set.of("l", "p", "lk", "pr", "pa", "pi");
    /// Words that are not said of children.
    private static final Set<String> GROWN_UP = Set.of(
            "bapak",
            "bapak-bapak",
            "bpk",
            "bpk-bpk",
            "bapa",
            "ibu",
            "ibu-ibu",
            "bu",
            "buibu",
            "men",
            "women",
            "man",
            "woman");
    private static final Set<String> INCLUDED = Set.of("termasuk", "including", "diantaranya", "antaranya", "incl");
    private static final Map<String, Kind> WORDS = words();
    private static final Pattern MAN = beside("[\\x{1F466}\\x{1F468}\\x{1F474}\\x{2642}" + Pictures.MAN + "]");
    private static final Pattern WOMAN =
            beside("[\\x{1F467}\\x{1F469}\\x{1F475}\\x{1F9D5}\\x{2640}" + Pictures.WOMAN + "]");
    private static final Pattern FEMININE = Pattern.compile("(?<![a-z])(?:siswi|mahasiswi|santriwati|pemudi)(?![a-z])");
    private static final Pattern TOKEN =
            Pattern.compile("([0-9]+(?:\\.[0-9]{3})*)|([a-z]+(?:-[a-z]+)?)|([^a-z0-9\\s])");
    private static final Pattern NIL =
            Pattern.compile("(?<![a-z])(?:tidak ada|tdk ada|gak ada|ga ada|nggak ada|nihil|tanpa|kosong|nol"
                    + "|no(?= (?:men|man|women|woman|males?|females?|boys?|girls?)(?![a-z])))(?![a-z])");
    private static final Pattern UNKNOWN =
            Pattern.compile("(?<![a-z])(?:tidak|tdk|gak|ga|nggak|kurang|krg|don't|do not|not)"
                    + " ?(?:tahu|tau|ingat|dicatat|know|known)(?![a-z]).*");
    private static final Pattern ABOUT =
            Pattern.compile("±|\\+/?-|-\\+|sekitar|skitar|kurang lebih|krg lbh|kira-kira|hampir"
                    + "|lebih|about|around|\\d ?-?an(?![a-z])");
    private static final Pattern SHORT_DOUBLED = Pattern.compile("(?<![a-z])(lk|pr)2(?=[ :=,]+[0-9])");
    /// `32 orang, 12 L sisanya P`.
    private static final Pattern REST =
            Pattern.compile("(?:dan|and|,)? ?(?:sisanya|selebihnya|lainnya|the rest)(?: adalah| are| were)? [a-z-]+");
    private static final Pattern DASH_AFTER_WORD = Pattern.compile("(?<=[a-z]) ?- ?(?=[0-9])");
    private static final Pattern WORD_IN_BRACKETS = Pattern.compile("\\( ?([a-z]+(?:-[a-z]+)?) ?\\)");
    private static final Pattern NUMBER_IN_BRACKETS = Pattern.compile(
            "(?<![a-z])(l|p|lk|pr|pa|pi|laki-laki|perempuan|pria|wanita|men|women|male|female) ?\\( ?(\\d+) ?\\)");
    private static final Pattern RANGE = Pattern.compile("[0-9]+ ?(?:-|s/d|sd|sampai) ?[0-9]+");

    private final List<Token> tokens;
    private final boolean approximate;
    private final boolean splitUnknown;

    private ParticipantReader(List<Token> tokens, boolean approximate, boolean splitUnknown) {
        this.tokens = tokens;
        this.approximate = approximate;
        this.splitUnknown = splitUnknown;
    }

    /// `12 M 20 F` is read in English only: an Indonesian M may be anything.
    static Count read(String typed, Language language) {
        var plain = Spelling.zeros(Spelling.plain(people(typed)));
        plain = SHORT_DOUBLED.matcher(plain).replaceAll("$1");
        plain = Spelling.doubled(plain);
        var approximate = ABOUT.matcher(plain).find();
        plain = plain.replaceAll("(?<=\\d) ?-?an(?![a-z])", " ").replaceAll("±|\\+/?-|-\\+", " ");
        plain = DASH_AFTER_WORD.matcher(plain).replaceAll(":");
        plain = WORD_IN_BRACKETS.matcher(plain).replaceAll(" $1 ");
        plain = NUMBER_IN_BRACKETS.matcher(plain).replaceAll("$1 $2 ");
        var rest = REST.matcher(plain);
        var hasRest = rest.find();
        plain = rest.replaceAll(" ");
        var known = UNKNOWN.matcher(plain).replaceAll(" ");
        var counted = NumberWords.asDigits(NIL.matcher(known).replaceAll(" 0 "));
        if (RANGE.matcher(counted).find()) {
            return new Count.Unclear();
        }
        var tokens = tokens(counted, language == Language.ENGLISH);
        var hasOneNumber =
                tokens.stream().filter(token -> token.kind() == Kind.NUMBER).count() == 1;
        return (hasRest && hasOneNumber) || tokens.stream().anyMatch(token -> token.kind() == Kind.UNSURE)
                ? new Count.Unclear()
                : new ParticipantReader(tokens, approximate, !known.equals(plain)).count();
    }

    private Count count() {
        var numbers =
                tokens.stream().filter(token -> token.kind() == Kind.NUMBER).toList();
        var sexes = tokens.stream().filter(Token::isSex).toList();
        if (numbers.isEmpty()) {
            return new Count.NoNumber();
        }
        if (tokens.stream().anyMatch(token -> token.kind() == Kind.OTHERS) && !sexes.isEmpty()) {
            var together = findTogether(numbers, sexes);
            if (together.isPresent()) {
                return together.get();
            }
        }
        var male = sexes.stream().filter(token -> token.kind() == Kind.MALE).count();
        var female = sexes.size() - male;
        if (male > 1 || female > 1) {
            return new Count.Unclear();
        }
        if (numbers.size() == 1 && (sexes.size() != 1 || splitUnknown)) {
            return new Count.Total(numbers.getFirst().number(), approximate, splitUnknown);
        }
        if (sexes.isEmpty()) {
            return numbers.size() == 2 && !hasTotalMark() && !hasParenthesis()
                    ? split(numbers.get(0).number(), numbers.get(1).number())
                    : new Count.Unclear();
        }
        var readings = Stream.of(
                        findListed(numbers, sexes),
                        findPaired(numbers, sexes, isNumberFirst()),
                        findPaired(numbers, sexes, !isNumberFirst()))
                .flatMap(Optional::stream)
                .toList();
        return readings.stream()
                .filter(Count.Split.class::isInstance)
                .findFirst()
                .or(() -> readings.stream().findFirst())
                .or(() -> findWhole(numbers, sexes))
                .orElseGet(Count.Unclear::new);
    }

    /// `12 bapak2, 20 ibu2, 5 anak` are 37, whose split is not known; but of `20 anak (5 L)` all 20 are children.
    private Optional<Count> findTogether(List<Token> numbers, List<Token> sexes) {
        var others = numbers.stream().filter(this::countsOthers).toList();
        var counted =
                numbers.stream().filter(number -> !others.contains(number)).toList();
        if (others.isEmpty() || counted.size() != sexes.size() || isSubset(others)) {
            return Optional.empty();
        }
        var given = counted.stream().mapToLong(Token::number).sum();
        var beside = others.stream().mapToLong(Token::number).sum();
        var mayBeAll = others.getFirst().equals(numbers.getFirst())
                && beside >= given
                && sexes.stream().noneMatch(sex -> GROWN_UP.contains(sex.text()));
        return mayBeAll ? Optional.empty() : Optional.of(new Count.Total(given + beside, approximate, splitUnknown));
    }

    private boolean countsOthers(Token number) {
        var next = kindAt(number.place() + 1);
        var isFollowed = next == Kind.OTHERS && !isSexAt(number.place() + 2);
        var isLed = kindAt(number.place() - 1) == Kind.OTHERS && (next == Kind.MARK || next == Kind.NONE);
        return isFollowed || isLed;
    }

    /// `20 P, termasuk 3 lansia`.
    private boolean isSubset(List<Token> others) {
        return others.stream()
                .anyMatch(number -> number.place() > 0
                        && INCLUDED.contains(tokens.get(number.place() - 1).text()));
    }

    private Kind kindAt(int place) {
        return place >= 0 && place < tokens.size() ? tokens.get(place).kind() : Kind.NONE;
    }

    private boolean isSexAt(int place) {
        return kindAt(place).isSex();
    }

    /// `L/P 12/20`: first the words, then the numbers, or the other way round.
    private Optional<Count> findListed(List<Token> numbers, List<Token> sexes) {
        if (sexes.size() != 2 || numbers.size() != 2) {
            return Optional.empty();
        }
        var sexesFirst = sexes.getLast().place() < numbers.getFirst().place();
        var numbersFirst = numbers.getLast().place() < sexes.getFirst().place();
        if (!sexesFirst && !numbersFirst) {
            return Optional.empty();
        }
        var maleFirst = sexes.getFirst().kind() == Kind.MALE;
        return Optional.of(split(
                numbers.get(maleFirst ? 0 : 1).number(),
                numbers.get(maleFirst ? 1 : 0).number()));
    }

    private Optional<Count> findPaired(List<Token> numbers, List<Token> sexes, boolean numberFirst) {
        var left = new ArrayList<>(numbers);
        var found = new long[] {-1, -1};
        for (var sex : sexes) {
            var number = findNeighbour(sex, numberFirst ? -1 : 1);
            if (number.isEmpty() || !left.remove(number.get())) {
                return Optional.empty();
            }
            found[sex.kind() == Kind.MALE ? 0 : 1] = number.get().number();
        }
        return switch (left.size()) {
            case 0 -> Optional.of(sexes.size() == 2 ? split(found[0], found[1]) : onlyOne(sexes.getFirst(), found));
            case 1 -> withTotal(left.getFirst(), numbers, sexes, found);
            default -> Optional.empty();
        };
    }

    /// The number beside a word, with nothing but a unit, a colon or other words between them.
    private Optional<Token> findNeighbour(Token sex, int step) {
        for (var i = sex.place() + step; i >= 0 && i < tokens.size(); i += step) {
            var token = tokens.get(i);
            if (token.kind() == Kind.NUMBER) {
                return Optional.of(token);
            }
            if (token.kind() == Kind.MARK || token.isSex() || token.kind() == Kind.TOTAL) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Count> withTotal(Token left, List<Token> numbers, List<Token> sexes, long[] found) {
        var male = found[0];
        var female = found[1];
        var total = left.number();
        if (male >= 0 && female >= 0) {
            var countsOthers = left.place() + 1 < tokens.size()
                    && tokens.get(left.place() + 1).isOther()
                    && total < male + female
                    && left.equals(numbers.getLast());
            if (countsOthers) {
                return Optional.of(split(male, female));
            }
            return Optional.of(male + female == total ? split(male, female) : new Count.Mismatch(total, male, female));
        }
        var given = Math.max(male, female);
        var comesFirst = left.equals(numbers.getFirst());
        var mayBelongToTheWord = Stream.of(-1, 1)
                .flatMap(step -> findNeighbour(sexes.getFirst(), step).stream())
                .anyMatch(left::equals);
        if ((!comesFirst || mayBelongToTheWord) && !isMarkedTotal(left)) {
            return Optional.empty();
        }
        if (given > total) {
            return Optional.of(new Count.Unclear());
        }
        return Optional.of(male >= 0 ? split(male, total - male) : split(total - female, female));
    }

    /// `25 ibu-ibu` are no men; but after a bare `12 L` or `no men` the other number may have been forgotten.
    private Count onlyOne(Token sex, long[] found) {
        if ((SHORT.contains(sex.text()) && !hasTotalMark()) || Math.max(found[0], found[1]) == 0) {
            return new Count.Unclear();
        }
        return split(Math.max(found[0], 0), Math.max(found[1], 0));
    }

    /// `32 (semua perempuan)`.
    private Optional<Count> findWhole(List<Token> numbers, List<Token> sexes) {
        if (numbers.size() != 1 || sexes.size() != 1 || !hasTotalMark()) {
            return Optional.empty();
        }
        var number = numbers.getFirst().number();
        return Optional.of(sexes.getFirst().kind() == Kind.MALE ? split(number, 0) : split(0, number));
    }

    private boolean hasParenthesis() {
        return tokens.stream().anyMatch(token -> token.text().equals("("));
    }

    private boolean isNumberFirst() {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.NUMBER || token.isSex())
                .findFirst()
                .filter(token -> token.kind() == Kind.NUMBER)
                .isPresent();
    }

    private boolean hasTotalMark() {
        return tokens.stream().anyMatch(token -> token.kind() == Kind.TOTAL || token.kind() == Kind.ALL);
    }

    private boolean isMarkedTotal(Token number) {
        return Stream.of(number.place() - 1, number.place() + 1)
                .filter(place -> place >= 0 && place < tokens.size())
                .map(tokens::get)
                .anyMatch(token -> token.kind() == Kind.TOTAL || token.kind() == Kind.UNIT);
    }

    private Count split(long male, long female) {
        return new Count.Split(male, female, approximate);
    }

    private static Pattern beside(String picture) {
        var end = "[\\x{FE0F}\\x{20E3}]{0,2}";
        return Pattern.compile(
                "(?<=\\d" + end + " ?)" + picture + "|" + picture + "(?=[\\x{FE0F}\\x{200D}]? ?:? ?\\d)");
    }

    /// Pictures of people beside a number are words for them.
    private static String people(String typed) {
        return MAN.matcher(WOMAN.matcher(typed).replaceAll(" perempuan ")).replaceAll(" laki-laki ");
    }

    private static List<Token> tokens(String plain, boolean english) {
        var tokens = new ArrayList<Token>();
        var hasFeminine = FEMININE.matcher(plain).find();
        var matcher = TOKEN.matcher(plain);
        while (matcher.find()) {
            var text = matcher.group();
            if (matcher.group(1) != null) {
                var digits = text.replace(".", "");
                var number = digits.length() > 9 ? 999_999_999 : Long.parseLong(digits);
                tokens.add(new Token(Kind.NUMBER, text, number, tokens.size()));
            } else if (matcher.group(2) != null) {
                var kind = kind(text, english, hasFeminine);
                if (tokens.isEmpty() || !kind.isSex() || tokens.getLast().kind() != kind) {
                    tokens.add(new Token(kind, text, 0, tokens.size()));
                }
            } else {
                tokens.add(new Token(markKind(text, tokens), text, 0, tokens.size()));
            }
        }
        return withEquals(tokens);
    }

    /// `siswa` are boys only beside `siswi`.
    private static Kind kind(String word, boolean english, boolean hasFeminine) {
        return switch (word) {
            case "m" -> english ? Kind.MALE : Kind.UNSURE;
            case "f" -> english ? Kind.FEMALE : Kind.UNSURE;
            case "siswa", "mahasiswa", "santriwan", "pemuda" -> hasFeminine ? Kind.MALE : Kind.WORD;
            default -> WORDS.getOrDefault(word.replaceFirst("(?<=....)nya$", ""), Kind.WORD);
        };
    }

    /// A colon belongs to what it follows: `L: 12`, but `32: 12 L`.
    private static Kind markKind(String mark, List<Token> before) {
        if (mark.equals("=")) {
            var isAfterWord = !before.isEmpty() && before.getLast().isOther();
            return isAfterWord ? Kind.WORD : Kind.EQUALS;
        }
        var afterNumber = !before.isEmpty()
                && !before.getLast().isSex()
                && !before.getLast().isOther();
        return ".'\"".contains(mark) || (mark.equals(":") && !afterNumber) ? Kind.WORD : Kind.MARK;
    }

    /// `L = 12` names a number; in `12 L 20 P = 32` it names the total.
    private static List<Token> withEquals(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.kind() != Kind.EQUALS
                        ? token
                        : new Token(
                                isBeforeTheLastNumber(tokens, token) ? Kind.TOTAL : Kind.WORD, "=", 0, token.place()))
                .toList();
    }

    private static boolean isBeforeTheLastNumber(List<Token> tokens, Token equals) {
        var before = tokens.subList(0, equals.place());
        var numbers =
                before.stream().filter(token -> token.kind() == Kind.NUMBER).count();
        var sexes = before.stream().filter(Token::isSex).count();
        return numbers == sexes && numbers > 0;
    }

    private static Map<String, Kind> words() {
        return Stream.of(
                        kinds(
                                Kind.MALE,
                                "l lk laki laki-laki lakilaki lelaki pria bapak bapak-bapak bpk bpk-bpk bapa cowok"
                                        + " cowo cowok-cowok putra pa lki laki-lakinya ikhwan male males man men boy"
                                        + " boys"),
                        kinds(
                                Kind.FEMALE,
                                "p pr prp prpn perempuan prempuan prmpuan perempuam wanita wnt ibu ibu-ibu bu buibu"
                                    + " cewek cewe cewek-cewek putri pi siswi siswi-siswi mahasiswi santriwati pemudi"
                                    + " akhwat female females woman women girl girls"),
                        kinds(Kind.TOTAL, "total jumlah jml jmlh seluruhnya"),
                        kinds(Kind.ALL, "semua semuanya all only saja aja doang"),
                        kinds(Kind.UNIT, "orang org orng or peserta pengunjung penonton jiwa people participants"),
                        kinds(
                                Kind.OTHERS,
                                "anak anak-anak balita bayi remaja murid pelajar lansia relawan panitia guru child"
                                        + " children kid kids baby babies toddlers teenagers elderly volunteers"
                                        + " teachers"),
                        kinds(Kind.MARK, "dan and plus serta"))
                .flatMap(words -> words.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Kind> kinds(Kind kind, String words) {
        return Stream.of(words.split(" ", -1)).collect(Collectors.toMap(word -> word, _ -> kind));
    }

    private enum Kind {
        NUMBER,
        MALE,
        FEMALE,
        TOTAL,
        ALL,
        UNIT,
        MARK,
        EQUALS,
        /// People who may be either.
        OTHERS,
        /// Letters that stand for either.
        UNSURE,
        WORD,
        /// Beyond the first or the last word.
        NONE;

        private boolean isSex() {
            return this == MALE || this == FEMALE;
        }
    }

    private record Token(Kind kind, String text, long number, int place) {
        private boolean isSex() {
            return kind.isSex();
        }

        private boolean isOther() {
            return kind == Kind.WORD || kind == Kind.OTHERS;
        }
    }
}
