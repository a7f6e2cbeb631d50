package id.laporpustaka.intake;

import id.laporpustaka.conversation.ExportAnswer;
import id.laporpustaka.conversation.ExportStanding;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.db.Database;
import id.laporpustaka.export.Exports;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.DSLContext;

/// Takes orders of files, and tells how they stand; they are made by [ExportWorker], so that no job waits for one.
final class ExportWork {
    private final Database database;
    private final String publicUrl;

    /// @param publicUrl what stands before the path of a file, without a slash at the end
    ExportWork(Database database, String publicUrl) {
        this.database = database;
        this.publicUrl = publicUrl;
    }

    ExportAnswer perform(Job.OfExport asked) {
        return database.inTransaction(db -> find(db, asked)
                .<ExportAnswer>map(actor -> switch (asked) {
                    case Job.OrderExport order -> order(db, actor, order);
                    case Job.CancelExport(var _, var card) -> cancel(db, actor, card);
                    case Job.TellExport(var _, var export) ->
                        new Exports(db)
                                .find(actor.personId(), export)
                                .map(this::stands)
                                .orElseGet(ExportAnswer.Gone::new);
                    case Job.SendExport(var _, var export) -> send(db, actor, export);
                })
                .orElseGet(ExportAnswer.Gone::new));
    }

    private static Optional<Actor> find(DSLContext db, Job asked) {
        return Optional.ofNullable(
                new People(db).findActors(List.of(asked.telegramId())).get(asked.telegramId()));
    }

    private static ExportAnswer order(DSLContext db, Actor actor, Job.OrderExport asked) {
        if (!Permissions.mayDoSomewhere(actor, Action.EXPORT)) {
            return new ExportAnswer.Gone();
        }
        var card = asked.card() == 0 ? OptionalInt.empty() : OptionalInt.of(asked.card());
        return new Exports(db).add(actor.personId(), asked.order(), card).isPresent()
                ? new ExportAnswer.Ordered()
                : new ExportAnswer.TooMany(Exports.MOST_OPEN);
    }

    private ExportAnswer cancel(DSLContext db, Actor actor, int card) {
        var exports = new Exports(db);
        return exports.findOpen(actor.personId(), card)
                .filter(open -> exports.cancel(actor.personId(), open.id()))
                .flatMap(open -> exports.find(actor.personId(), open.id()))
                .map(this::stands)
                .orElseGet(ExportAnswer.Gone::new);
    }

    private ExportAnswer stands(ExportStanding standing) {
        return new ExportAnswer.Stands(standing, publicUrl + Exports.address(standing.id()));
    }

    private static ExportAnswer send(DSLContext db, Actor actor, long export) {
        var exports = new Exports(db);
        var standing = exports.find(actor.personId(), export);
        return exports.findContent(actor.personId(), export)
                .filter(content -> standing.isPresent()
                        && exports.isWithin(content.madeFor(), Permissions.scopeFor(actor, Action.EXPORT)))
                .<ExportAnswer>map(content -> new ExportAnswer.Arrived(
                        standing.get(),
                        new OutgoingFiles(db)
                                .addKept(content.name(), content.contentType(), content.size(), content.storeKey())))
                .orElseGet(ExportAnswer.Gone::new);
    }
}
