package id.laporpustaka.intake;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.conversation.FormCheck;
import id.laporpustaka.conversation.FormPublication;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.db.Database;
import id.laporpustaka.export.SheetImports;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.FormFiles;
import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.Sheets;
import id.laporpustaka.form.xlsform.WorkbookReading;
import id.laporpustaka.form.xlsform.Workbooks;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.publishing.FormPublisher;
import id.laporpustaka.submission.publishing.Publishing;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/// Does what those who make forms ask for: reads the files they send, publishes, and writes workbooks. Whether
/// they may is looked up anew each time.
final class FormWork {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_NAME = 60;

    private final Database database;
    private final PublishedForms forms;
    private final MediaSource media;
    private final Texts texts;
    private final SheetWork sheets;

    FormWork(Database database, PublishedForms forms, MediaSource media, Texts texts, SheetWork sheets) {
        this.database = database;
        this.forms = forms;
        this.media = media;
        this.texts = texts;
        this.sheets = sheets;
    }

    private Optional<Actor> author(long telegramId) {
        var found =
                new People(database.context()).findActors(List.of(telegramId)).get(telegramId);
        return Optional.ofNullable(found).filter(actor -> Command.FORMS.isFor(Optional.of(actor)));
    }

    JobResult check(Job.CheckForm asked) throws InterruptedException {
        var author = author(asked.telegramId());
        if (author.isEmpty()) {
            return new JobResult.NotDone(asked);
        }
        return TemporaryFile.use(file -> check(asked, author.get(), file));
    }

    /// Who makes forms may also send a sheet of libraries, which may be larger.
    private JobResult check(Job.CheckForm asked, Actor author, Path file) throws IOException, InterruptedException {
        return switch (media.fetch(asked.file().fileId(), SheetImports.LARGEST_FILE, file)) {
            case MediaSource.Fetched.TooLarge() -> new JobResult.FormChecked(asked, new FormCheck.TooLarge());
            case MediaSource.Fetched.Gone _ -> new JobResult.FormChecked(asked, new FormCheck.Gone());
            case MediaSource.Fetched.Found _ -> {
                var bytes = Files.readAllBytes(file);
                yield sheets.takeInstead(asked, bytes)
                        .orElseGet(() -> new JobResult.FormChecked(asked, check(asked, author, bytes)));
            }
        };
    }

    private FormCheck check(Job.CheckForm asked, Actor author, byte[] file) {
        if (file.length > Workbooks.LARGEST_FILE) {
            return new FormCheck.TooLarge();
        }
        return switch (FormFiles.read(file)) {
            case WorkbookReading.Refused(var problems) -> new FormCheck.Refused(lines(problems, asked.language()));
            case WorkbookReading.Read(var sheets) -> check(asked, author, sheets);
        };
    }

    private FormCheck check(Job.CheckForm asked, Actor author, Sheets sheets) {
        var language = asked.language();
        return switch (FormCheckup.of(database, sheets, author.personId())) {
            case FormCheckup.Outcome.Refused(var problems) -> new FormCheck.Refused(lines(problems, language));
            case FormCheckup.Outcome.AlreadyPublished(var form) ->
                new FormCheck.AlreadyPublished(
                        form.id(), form.version(), form.title().in(language));
            case FormCheckup.Outcome.Kept(var candidate, var form, var remarks) ->
                accepted(candidate, form, lines(remarks, language), language);
        };
    }

    private FormCheck accepted(long candidate, Form form, FormCheck.Lines remarks, Language language) {
        var asking = form.questions().stream()
                .filter(question -> question.type().isAnswered())
                .count();
        var present = forms.listNewest().stream()
                .filter(other -> other.id().equals(form.id()))
                .map(Form::version)
                .findFirst();
        return new FormCheck.Accepted(
                candidate, form.id(), form.version(), form.title().in(language), (int) asking, present, remarks);
    }

    /// Those that are shown; if there are more, a file with all of them.
    private FormCheck.Lines lines(List<FormProblem> problems, Language language) {
        var all = problems.stream()
                .map(problem -> new FormCheck.Line(
                        problem.sheet(),
                        problem.row(),
                        problem.column(),
                        problem.message().in(language)))
                .toList();
        if (texts.fitsIntoMessage(all, language)) {
            return new FormCheck.Lines(all, all.size(), OptionalLong.empty());
        }
        var bytes = texts.listed(all, language).getBytes(StandardCharsets.UTF_8);
        var file = new OutgoingFile(texts.nameOfList(language), "text/plain", bytes);
        return new FormCheck.Lines(
                all.subList(0, Math.min(FormCheck.MOST_LINES, all.size())), all.size(), OptionalLong.of(keep(file)));
    }

    JobResult publish(Job.PublishForm asked) {
        var author = author(asked.telegramId());
        if (author.isEmpty()) {
            return new JobResult.NotDone(asked);
        }
        var publishing = database.inTransaction(db -> new FormPublisher(db)
                .publish(asked.candidate(), By.chat(author.get().personId())));
        return switch (publishing) {
            case Publishing.Published(var form, var version) -> published(asked, form, version);
            case Publishing.AlreadyPublished(var form, var version) -> published(asked, form, version);
            case Publishing.Refused(var problems) ->
                new JobResult.FormPublished(asked, new FormPublication.Refused(lines(problems, asked.language())));
            case Publishing.Gone() -> new JobResult.NotDone(asked);
        };
    }

    private JobResult published(Job.PublishForm asked, String formId, String version) {
        forms.reload();
        var title = forms.find(formId, version)
                .map(form -> form.title().in(asked.language()))
                .orElse(formId);
        return new JobResult.FormPublished(asked, new FormPublication.Published(formId, version, title));
    }

    JobResult export(Job.ExportForm asked) {
        var found = author(asked.telegramId())
                .flatMap(_ -> new FormVersions(database.context()).find(asked.formId(), asked.version()));
        if (found.isEmpty()) {
            return new JobResult.NotDone(asked);
        }
        var title = forms.find(asked.formId(), asked.version())
                .map(form -> form.title().in(asked.language()))
                .orElse(asked.formId());
        var bytes = Workbooks.write(CsvSheets.read(found.get().source()));
        var name = fileName(asked.formId() + " " + asked.version()) + ".xlsx";
        return new JobResult.FormExported(asked, title, keep(new OutgoingFile(name, WORKBOOK, bytes)));
    }

    private static String fileName(String text) {
        var plain = text.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    private long keep(OutgoingFile file) {
        return database.inTransaction(db -> new OutgoingFiles(db).add(file));
    }

    JobResult offer(Job.OfferForm asked) {
        var author = author(asked.telegramId());
        var form = forms.listNewest().stream()
                .filter(it -> it.id().equals(asked.formId()))
                .findFirst();
        if (author.isEmpty() || form.isEmpty()) {
            return new JobResult.NotDone(asked);
        }
        database.useTransaction(db -> offer(db, asked, author.get()));
        forms.reload();
        return new JobResult.FormOffered(asked, form.get().title().in(asked.language()), asked.offered());
    }

    private static void offer(DSLContext db, Job.OfferForm asked, Actor author) {
        var publisher = new FormPublisher(db);
        var _ = asked.offered()
                ? publisher.offerAgain(asked.formId(), By.chat(author.personId()))
                : publisher.retire(asked.formId(), By.chat(author.personId()));
    }
}
