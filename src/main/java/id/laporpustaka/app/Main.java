package id.laporpustaka.app;

import id.laporpustaka.db.DatabaseUnavailable;
import id.laporpustaka.telegram.TelegramUnavailable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door to the product: reads the settings, starts [Application], and ends it with the process.
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /// Set where the parent process is only a wrapper, such as Maven: whoever ends that one means this one too.
    private static final String END_WITH_PARENT = "lapor.endWithParent";

    private final Closing closing = new Closing();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch startEnded = new CountDownLatch(1);

    private Main() {}

    /// Ends with status 1 and a line for each problem when the product cannot start. With the argument `recount` it
    /// does that instead, and ends.
    static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // pictures are drawn where there is no screen
        var work = List.of(arguments);
        if (!work.isEmpty() && !work.equals(List.of(Recount.NAME))) {
            System.err.println("Argumen: ditemukan %s; yang diterima: tidak ada, atau %s. (Accepted: none, or %s.)"
                    .formatted(String.join(" ", work), Recount.NAME, Recount.NAME));
            System.exit(1);
        }
        var main = new Main();
        var starter = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> main.end(starter), "end"));
        if (Boolean.getBoolean(END_WITH_PARENT)) {
            ProcessHandle.current().parent().ifPresent(Main::endWith);
        }
        if (work.isEmpty()) {
            if (!main.start(settings -> Application.start(settings, Clock.systemUTC(), System.out, main.closing))) {
                System.exit(1);
            }
        } else {
            System.exit(main.start(settings -> Recount.run(settings, System.out, main.closing)) ? 0 : 1);
        }
    }

    private static void endWith(ProcessHandle parent) {
        var _ = parent.onExit().thenRun(() -> System.exit(0));
    }

    private boolean start(Consumer<Settings> work) {
        try {
            var settings = Settings.read(System.getenv(), Path.of(""));
            Logging.use(settings.logFormat());
            work.accept(settings);
            return true;
        } catch (UnusableSettings | DatabaseUnavailable | TelegramUnavailable e) {
            if (!ending.get()) {
                System.err.println(e.getMessage());
            }
        } catch (RuntimeException e) {
            if (!ending.get()) {
                LOG.error("Lapor Pustaka tidak bisa mulai (could not start)", e);
            }
        } finally {
            startEnded.countDown();
        }
        return false;
    }

    /// A start that is still at work ends what it has started, so that nothing is left half started.
    private void end(Thread starter) {
        ending.set(true);
        closing.refuse();
        if (startEnded.getCount() > 0) {
            starter.interrupt();
        }
        try {
            if (!startEnded.await(10, TimeUnit.SECONDS)) {
                LOG.warn("A step of the start did not end in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        closing.close();
    }
}
