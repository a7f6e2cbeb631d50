package id.laporpustaka.summary.score;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.LibraryType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final ScoreRules RULES = TrialRules.get();

    /// Six months of a village library.
    private static final Figures VILLAGE = figures(
            6,
            Map.of(
                    Indicator.ENGAGEMENTS, 18L,
                    Indicator.PARTICIPANTS, 450L,
                    Indicator.ADVOCACIES, 3L,
                    Indicator.SERVICES, 1L,
                    Indicator.PUBLICATIONS, 9L,
                    Indicator.STORIES, 1L,
                    Indicator.REGULARITY, 5L));

    @Test
    void the_worked_example_is_yellow() {
        var score = Score.of(RULES, VILLAGE);

        assertThat(score.points()).isEqualTo(new BigDecimal("69.6"));
        assertThat(score.colour()).isEqualTo(Colour.YELLOW);
        assertThat(score.parts())
                .extracting(
                        part -> part.points().setScale(2, RoundingMode.HALF_UP).toPlainString())
                .containsExactly("26.25", "10.00", "7.50", "5.00", "7.50", "5.00", "8.33");
    }

    @Test
    void the_worked_example_lacks_six_engagements_and_three_advocacies_to_be_green() {
        var gap = Score.of(RULES, VILLAGE).findGap(RULES, VILLAGE).orElseThrow();

        assertThat(gap.colour()).isEqualTo(Colour.GREEN);
        assertThat(gap.missing())
                .extracting(part -> part.missing() + " " + part.indicator())
                .containsExactly("6 ENGAGEMENTS", "3 ADVOCACIES");
        assertThat(gap.points()).isEqualTo(new BigDecimal("85.8"));
        assertThat(gap.then()).isEqualTo(Colour.GREEN);
    }

    @Test
    void the_hint_names_as_many_gaps_as_the_next_colour_takes() {
        var figures = figures(6, Map.of(Indicator.PARTICIPANTS, 10L));

        var gap = Score.of(RULES, figures).findGap(RULES, figures).orElseThrow();

        assertThat(gap.missing())
                .extracting(Score.Part::indicator)
                .containsExactly(Indicator.ENGAGEMENTS, Indicator.ADVOCACIES);
        assertThat(gap.then()).isEqualTo(Colour.YELLOW);
    }

    @Test
    void months_that_have_closed_are_no_gap_that_can_be_closed() {
        var all = new EnumMap<Indicator, Long>(Indicator.class);
        Stream.of(Indicator.values()).forEach(indicator -> all.put(indicator, 1_000L));
        all.put(Indicator.REGULARITY, 0L);
        var rules = with(RULES, new BigDecimal("95"), new BigDecimal("40"));
        var figures = figures(6, all);

        var score = Score.of(rules, figures);

        assertThat(score.points()).isEqualTo(new BigDecimal("90.0"));
        assertThat(score.findGap(rules, figures)).isEmpty();
    }

    @Test
    void colours_begin_at_their_thresholds_as_they_are_shown() {
        assertThat(RULES.colour(new BigDecimal("75.0"))).isEqualTo(Colour.GREEN);
        assertThat(RULES.colour(new BigDecimal("74.9"))).isEqualTo(Colour.YELLOW);
        assertThat(RULES.colour(new BigDecimal("40.0"))).isEqualTo(Colour.YELLOW);
        assertThat(RULES.colour(new BigDecimal("39.9"))).isEqualTo(Colour.RED);
    }

    @Test
    void who_has_reported_nothing_is_grey_with_nothing() {
        var score = Score.of(RULES, new Figures(LibraryType.DESA, 6, 0, Map.of()));

        assertThat(score.points()).isEqualTo(new BigDecimal("0.0"));
        assertThat(score.colour()).isEqualTo(Colour.GREY);
    }

    @Test
    void who_has_reported_what_counts_for_nothing_is_red() {
        var score = Score.of(RULES, new Figures(LibraryType.DESA, 6, 1, Map.of()));

        assertThat(score.colour()).isEqualTo(Colour.RED);
    }

    @Test
    void a_half_is_rounded_up_exactly() {
        var figures = figures(7, Map.of(Indicator.ENGAGEMENTS, 3L, Indicator.PUBLICATIONS, 7L));

        assertThat(Score.of(RULES, figures).points()).isEqualTo(new BigDecimal("8.8")); // 3.75 + 5
    }

    @Test
    void a_regency_library_has_its_own_targets() {
        var achieved = Map.of(Indicator.ENGAGEMENTS, 8L);

        assertThat(Score.of(RULES, new Figures(LibraryType.KAB, 1, 8, achieved)).points())
                .isEqualTo(new BigDecimal("35.0"));
        assertThat(Score.of(RULES, new Figures(LibraryType.KAB, 2, 8, achieved)).points())
                .isEqualTo(new BigDecimal("17.5"));
    }

    @Property
    void a_score_is_between_nothing_and_a_hundred(@ForAll("someFigures") Figures figures) {
        var score = Score.of(RULES, figures);

        assertThat(score.points()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(score.points().scale()).isEqualTo(1);
    }

    @Property
    void more_is_never_worth_less(
            @ForAll("someFigures") Figures figures,
            @ForAll Indicator indicator,
            @ForAll @IntRange(min = 1, max = 500) int more) {
        var better = new HashMap<>(figures.achieved());
        better.merge(indicator, (long) more, Long::sum);

        var before = Score.of(RULES, figures).points();
        var after = Score.of(RULES, new Figures(figures.type(), figures.months(), figures.reports(), better))
                .points();

        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void closing_the_gap_of_a_hint_gives_what_it_promises(@ForAll("someFigures") Figures figures) {
        Score.of(RULES, figures).findGap(RULES, figures).ifPresent(gap -> {
            var closed = new HashMap<>(figures.achieved());
            gap.missing().forEach(part -> closed.merge(part.indicator(), part.missing(), Long::sum));

            var score = Score.of(RULES, new Figures(figures.type(), figures.months(), 1, closed));

            assertThat(score.points()).isEqualTo(gap.points());
            assertThat(score.colour()).isEqualTo(gap.then());
        });
    }

    @Property
    void nothing_is_worth_nothing(@ForAll LibraryType type, @ForAll @IntRange(min = 1, max = 12) int months) {
        assertThat(Score.of(RULES, new Figures(type, months, 0, Map.of())).points())
                .isEqualTo(new BigDecimal("0.0"));
    }

    @Provide
    Arbitrary<Figures> someFigures() {
        var achieved = Arbitraries.maps(
                Arbitraries.of(Indicator.class), Arbitraries.longs().between(0, 400));
        return Combinators.combine(
                        Arbitraries.of(LibraryType.class),
                        Arbitraries.integers().between(1, 12),
                        achieved)
                .as((type, months, map) -> new Figures(type, months, 1, map));
    }

    @Test
    void rules_without_problems_are_those_that_add_up() {
        assertThat(RULES.problems()).isEmpty();
        assertThat(with(RULES, new BigDecimal("40"), new BigDecimal("40")).problems())
                .containsExactly(new RuleProblem.ThresholdsOutOfOrder(new BigDecimal("40"), new BigDecimal("40")));
        assertThat(with(RULES, new BigDecimal("100.1"), new BigDecimal("40")).problems())
                .hasSize(1);
    }

    @Test
    void weights_that_do_not_add_up_tell_their_sum() {
        var goals = new EnumMap<LibraryType, Map<Indicator, Goal>>(RULES.goals());
        var ofTbm = new EnumMap<>(RULES.goals().get(LibraryType.TBM));
        ofTbm.put(Indicator.STORIES, new Goal(BigDecimal.ZERO, new BigDecimal("0.2")));
        goals.put(LibraryType.TBM, ofTbm);
        var rules = new ScoreRules(2025, "x", RULES.green(), RULES.yellow(), 3, 4, RULES.countings(), goals);

        assertThat(rules.problems())
                .containsExactly(
                        new RuleProblem.TargetOutOfRange(LibraryType.TBM, Indicator.STORIES),
                        new RuleProblem.WeightsDoNotAddUp(LibraryType.TBM, new BigDecimal("1.1000")));
    }

    private static ScoreRules with(ScoreRules rules, BigDecimal green, BigDecimal yellow) {
        return new ScoreRules(
                rules.year(),
                rules.label(),
                green,
                yellow,
                rules.mostADay(),
                rules.mostSessions(),
                List.copyOf(rules.countings()),
                rules.goals());
    }

    private static Figures figures(int months, Map<Indicator, Long> achieved) {
        return new Figures(LibraryType.DESA, months, 1, achieved);
    }
}
