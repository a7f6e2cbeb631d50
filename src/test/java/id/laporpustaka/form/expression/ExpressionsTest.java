package id.laporpustaka.form.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionsTest {
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
                "count(${number}, ${empty}) | 2",
                "count-non-empty(${number}, ${empty}) | 1",
                "count(${people}) | 3",
                "position(..) | 2",
                "indexed-repeat(${number}, ${people}, 1) | 12",
                "indexed-repeat(${number}, ${people}, 4) | ``",
                "instance('villages')/root/item[name = 'B']/label | Bakti",
                "instance('villages')/root/item[people > 100]/name | B",
                "instance('villages')/root/item[2]/label | Bakti",
                "instance('villages')/root/item[name = ${word}]/label | ``",
                "count(instance('villages')/root/item) | 3",
                "sum(instance('villages')/root/item[name != 'A']/people) | 500",
                "join(', ', instance('villages')/root/item/label) | Asri, Bakti, Cendana",
                "pulldata('villages', 'label', 'name', 'C') | Cendana",
                "pulldata('villages', 'label', 'name', 'X') | ``",
                "string-length(uuid()) | 36",
                "random() | 0.25",
                "/data/group/number + 1 | 13",
                "../../group/number + 1 | 13",
                "current()/../number + 1 | 13",
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

        assertThat(expression.value(new SampleContext(Datum.NOTHING, Map.of())).text())
                .isEqualTo("5");
        assertThat(expression.value(new SampleContext(Datum.of("3"), Map.of())).text())
                .isEqualTo("3");
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
                "digest('a', 'MD5') | NotSupportedYet[name=digest()]",
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
        assertThat(Expressions.compile(text, new SampleNames())).hasToString("Faulty[fault=" + fault + "]");
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

        assertThat(expression.holds(new SampleContext(Datum.of("a".repeat(4_000)), Map.of())))
                .isFalse();
    }

    @Test
    void a_pattern_that_is_no_pattern_is_a_fault() {
        assertThat(Expressions.compile("regex('a', '[')", new SampleNames()))
                .isInstanceOfSatisfying(
                        Compilation.Faulty.class,
                        faulty -> assertThat(faulty.fault()).isInstanceOf(Fault.BadPattern.class));
    }

    @Test
    void deep_nesting_is_refused_instead_of_breaking_the_stack() {
        var deep = "(".repeat(10_000) + "1" + ")".repeat(10_000);
        var long_ = "1" + "+1".repeat(15_000);
        var negated = "-".repeat(30_000) + "1";

        assertThat(Expressions.compile(deep, new SampleNames())).isInstanceOf(Compilation.Faulty.class);
        assertThat(Expressions.compile(long_, new SampleNames())).isInstanceOf(Compilation.Faulty.class);
        assertThat(Expressions.compile(negated, new SampleNames())).isInstanceOf(Compilation.Faulty.class);
    }

    @Test
    void an_expression_knows_which_slots_it_reads() {
        assertThat(compiled("${number} + jr:choice-name('a', '${word}') + ../day")
                        .uses()
                        .slots())
                .containsExactlyInAnyOrder(
                        SampleNames.QUESTIONS.indexOf("number"),
                        SampleNames.QUESTIONS.indexOf("word"),
                        SampleNames.QUESTIONS.indexOf("day"));
    }

    private static Datum value(String text) {
        return compiled(text).value(new SampleContext(Datum.NOTHING, Map.of()));
    }

    private static Expression compiled(String text) {
        return switch (Expressions.compile(text, new SampleNames())) {
            case Compilation.Compiled(var expression, var _) -> expression;
            case Compilation.Faulty(var fault) -> throw new AssertionError(fault);
        };
    }
}
