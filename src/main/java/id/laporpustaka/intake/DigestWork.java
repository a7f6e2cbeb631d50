package id.laporpustaka.intake;

import id.laporpustaka.conversation.Digest;
import id.laporpustaka.conversation.GroupDigest;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.db.Reading;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.GroupChat;
import id.laporpustaka.people.GroupChats;
import id.laporpustaka.people.MembershipLines;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Rhythm;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.submission.ReviewQueue;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.RegionNews;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.SummaryQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Tells a coordinator how their part of the country does, within what they may see at this moment.
final class DigestWork {
    /// So early in a month there is little to tell of it yet.
    private static final int EARLY = 7;

    private static final Duration LATELY = Duration.ofDays(7);
    private static final Duration LONG_SILENCE = Duration.ofDays(30);

    private final Clock clock;

    DigestWork(Clock clock) {
        this.clock = clock;
    }

    /// Empty for who does not coordinate any more.
    Optional<Digest> make(Reading reading, Job.MakeDigest asked) {
        return Optional.ofNullable(new People(reading.primary().context())
                        .findActors(List.of(asked.telegramId()))
                        .get(asked.telegramId()))
                .filter(actor -> !Scope.ofDuties(actor).isEmpty())
                .map(actor -> reading.read(actor.personId(), from -> digest(from.context(), actor, asked)));
    }

    private Digest digest(DSLContext db, Actor actor, Job.MakeDigest asked) {
        var scope = Scope.ofDuties(actor);
        var now = clock.instant();
        var period = period(asked.day());
        var since = asked.rhythm() == Rhythm.MONTH ? LONG_SILENCE : LATELY;
        var summary = new Summaries(db).summarise(SummaryQuery.of(period, scope));
        var news = new RegionNews(db, scope);
        var joined = news.joinedSince(now.minus(since), Digest.MOST_NAMES);
        var silent = news.silentSince(now.minus(LONG_SILENCE), Digest.MOST_NAMES);
        return new Digest(
                place(actor, scope),
                period.from(),
                period.to(),
                summary.coverage(),
                news.countNothing(YearMonth.from(period.from())),
                summary.totals(),
                summary.before(),
                news.countSentSince(now.minus(LATELY)),
                new ReviewQueue(db, actor, now).count(),
                new MembershipLines(db)
                        .listWaiting(Permissions.scopeFor(actor, Action.DECIDE_JOIN), 0)
                        .total(),
                joined.some(),
                joined.all(),
                silent.some(),
                silent.all());
    }

    /// Empty for a group that may not hear totals any more.
    Optional<GroupDigest> make(Reading reading, Job.MakeGroupDigest asked, long chatId) {
        return new GroupChats(reading.primary().context())
                .findOpen(chatId)
                .map(group -> reading.read(from -> digest(from.context(), group, period(asked.day()))));
    }

    private static GroupDigest digest(DSLContext db, GroupChat group, Period period) {
        var summary = new Summaries(db).summarise(SummaryQuery.of(period, group.scope()));
        return new GroupDigest(
                group.place(),
                group.region().map(Region::level),
                period.from(),
                period.to(),
                summary.coverage(),
                new RegionNews(db, group.scope()).countNothing(YearMonth.from(period.from())),
                summary.totals(),
                summary.before());
    }

    private static String place(Actor actor, Scope scope) {
        if (scope instanceof Scope.Everything) {
            return "Indonesia";
        }
        return actor.duties().stream()
                .flatMap(duty -> duty.region().stream())
                .map(Region::title)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// The month so far, until yesterday; in its first days the one before.
    private static Period period(LocalDate day) {
        return day.getDayOfMonth() <= EARLY
                ? Period.ofMonth(YearMonth.from(day).minusMonths(1))
                : new Period(day.withDayOfMonth(1), day.minusDays(1));
    }
}
