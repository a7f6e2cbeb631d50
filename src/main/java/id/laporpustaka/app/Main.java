package id.laporpustaka.app;

import id.laporpustaka.db.DatabaseUnavailable;
import id.laporpustaka.telegram.TelegramUnavailable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /// Ends with status 1 and a line for each problem when the product cannot start.
    static void main() {
        System.setProperty("java.awt.headless", "true"); // pictures are drawn where there is no screen
        var main = new Main();
        var starter = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> main.end(starter), "end"));
        if (Boolean.getBoolean(END_WITH_PARENT)) {
            ProcessHandle.current().parent().ifPresent(Main::endWith);
        }
        if (!main.start()) {
            System.exit(1);
        }
    }

    private static void endWith(ProcessHandle parent) {
        var _ = parent.onExit().thenRun(() -> System.exit(0));
    }

    private boolean start() {
        try {
            var settings = Settings.read(System.getenv(), Path.of(""));
            Application.start(settings, Clock.systemUTC(), System.out, closing);
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
