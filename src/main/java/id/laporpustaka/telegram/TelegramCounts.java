package id.laporpustaka.telegram;

import java.time.Duration;

/// Is told how it goes with Telegram, from many threads, so it must be quick.
public interface TelegramCounts {
    /// What an update brings (Telegram Bot API, Update).
    enum Kind {
        MESSAGE,
        EDITED_MESSAGE,
        CALLBACK_QUERY,
        MY_CHAT_MEMBER,
        OTHER
    }

    enum Result {
        DONE,
        REFUSED,
        /// Telegram asked for patience (429).
        RATE_LIMITED,
        /// No answer, or none that can be understood.
        UNKNOWN
    }

    /// An update has been stored; one that Telegram brings twice is told twice.
    void received(Kind kind);

    /// A call has ended. Questions for updates, which last as long as nothing comes, are not told.
    ///
    /// @param method of the Bot API, in lower case
    void called(String method, Result result, Duration took);

    static TelegramCounts none() {
        return new TelegramCounts() {
            @Override
            public void received(Kind kind) {}

            @Override
            public void called(String method, Result result, Duration took) {}
        };
    }
}
