package id.laporpustaka.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaytimeTest {
    @ParameterizedTest
    @CsvSource({
        // by WIB, WITA and WIT it is 19.59, 20.59 and 21.59
        "Asia/Jakarta, 2025-08-20T12:59:00Z, 2025-08-20T12:59:00Z",
        "Asia/Makassar, 2025-08-20T12:59:00Z, 2025-08-21T00:00:00Z",
        "Asia/Jayapura, 2025-08-20T12:59:00Z, 2025-08-20T23:00:00Z",
        // 05.59, 06.59 and 07.59
        "Asia/Jakarta, 2025-08-20T22:59:00Z, 2025-08-21T01:00:00Z",
        "Asia/Makassar, 2025-08-20T22:59:00Z, 2025-08-21T00:00:00Z",
        "Asia/Jayapura, 2025-08-20T22:59:00Z, 2025-08-20T23:00:00Z",
        // 08.00 there
        "Asia/Jayapura, 2025-08-20T23:00:00Z, 2025-08-20T23:00:00Z",
        "Asia/Jakarta, 2025-08-20T13:00:00Z, 2025-08-21T01:00:00Z",
    })
    void at_night_it_is_the_next_morning(ZoneId zone, Instant now, Instant next) {
        assertThat(Daytime.next(zone, now)).isEqualTo(next);
    }
}
