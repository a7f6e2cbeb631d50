package id.laporpustaka.intake;

import java.time.Duration;

/// Is told what the workers have done, after each commit; several at once, so it must be quick.
public interface IntakeCounts {
    /// A transaction has been committed.
    ///
    /// @param updates that are done with, among them those that mean nothing to us
    /// @param steps that conversations took
    void handled(int updates, int steps);

    /// What follows from an update has been committed.
    ///
    /// @param sinceStored how long after the update became durable
    void settled(Duration sinceStored);

    /// The answer to a message is ready to be sent.
    ///
    /// @param sinceSent by Telegram's date of the message, which has whole seconds, so up to a second too long
    void answered(Duration sinceSent);

    /// An update has been set aside after its last try.
    void setAside();

    static IntakeCounts none() {
        return new IntakeCounts() {
            @Override
            public void handled(int updates, int steps) {}

            @Override
            public void settled(Duration sinceStored) {}

            @Override
            public void answered(Duration sinceSent) {}

            @Override
            public void setAside() {}
        };
    }
}
