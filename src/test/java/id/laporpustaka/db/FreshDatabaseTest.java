package id.laporpustaka.db;

import static id.laporpustaka.db.generated.Tables.INSTALLATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;

import java.time.ZoneId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FreshDatabaseTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @RepeatedTest(2)
    void every_test_finds_an_empty_schema() {
        assertThat(fresh.context().fetchCount(INSTALLATION)).isZero();

        fresh.context()
                .insertInto(INSTALLATION, INSTALLATION.NAME, INSTALLATION.VALUE)
                .values("name", "value")
                .execute();
    }

    @Test
    void sessions_are_in_another_time_zone_than_the_jvm() {
        var zone = fresh.context()
                .select(field("current_setting('TimeZone')", String.class))
                .fetchSingle()
                .value1();

        assertThat(ZoneId.of(zone)).isNotEqualTo(ZoneId.systemDefault());
    }
}
