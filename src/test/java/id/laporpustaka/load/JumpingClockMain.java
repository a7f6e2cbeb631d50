package id.laporpustaka.load;

import id.laporpustaka.app.Application;
import id.laporpustaka.app.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The product with a clock that jumps: each line of standard input says by how much it is wrong from then on, such as
/// `-PT24H`.
final class JumpingClockMain {
    private JumpingClockMain() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var clock = new JumpingClock();
        var product = Application.start(Settings.read(System.getenv(), Path.of("")), clock, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(product::close, "end"));
        var jumps = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var jump = jumps.readLine(); jump != null; jump = jumps.readLine()) {
            clock.wrong = Duration.parse(jump);
        }
    }

    private static final class JumpingClock extends Clock {
        private volatile Duration wrong = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(wrong);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
