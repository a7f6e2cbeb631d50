package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.NUDGE;
import static id.laporpustaka.people.Nudges.Answer.MAY;
import static id.laporpustaka.people.Nudges.Answer.TODAY;
import static id.laporpustaka.people.Nudges.Answer.TWICE_THIS_WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Nudges.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NudgesTest {
    private static final Instant NOW = Village.NOON;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Village village;
    private long pelita;
    private long melati;
    private long sari;
    private long ratna;

    @BeforeEach
    void prepare() {
        village = new Village(fresh.context());
        pelita = village.library("TBM Pelita", "33.06.01.2001");
        melati = village.library("TBM Melati", "33.06.01.2001");
        sari = village.reporter("Sari", pelita);
        ratna = village.coordinator("Ratna", Role.PIC_KAB, "33.06");
    }

    @Test
    void the_clock_and_a_coordinator_share_two_reminders_within_a_week() {
        assertThat(remind(Kind.WEEKLY, NOW)).isEqualTo(MAY);
        assertThat(remind(Kind.COORDINATOR, NOW.plus(Duration.ofDays(2)))).isEqualTo(MAY);

        assertThat(remind(Kind.COORDINATOR, NOW.plus(Duration.ofDays(4)))).isEqualTo(TWICE_THIS_WEEK);
        assertThat(remind(Kind.WEEKLY, NOW.plus(Duration.ofDays(7)))).isEqualTo(MAY);
    }

    @Test
    void one_a_day_is_enough() {
        assertThat(remind(Kind.WEEKLY, NOW)).isEqualTo(MAY);

        assertThat(remind(Kind.COORDINATOR, NOW.plus(Duration.ofMinutes(5)))).isEqualTo(TODAY);
        assertThat(remind(Kind.COORDINATOR, NOW.plus(Duration.ofHours(21)))).isEqualTo(MAY);
    }

    @Test
    void one_that_comes_in_the_morning_counts_as_of_then() {
        var evening = NOW.plus(Duration.ofHours(10));
        var morning = NOW.plus(Duration.ofHours(20));
        assertThat(remind(Kind.WEEKLY, NOW)).isEqualTo(MAY);

        assertThat(takeLater(evening)).isEqualTo(TODAY);
        assertThat(takeLater(morning)).isEqualTo(MAY);

        assertThat(remind(Kind.WEEKLY, morning.plus(Duration.ofHours(2)))).isEqualTo(TWICE_THIS_WEEK);
        assertThat(takeLater(morning)).isEqualTo(TWICE_THIS_WEEK);
    }

    private Nudges.Answer takeLater(Instant at) {
        return fresh.context()
                .transactionResult(tx -> new Nudges(tx.dsl())
                        .take(Map.of(sari, Set.of(pelita)), Kind.COORDINATOR, OptionalLong.of(ratna), _ -> at))
                .getOrDefault(sari, MAY);
    }

    @Test
    void a_message_about_two_libraries_is_one() {
        var both = Map.of(sari, Set.of(pelita, melati));

        assertThat(take(both, Kind.WEEKLY, NOW)).containsEntry(sari, MAY);

        assertThat(take(both, Kind.WEEKLY, NOW.plus(Duration.ofDays(1)))).containsEntry(sari, MAY);
        assertThat(fresh.context().fetchCount(NUDGE)).isEqualTo(4);
    }

    @Test
    void asking_takes_nothing() {
        var nudges = new Nudges(fresh.context());

        assertThat(nudges.ask(List.of(sari, ratna), NOW))
                .containsExactlyInAnyOrderEntriesOf(Map.of(sari, MAY, ratna, MAY));

        assertThat(remind(Kind.DRAFT, NOW)).isEqualTo(MAY);
        assertThat(nudges.ask(List.of(sari), NOW)).containsEntry(sari, TODAY);
    }

    @Test
    void many_who_remind_at_once_do_not_pass_the_limit() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = IntStream.range(0, 16)
                    .<Callable<Nudges.Answer>>mapToObj(i -> () -> remind(Kind.COORDINATOR, NOW))
                    .toList();

            var answers = threads.invokeAll(tasks).stream()
                    .map(future -> future.resultNow())
                    .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));

            assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.of(MAY, 1L, TODAY, 15L));
        }
    }

    @Test
    void what_is_old_and_what_is_of_somebody_erased_is_forgotten() {
        remind(Kind.WEEKLY, NOW);
        remind(Kind.WEEKLY, NOW.plus(Duration.ofDays(30)));

        assertThat(new Nudges(fresh.context()).deleteBefore(NOW.plus(Duration.ofDays(1))))
                .isEqualTo(1);

        village.reporter("Joko", pelita);
        new People(fresh.context()).erase(By.chat(sari), sari, NOW);

        assertThat(fresh.context().fetchCount(NUDGE)).isZero();
    }

    private Nudges.Answer remind(Kind kind, Instant now) {
        return take(Map.of(sari, new TreeSet<>(Set.of(pelita))), kind, now).getOrDefault(sari, MAY);
    }

    private Map<Long, Nudges.Answer> take(Map<Long, Set<Long>> wanted, Kind kind, Instant now) {
        var by = kind == Kind.COORDINATOR ? OptionalLong.of(ratna) : OptionalLong.empty();
        return fresh.context().transactionResult(tx -> new Nudges(tx.dsl()).take(wanted, kind, by, now));
    }
}
