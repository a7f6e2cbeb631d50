package id.laporpustaka.telegram;

import java.time.Duration;

/// Lets time pass.
@FunctionalInterface
interface Pause {
    void sleep(Duration length) throws InterruptedException;
}
