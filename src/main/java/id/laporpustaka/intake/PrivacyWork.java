package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.OwnData;
import id.laporpustaka.conversation.OwnData.Obstacle.Kind;
import id.laporpustaka.db.Database;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import id.laporpustaka.people.ErasureResult;
import id.laporpustaka.people.People;
import id.laporpustaka.people.PersonalData;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// A person's rights over what is kept about them: a copy, and erasure (UU 27/2022, articles 7 and 8).
final class PrivacyWork {
    private final Database database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    PrivacyWork(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    OwnData perform(Job.OwnData asked) {
        return database.inTransaction(db -> findActor(db, asked)
                .map(actor -> asked.erase() ? erase(db, actor) : copy(db, actor))
                .orElseGet(OwnData.Nothing::new));
    }

    private static Optional<Actor> findActor(DSLContext db, Job.OwnData asked) {
        return Optional.ofNullable(
                new People(db).findActors(List.of(asked.telegramId())).get(asked.telegramId()));
    }

    private OwnData copy(DSLContext db, Actor actor) {
        return new PersonalData(db)
                .of(actor.personId())
                .<OwnData>map(data -> {
                    try {
                        var bytes = json.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(data)
                                .getBytes(StandardCharsets.UTF_8);
                        new Audit(db)
                                .record(
                                        By.chat(actor.personId()),
                                        AuditAction.DATA_COPIED,
                                        AuditSubject.ofPerson(actor.personId()));
                        return new OwnData.Copied(new OutgoingFiles(db)
                                .add(new OutgoingFile("data-saya.json", "application/json", bytes)));
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException("A tree of JSON could not be written", e);
                    }
                })
                .orElseGet(OwnData.Nothing::new);
    }

    private OwnData erase(DSLContext db, Actor actor) {
        var result = new People(db).erase(By.chat(actor.personId()), actor.personId(), clock.instant());
        return switch (result) {
            case ErasureResult.Done() -> new OwnData.Erased();
            case ErasureResult.NoSuchPerson() -> new OwnData.Nothing();
            case ErasureResult.MustHandOver(var obstacles) ->
                new OwnData.MustHandOver(
                        obstacles.stream().map(PrivacyWork::obstacle).toList());
        };
    }

    private static OwnData.Obstacle obstacle(ErasureResult.Obstacle obstacle) {
        return switch (obstacle) {
            case ErasureResult.Obstacle.LastAdmin() -> new OwnData.Obstacle(Kind.LAST_ADMIN, "", 0);
            case ErasureResult.Obstacle.OnlyCoordinator(var _, var region) ->
                new OwnData.Obstacle(Kind.ONLY_COORDINATOR, region, 0);
            case ErasureResult.Obstacle.OnlyReporter(var id, var library) ->
                new OwnData.Obstacle(Kind.ONLY_REPORTER, library, id);
        };
    }
}
