package id.laporpustaka.db;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells a sleeping worker that there is something to do.
///
/// Many rings before it wakes count as one; a ring while it is busy is kept. It saves waiting only: what must be
/// done is in the database, and workers look there anyway from time to time.
public final class WakeUp {
    private final Semaphore bell = new Semaphore(0);

    public void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /// Returns after a ring, or when `longest` has passed.
    ///
    /// @return whether it was rung
    /// @throws InterruptedException when the worker is to stop
    public boolean await(Duration longest) throws InterruptedException {
        if (!bell.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        bell.drainPermits();
        return true;
    }
}
