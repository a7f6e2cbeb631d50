package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.laporpustaka.db.FreshDatabase;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FailuresTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void a_transaction_that_stood_still_for_too_long_says_nothing_about_the_message() {
        var failure = catchThrowable(() -> fresh.database().useTransaction(db -> {
            setting(db, "idle_in_transaction_session_timeout", "100ms");
            standStill();
            db.selectOne().execute();
        }));

        assertThat(failure).isNotNull();
        assertThat(Failures.isPassing(failure)).isTrue();
    }

    @Test
    void a_disk_that_cannot_be_read_says_nothing_about_the_message() {
        assertThat(Failures.isPassing(new SQLException("could not read file: Input/output error", "58030")))
                .isTrue();
    }

    @Test
    void a_statement_that_is_wrong_is_wrong_the_next_time_too() {
        var failure = catchThrowable(() -> fresh.database()
                .useTransaction(
                        db -> db.select(DSL.val(1).divide(DSL.inline(0))).execute()));

        assertThat(failure).isNotNull();
        assertThat(Failures.isPassing(failure)).isFalse();
    }

    private static void setting(DSLContext db, String name, String value) {
        db.select(DSL.function("set_config", String.class, DSL.val(name), DSL.val(value), DSL.val(true)))
                .execute();
    }

    private static void standStill() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
