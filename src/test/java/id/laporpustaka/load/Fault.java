package id.laporpustaka.load;

import java.time.Duration;

/// What goes wrong at some moment of a [FaultRun]. Each is over when [#strike] returns, but for the clock, which stays
/// wrong until the next jump or start.
enum Fault {
    /// As by `kill -9`; it is started again with a webhook where it has polled, and the other way round.
    BOT_KILLED("bot killed", 0) {
        @Override
        void strike(Scene scene, Duration lasts) throws Exception {
            scene.killBot();
        }
    },
    /// As by `kill -9`, with all its processes, and started again at once.
    DATABASE_KILLED("PostgreSQL killed", 0) {
        @Override
        void strike(Scene scene, Duration lasts) throws Exception {
            scene.killDatabase();
        }
    },
    /// As when our simulator dies and comes back with all that it knew: Telegram loses nothing either. What dies are
    /// the connections to it and from it, whatever is under way in them, and for a time its port.
    TELEGRAM_AWAY("Telegram away", 20) {
        @Override
        void strike(Scene scene, Duration lasts) throws Exception {
            scene.cutTelegram();
            Thread.sleep(lasts);
            scene.mendTelegram();
        }
    },
    /// By an hour or a day, forward or back. It is the clock that our bot tells people's time by; what is due is told
    /// by PostgreSQL's.
    CLOCK_JUMPED("clock jumped", 10) {
        @Override
        void strike(Scene scene, Duration lasts) throws Exception {
            scene.jumpClock();
            Thread.sleep(lasts);
        }
    },
    /// The disk with PostgreSQL's files, and with the bot's photos and temporary files. At first there is room left in
    /// PostgreSQL's log, then not even there, of which it dies.
    DISK_FULL("disk full", 20) {
        @Override
        void strike(Scene scene, Duration lasts) throws Exception {
            scene.fillDisk();
            Thread.sleep(lasts.dividedBy(2));
            scene.useUpLog();
            Thread.sleep(lasts.dividedBy(2));
            scene.makeRoom();
        }
    },
    DATABASE_AWAY("PostgreSQL away", 60) {
        @Override
        void strike(Scene scene, Duration lasts) throws Exception {
            scene.stopDatabase();
            Thread.sleep(lasts);
            scene.startDatabase();
        }
    },
    /// 20 ms to it and 20 ms back.
    DATABASE_SLOW("PostgreSQL slow", 30) {
        @Override
        void strike(Scene scene, Duration lasts) throws Exception {
            scene.slowDatabaseDown(Duration.ofMillis(20));
            Thread.sleep(lasts);
            scene.slowDatabaseDown(Duration.ZERO);
        }
    },
    /// Nothing comes from it or gets to it, and no connection breaks.
    DATABASE_SILENT("PostgreSQL silent", 15) {
        @Override
        void strike(Scene scene, Duration lasts) throws Exception {
            scene.silenceDatabase();
            Thread.sleep(lasts);
            scene.letDatabaseSpeak();
        }
    };

    private final String title;
    private final int seconds;

    Fault(String title, int seconds) {
        this.title = title;
        this.seconds = seconds;
    }

    abstract void strike(Scene scene, Duration lasts) throws Exception;

    String title() {
        return title;
    }

    /// In a run of ten minutes.
    Duration length() {
        return Duration.ofSeconds(seconds);
    }
}
