package id.laporpustaka.form.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever stands in an expression, compiling and evaluating it ends well.
final class AnyExpressionTest {
    @Property(tries = 3_000)
    void any_text_is_compiled_or_refused(@ForAll("anyText") String text) {
        evaluate(text);
    }

    @Property(tries = 3_000)
    void any_words_of_the_language_are_compiled_or_refused(@ForAll("anyWords") List<String> words) {
        evaluate(String.join(" ", words));
    }

    @Property(tries = 50)
    void long_and_deep_expressions_are_compiled_or_refused(@ForAll("anyWords") List<String> words) {
        var part = String.join(" ", words);

        evaluate("(".repeat(300) + part);
        evaluate((part + " + ").repeat(2_000) + "1");
        evaluate("concat(".repeat(90) + part + ")".repeat(90));
        evaluate("-".repeat(3_000) + "1");
    }

    private static void evaluate(String text) {
        switch (Expressions.compile(text, new SampleNames())) {
            case Compilation.Compiled(var expression, var _) ->
                assertThat(expression.value(new SampleContext()).text()).isNotNull();
            case Compilation.Faulty(var fault) -> assertThat(fault).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.strings().ofMaxLength(60);
    }

    @Provide
    Arbitrary<List<String>> anyWords() {
        return Arbitraries.of(
                        "1",
                        "0",
                        "2.5",
                        "'a'",
                        "'2025-08-17'",
                        "''",
                        "${number}",
                        "${empty}",
                        "${many}",
                        "${people}",
                        "..",
                        "/",
                        ".",
                        "(",
                        ")",
                        ",",
                        "+",
                        "-",
                        "*",
                        "div",
                        "mod",
                        "=",
                        "!=",
                        "<",
                        ">=",
                        "and",
                        "or",
                        "[",
                        "]",
                        "if(",
                        "selected(",
                        "count(",
                        "sum(",
                        "concat(",
                        "join(",
                        "round(",
                        "substr(",
                        "date(",
                        "format-date(",
                        "regex(",
                        "indexed-repeat(",
                        "position(..)",
                        "instance('villages')/root/item",
                        "name",
                        "label",
                        "pulldata(",
                        "'villages'",
                        "'name'",
                        "today()",
                        "now()",
                        "uuid()",
                        "once(",
                        "coalesce(",
                        "not(",
                        "jr:choice-name(",
                        "'${many}'",
                        "pow(",
                        "int(",
                        "string-length()",
                        "bogus(")
                .list()
                .ofMaxSize(14);
    }
}
