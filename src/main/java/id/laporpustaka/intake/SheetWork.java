package id.laporpustaka.intake;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.SheetOutcome;
import id.laporpustaka.db.Database;
import id.laporpustaka.export.SentSheet;
import id.laporpustaka.export.SheetImports;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.MediaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Does what those ask for who bring many libraries at once. Whether they may is looked up anew each time.
final class SheetWork {
    /// Checking so many rows takes about a second; of more it is said how many there are.
    private static final int CHECKED_AT_ONCE = 2_000;

    private final Database database;
    private final SheetImports imports;
    private final MediaSource media;
    private final Clock clock;
    private final ZoneId zone;

    SheetWork(Database database, SheetImports imports, MediaSource media, Clock clock, ZoneId zone) {
        this.database = database;
        this.imports = imports;
        this.media = media;
        this.clock = clock;
        this.zone = zone;
    }

    JobResult perform(Job.OfSheet asked) throws InterruptedException {
        var actor = sender(asked.telegramId());
        return new JobResult.SheetDone(
                asked, actor.isPresent() ? perform(asked, actor.get()) : new SheetOutcome.NotAllowed());
    }

    private Optional<Actor> sender(long telegramId) {
        return Optional.ofNullable(new People(database.context())
                        .findActors(List.of(telegramId))
                        .get(telegramId))
                .filter(SheetImports::isFor);
    }

    private SheetOutcome perform(Job.OfSheet asked, Actor actor) throws InterruptedException {
        return switch (asked) {
            case Job.SheetTemplate template -> new SheetOutcome.Template(keep(imports.template(template.language())));
            case Job.TakeSheet taken -> TemporaryFile.use(file -> fetch(taken, actor, file));
            case Job.CheckSheet check -> check(check, check.sheet(), actor);
            case Job.ImportSheet wanted -> run(wanted, actor);
        };
    }

    private SheetOutcome fetch(Job.TakeSheet asked, Actor actor, Path file) throws IOException, InterruptedException {
        return switch (media.fetch(asked.file().fileId(), SheetImports.LARGEST_FILE, file)) {
            case MediaSource.Fetched.TooLarge() -> new SheetOutcome.Refused(imports.tooLarge(asked.language()));
            case MediaSource.Fetched.Gone _ -> new SheetOutcome.Refused(imports.gone(asked.language()));
            case MediaSource.Fetched.Found _ -> take(asked, actor, Files.readAllBytes(file));
        };
    }

    /// A file that was sent as if it were a form, if it is a sheet and its sender may import it.
    Optional<JobResult> takeInstead(Job.CheckForm asked, byte[] file) {
        return sender(asked.telegramId())
                .filter(_ -> SheetImports.isSheet(file))
                .map(actor -> {
                    var sheet = new Job.TakeSheet(
                            asked.telegramId(), asked.file(), asked.fileName(), asked.language(), asked.card());
                    return new JobResult.SheetDone(sheet, take(sheet, actor, file));
                });
    }

    private SheetOutcome take(Job.TakeSheet asked, Actor actor, byte[] file) {
        return switch (imports.take(actor, asked.fileName(), file, asked.language(), clock.instant())) {
            case SheetImports.Taken.Refused(var why) -> new SheetOutcome.Refused(why);
            case SheetImports.Taken.Kept(var id, var rows) ->
                rows > CHECKED_AT_ONCE ? new SheetOutcome.BeingChecked(id, rows) : check(asked, id, actor);
        };
    }

    private SheetOutcome check(Job.OfSheet asked, long id, Actor actor) {
        return imports.check(actor, id, asked.language())
                .<SheetOutcome>map(checked -> checked(checked, asked))
                .orElseGet(SheetOutcome.Gone::new);
    }

    private SheetOutcome.Checked checked(SheetImports.Checked checked, Job.OfSheet asked) {
        var file = checked.problems().isEmpty()
                ? Optional.<OutgoingFile>empty()
                : imports.marked(checked, asked.language());
        var first = checked.problems().entrySet().stream()
                .limit(SheetOutcome.MOST_LINES)
                .map(row -> new SheetOutcome.Line(row.getKey(), row.getValue()))
                .toList();
        var sent = checked.sent();
        return new SheetOutcome.Checked(
                sent.id(),
                sent.created(),
                sent.existing(),
                sent.wrong(),
                first,
                file.map(it -> OptionalLong.of(keep(it))).orElseGet(OptionalLong::empty));
    }

    private SheetOutcome run(Job.ImportSheet asked, Actor actor) {
        var order = new SheetImports.Order(
                By.chat(actor.personId()), actor, asked.sheet(), asked.onlyGoodRows(), asked.language());
        return switch (imports.runForMessage(order, clock.instant())) {
            case SheetImports.Outcome.Done(var sent, var _) -> imported(sent);
            case SheetImports.Outcome.Changed() -> check(asked, asked.sheet(), actor);
            case SheetImports.Outcome.Gone() -> new SheetOutcome.Gone();
        };
    }

    /// Gone if the message that brought the result has been sent long ago.
    private SheetOutcome imported(SentSheet sent) {
        if (sent.resultFile().isEmpty()) {
            return new SheetOutcome.Gone();
        }
        var until = sent.doneAt().orElseThrow().plus(SheetImports.LIFE);
        return new SheetOutcome.Imported(
                sent.created(),
                sent.existing(),
                sent.wrong(),
                LocalDate.ofInstant(until, zone),
                sent.resultFile().getAsLong());
    }

    private long keep(OutgoingFile file) {
        return database.inTransaction(db -> new OutgoingFiles(db).add(file));
    }
}
