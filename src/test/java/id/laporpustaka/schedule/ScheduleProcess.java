package id.laporpustaka.schedule;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.submission.media.StoreInMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// A process of its own in which the [Schedule] runs, by a clock that goes on from a moment of the test's.
final class ScheduleProcess implements AutoCloseable {
    private static final Duration SOON = Duration.ofMillis(200);

    private final Process process;

    private ScheduleProcess(Process process) {
        this.process = process;
    }

    /// @param name by which the database knows its connections
    static ScheduleProcess start(String name, DatabaseAddress address, Instant now) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScheduleProcess.class.getName(),
                        address.host(),
                        Integer.toString(address.port()),
                        address.name(),
                        address.user(),
                        address.password(),
                        "ApplicationName=" + name,
                        now.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ScheduleProcess(process);
    }

    /// As `kill -9` does: nothing in the process learns of it.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void main(String[] arguments) throws IOException {
        var address = new DatabaseAddress(
                arguments[0], Integer.parseInt(arguments[1]), arguments[2], arguments[3], arguments[4], arguments[5]);
        var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(arguments[6])));
        try (var database = Database.open(address, 6);
                var schedule = new Schedule(
                        database,
                        new StoreInMemory(),
                        clock,
                        ZoneId.of("Asia/Jakarta"),
                        new SchedulePace(SOON, SOON, SOON))) {
            schedule.start();
            System.in.read();
        }
    }
}
