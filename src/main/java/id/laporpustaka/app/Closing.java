package id.laporpustaka.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been started so far, ended in the reverse order. Safe to use from all threads.
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean refusing;

    /// Remembers something that has just been started.
    ///
    /// @throws Stopping when the end has begun meanwhile; what was given is then ended at once
    <T extends AutoCloseable> T add(T resource) {
        synchronized (this) {
            if (!refusing) {
                started.push(resource);
                return resource;
            }
        }
        end(resource);
        throw new Stopping();
    }

    /// From now on nothing more is started; what has been started runs on until [#close].
    synchronized void refuse() {
        refusing = true;
    }

    /// Ends everything; what fails to end is logged and does not keep the rest running.
    @Override
    public void close() {
        refuse();
        for (var next = pop(); next != null; next = pop()) {
            end(next);
        }
    }

    private synchronized @Nullable AutoCloseable pop() {
        return started.poll();
    }

    /// What is interrupted is the starting; ending must still be able to wait.
    private static void end(AutoCloseable resource) {
        var interrupted = Thread.interrupted();
        try {
            resource.close();
        } catch (Exception e) {
            LOG.error("{} did not end cleanly", resource.getClass().getSimpleName(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The product was told to stop before it had started completely.
    static final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
