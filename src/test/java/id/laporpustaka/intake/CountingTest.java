package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.MediaSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who asks for what takes longer than a second to count is told so on the card on which the answer comes.
class CountingTest {
    private static final long RATNA = 3;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private LiveChats chats;
    private Connection holding;

    @BeforeEach
    void start() throws SQLException {
        var db = fresh.context();
        SampleRegions.addTo(db);
        var village = SampleRegions.id(db, "33.06.01.2001");
        new Libraries(db).add("TBM Pelita", LibraryType.TBM, Scheme.MANDIRI, Optional.empty(), village);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.add(RATNA, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        var there = fresh.address();
        holding = DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(there.host(), there.port(), there.name()),
                there.user(),
                there.password());
        holding.setAutoCommit(false);
    }

    @AfterEach
    void letGo() throws SQLException {
        holding.close();
    }

    @Test
    void a_summary_that_takes_long_is_announced_on_its_card() throws Exception {
        hold("rollup");

        var read = chats.sendWhileHeldUp(RATNA, "/ringkasan", this::release);

        assertThat(read.getFirst()).containsExactly("  (new)", "  ⏳ Menghitung…");
        assertThat(read.getLast()).startsWith("  (edited)", "  <b>Ringkasan 1 sampai 20 Agustus 2025</b>");
    }

    @Test
    void one_that_was_asked_for_by_a_button_is_announced_on_the_card_of_the_button() throws Exception {
        chats.send(RATNA, "/ringkasan");
        hold("rollup");

        var read = chats.sendWhileHeldUp(RATNA, "(Tahun ini)", this::release);

        assertThat(read.getFirst()).containsExactly("  (edited)", "  ⏳ Menghitung…");
        assertThat(read.getLast()).startsWith("  (edited)");
        assertThat(chats.send(RATNA, "(Bulan ini)")).startsWith("  (edited)");
    }

    @Test
    void scores_that_take_long_are_announced_too() throws Exception {
        hold("score_version");

        var read = chats.sendWhileHeldUp(RATNA, "/rapor", this::release);

        assertThat(read.getFirst()).containsExactly("  (new)", "  ⏳ Menghitung…");
        assertThat(read.getLast()).startsWith("  (edited)", "  <b>Rapor 2025</b> · Kab. Purworejo");
    }

    @Test
    void what_is_counted_at_once_is_one_message() throws Exception {
        for (var asked : List.of("/ringkasan", "/rapor")) {
            assertThat(chats.send(RATNA, asked)).startsWith("  (new)").doesNotContain("  ⏳ Menghitung…");
        }

        assertThat(fresh.context().fetchCount(OUTBOX)).isEqualTo(2);
    }

    @Test
    void who_goes_on_to_something_else_finds_the_answer_where_it_was_announced() throws Exception {
        hold("rollup");
        var read = chats.sendWhileHeldUp(RATNA, "/ringkasan", () -> {
            chats.store(RATNA, "/bantuan");
            release();
        });

        assertThat(read.getLast()).contains("  (new)", "  (edited)", "  <b>Ringkasan 1 sampai 20 Agustus 2025</b>");
    }

    private void hold(String table) throws SQLException {
        try (var statement = holding.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
    }

    private void release() {
        try {
            holding.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
