package id.laporpustaka.web;

import id.laporpustaka.db.Database;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.submission.ReviewQueue;
import java.time.Clock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much waits for a visitor's review, for the way there that every page has.
final class WaitingReviews {
    /// More than that is not counted, so that no page waits for it.
    static final int MOST = 100;

    private static final Logger log = LoggerFactory.getLogger(WaitingReviews.class);

    private final Database database;
    private final Clock clock;

    WaitingReviews(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether the visitor reviews anything, or may ask for corrections.
    static boolean hasQueue(Visitor visitor) {
        return Stream.of(Action.ASK_CORRECTION, Action.REVIEW, Action.STAND_IN)
                .anyMatch(action -> Permissions.mayDoSomewhere(visitor.actor(), action));
    }

    /// At most [#MOST]. With a failing database nothing waits: a page that says so must be shown too.
    int count(Visitor visitor) {
        try {
            return new ReviewQueue(database.context(), visitor.actor(), clock.instant()).countUpTo(MOST);
        } catch (RuntimeException e) {
            log.warn("cannot tell how many reports wait", e);
            return 0;
        }
    }
}
