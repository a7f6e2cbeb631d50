package id.laporpustaka.form.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionsTest {
    private static final List<String> QUESTIONS = List.of("number", "empty", "day", "later", "many", "word", "moment");
    private static final Map<String, Datum> ANSWERS = Map.of(
            "number",
            Datum.of(12.0),
            "empty",
            Datum.NOTHING,
            "day",
            new Datum.Day(LocalDate.of(2025, 8, 17)),
            "later",
            new Datum.Day(LocalDate.of(2025, 8, 19)),
            "many",
            Datum.of("A B C"),
            "word",
            Datum.of("dongeng"),
            "moment",
            new Datum.Moment(LocalDateTime.of(2025, 8, 17, 18, 0)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "-2 + 5 | 3",
                "- -2 | 2",
                "7 mod 3 | 1",
                "-7 mod 3 | -1",
                "7 div 2 | 3.5",
                "1 div 0 | Infinity",
                "10 - 3 - 2 | 5",
                "0.1 + 0.2 > 0.3 | true",
                ".5 + 5. | 5.5",
                "1 = 1 and 2 != 3 | true",
                "1 = 2 or 2 = 2 and 1 = 1 | true",
                "'a' = 'a' | true",
                "'1' = 1 | true",
                "'1.0' = 1 | true",
                "'1.0' = '1' | false",
                "1 < 2 = true() | true",
                "${number} > 5 | true",
                "${number}-1 | 11",
                "../number + 1 | 13",
                "${empty} = '' | true",
                "${number} = '' | false",
                "${number} != '' | true",
                "${empty} + 1 | NaN",
                "${empty} < 5 | false",
                "not(${empty} > 5) | true",
                "${empty} = 0 | false",
                "boolean(${empty}) | false",
                "boolean('false') | true",
                "boolean(0) | false",
                "number('x') | NaN",
                "number('1e3') | NaN",
                "number(' -2.5 ') | -2.5",
                "number(true()) | 1",
                "string(12.50) | 12.5",
                "string(1000000 * 1000000) | 1000000000000",
                "string(1 div 3) | 0.3333333333333333",
                "concat('a', 1, true()) | a1true",
                "join('-', 'a', 'b', 3) | a-b-3",
                "contains(${word}, 'nge') | true",
                "starts-with(${word}, 'dong') | true",
                "ends-with(${word}, 'eng') | true",
                "substring-before('a=b', '=') | a",
                "substring-after('a=b', '=') | b",
                "substr('abcdef', 1, 3) | bc",
                "substr('abcdef', -2) | ef",
                "string-length('abc') | 3",
                "string-length('😀') | 1",
                "normalize-space('  a   b ') | a b",
                "if(1 = 1, 'ya', 1 div 0) | ya",
                "if(${empty} = '', 0, ${empty}) | 0",
                "coalesce(${empty}, 'x') | x",
                "coalesce(${number}, 'x') | 12",
                "round(2.5) | 3",
                "round(-2.5) | -2",
                "round(2.345, 2) | 2.35",
                "round(1234, -2) | 1200",
                "int(-2.7) | -2",
                "floor(-2.2) | -3",
                "ceiling(2.1) | 3",
                "abs(-4) | 4",
                "pow(2, 10) | 1024",
                "sum(${number}, ${empty}, 3) | 15",
                "min(${number}, ${empty}, 3) | 3",
                "max(${number}, ${empty}, 3) | 12",
                "max(${empty}) | NaN",
                "count(${number}, ${empty}) | 1",
                "selected(${many}, 'B') | true",
                "selected(${many}, 'AB') | false",
                "selected(${empty}, '') | false",
                "count-selected(${many}) | 3",
                "count-selected(${empty}) | 0",
                "selected-at(${many}, 2) | C",
                "selected-at(${many}, 3) | ``",
                "jr:choice-name('PLT', '${word}') | Pelatihan",
                "regex('0812', '[0-9]+') | true",
                "regex('0812x', '[0-9]+') | false",
                "${later} > ${day} | true",
                "${later} - ${day} | 2",
                "${day} = '2025-08-17' | true",
                "${day} = date('2025-08-17') | true",
                "${day} = ${later} | false",
                "${day} >= '2025-08-18' | false",
                "${day} = '' | false",
                "${day} <= today() | true",
                "${day} < today() - 60 | false",
                "date(today() - 3) = ${day} | true",
                "today() - ${day} | 3",
                "decimal-date-time(${moment}) - decimal-date-time(${day}) | 0.75",
                "date-time('2025-08-17T18:00:00') = ${moment} | true",
                "date('not a day') = '' | true",
                "string(${day}) | 2025-08-17",
                "format-date(${day}, '%e %b %Y') | 17 Agu 2025",
                "format-date-time(now(), '%d/%m/%y %H:%M') | 20/08/25 09:30",
                "format-date(${empty}, '%Y') | ``",
                "${day} > ${moment} | false",
                "${empty} > ${day} | false",
                "true() = 1 | true",
                "\"it's\" = 'it' | false",
            })
    void an_expression_has_the_value_that_xpath_and_odk_give_it(String text, String value) {
        assertThat(value(text).text()).isEqualTo(value);
    }

    @Test
    void once_keeps_the_value_that_is_there() {
        var expression = compiled("once(5)");

        assertThat(expression.value(new Answered(Datum.NOTHING)).text()).isEqualTo("5");
        assertThat(expression.value(new Answered(Datum.of("3"))).text()).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${numbr} > 1 | UnknownName[name=numbr, meant=Optional[number]]",
                "number > 1 | UnknownName[name=number, meant=Optional[number]]",
                "selectd(${many}, 'A') | UnknownFunction[name=selectd, meant=Optional[selected]]",
                "quux() | UnknownFunction[name=quux, meant=Optional.empty]",
                "uuid() | NotSupportedYet[name=uuid()]",
                "selected(${many}) | WrongNumberOfArguments[function=selected, least=2, most=2, given=1]",
                "true(1) | WrongNumberOfArguments[function=true, least=0, most=0, given=1]",
                "1 + | EndsTooEarly[]",
                "(1 + 2 | EndsTooEarly[]",
                "1 2 | Unexpected[found=2, at=2]",
                "${number | Unexpected[found=${, at=0]",
                "1 == 2 | Unexpected[found==, at=3]",
                "'abc | UnclosedText[at=0]",
                "${number} = ‘x’ | CurlyQuote[at=12]",
                "regex('a', ${word}) | MustBeLiteral[function=regex]",
                "regex('a', concat('a', 'b')) | MustBeLiteral[function=regex]",
                "a[1] | UnknownName[name=a, meant=Optional.empty]",
                "1 # 2 | Unexpected[found=#, at=2]",
            })
    void a_faulty_expression_says_what_is_wrong(String text, String fault) {
        assertThat(Expressions.compile(text, new Known())).hasToString("Faulty[fault=" + fault + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regex(., '(a+)+b')",
                "regex(., '(a*)*b')",
                "regex(., '(a|a|a)+b')",
                "regex(., '(.*)(.*)(.*)(.*)(.*)(.*)x')"
            })
    void a_pattern_that_would_hang_does_not_match(String text) {
        var expression = compiled(text);

        assertThat(expression.holds(new Answered(Datum.of("a".repeat(4_000))))).isFalse();
    }

    @Test
    void a_pattern_that_is_no_pattern_is_a_fault() {
        assertThat(Expressions.compile("regex('a', '[')", new Known()))
                .isInstanceOfSatisfying(
                        Compilation.Faulty.class,
                        faulty -> assertThat(faulty.fault()).isInstanceOf(Fault.BadPattern.class));
    }

    @Test
    void deep_nesting_is_refused_instead_of_breaking_the_stack() {
        var deep = "(".repeat(10_000) + "1" + ")".repeat(10_000);
        var long_ = "1" + "+1".repeat(15_000);
        var negated = "-".repeat(30_000) + "1";

        assertThat(Expressions.compile(deep, new Known())).isInstanceOf(Compilation.Faulty.class);
        assertThat(Expressions.compile(long_, new Known())).isInstanceOf(Compilation.Faulty.class);
        assertThat(Expressions.compile(negated, new Known())).isInstanceOf(Compilation.Faulty.class);
    }

    @Test
    void an_expression_knows_which_slots_it_reads() {
        assertThat(compiled("${number} + jr:choice-name('a', '${word}') + ../day")
                        .slots())
                .containsExactlyInAnyOrder(
                        QUESTIONS.indexOf("number"), QUESTIONS.indexOf("word"), QUESTIONS.indexOf("day"));
    }

    private static Datum value(String text) {
        return compiled(text).value(new Answered(Datum.NOTHING));
    }

    private static Expression compiled(String text) {
        return switch (Expressions.compile(text, new Known())) {
            case Compilation.Compiled(var expression) -> expression;
            case Compilation.Faulty(var fault) -> throw new AssertionError(fault);
        };
    }

    private static final class Known implements Names {
        @Override
        public OptionalInt findSlot(String name) {
            var slot = QUESTIONS.indexOf(name);
            return slot < 0 ? OptionalInt.empty() : OptionalInt.of(slot);
        }

        @Override
        public boolean isChoiceColumn(String word) {
            return false;
        }

        @Override
        public Collection<String> questions() {
            return QUESTIONS;
        }
    }

    private record Answered(Datum self) implements Context {
        @Override
        public Datum answer(int slot) {
            return ANSWERS.getOrDefault(QUESTIONS.get(slot), Datum.NOTHING);
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2025, 8, 20);
        }

        @Override
        public LocalDateTime now() {
            return today().atTime(LocalTime.of(9, 30));
        }

        @Override
        public Locale locale() {
            return Locale.of("id");
        }

        @Override
        public String choiceLabel(int slot, String code) {
            return code.equals("PLT") ? "Pelatihan" : "";
        }

        @Override
        public String choiceColumn(String column) {
            return "";
        }
    }
}
