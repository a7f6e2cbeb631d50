package id.laporpustaka.export;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import id.laporpustaka.db.Database;
import id.laporpustaka.form.Language;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.By;
import id.laporpustaka.people.ImportFinding;
import id.laporpustaka.people.ImportResult;
import id.laporpustaka.people.LibraryImport;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.texts.SheetWords;
import id.laporpustaka.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// Takes sheets of libraries in, checks them, imports them, and gives them back. What a person may import is
/// looked up with each step. Thread-safe.
public final class SheetImports {
    /// In bytes, as large as a sheet may be.
    public static final int LARGEST_FILE = LibrarySheet.LARGEST_FILE;

    /// How long the invitations of a sheet can be used: it takes weeks to hand ten thousand of them out.
    public static final Duration LIFE = Duration.ofDays(90);

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int BYTES_IN_MEGABYTE = 1 << 20;
    private static final int LONGEST_FILE_NAME = 100;

    private final Database database;
    private final Texts texts;
    private final String botName;

    /// @param botName the bot's user name, without `@`, for the links
    public SheetImports(Database database, Texts texts, String botName) {
        this.database = database;
        this.texts = texts;
        this.botName = botName;
    }

    public static boolean isFor(Actor actor) {
        return Permissions.mayDoSomewhere(actor, Action.IMPORT_LIBRARIES);
    }

    /// Whether a file looks more like a sheet of libraries than like a form.
    public static boolean isSheet(byte[] file) {
        return LibrarySheet.resembles(file);
    }

    /// What came of a file that was sent.
    public sealed interface Taken {
        /// It cannot be read.
        ///
        /// @param why in the sender's language
        record Refused(String why) implements Taken {}

        /// It waits to be checked.
        record Kept(long id, int rows) implements Taken {}
    }

    /// A sheet as it would be imported now.
    ///
    /// @param problems what is wrong with a row, all in one text, by its number
    public record Checked(SentSheet sent, SortedMap<Integer, String> problems) {
        public Checked {
            problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
        }
    }

    /// What came of an import.
    public sealed interface Outcome {
        /// Libraries and invitations are there.
        ///
        /// @param file empty if it has been done before
        record Done(SentSheet sent, Optional<OutgoingFile> file) implements Outcome {}

        /// Something has become wrong since the check, so nothing has been changed; it is open again.
        record Changed() implements Outcome {}

        /// It is not open any more, or the person may not.
        record Gone() implements Outcome {}
    }

    /// The sheet to fill in.
    public OutgoingFile template(Language language) {
        var words = texts.sheets(language);
        return new OutgoingFile(words.nameOfTemplate(), WORKBOOK, SheetTemplate.write(words, language));
    }

    /// Why a file is refused that Telegram does not have any more.
    public String gone(Language language) {
        return texts.sheets(language).gone();
    }

    /// Why a file is refused that is too large to be looked at.
    public String tooLarge(Language language) {
        return texts.sheets(language).tooLarge(LARGEST_FILE / BYTES_IN_MEGABYTE);
    }

    /// Keeps a sheet, in the place of an earlier one of the same person.
    public Taken take(Actor actor, String fileName, byte[] file, Language language, Instant now) {
        var reading = LibrarySheet.read(file);
        if (!(reading instanceof SheetReading.Read(var sheet))) {
            return new Taken.Refused(why(reading, language));
        }
        var name = fileName.replaceAll("\\p{Cntrl}", " ")
                .strip()
                .codePoints()
                .limit(LONGEST_FILE_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var rows = sheet.rows().size();
        var id = database.inTransaction(db -> new SentSheets(db).add(actor.personId(), name, file, rows, now));
        return new Taken.Kept(id, rows);
    }

    private String why(SheetReading reading, Language language) {
        var words = texts.sheets(language);
        return switch (reading) {
            case SheetReading.Read _ -> "";
            case SheetReading.TooLarge() -> tooLarge(language);
            case SheetReading.NotASheet(var why) -> why.in(language);
            case SheetReading.NoHeadings() ->
                words.noHeadings(headings(List.of(SheetColumn.CODE, SheetColumn.NAME, SheetColumn.TYPE), language));
            case SheetReading.ColumnsMissing(var missing) -> words.columnsMissing(headings(missing, language));
            case SheetReading.TooManyRows() -> words.tooManyRows(LibrarySheet.MOST_ROWS);
            case SheetReading.NoRows() -> words.noRows();
        };
    }

    /// A place can be told by its code or by names.
    private List<String> headings(List<SheetColumn> columns, Language language) {
        var names = List.of(SheetColumn.REGENCY, SheetColumn.DISTRICT, SheetColumn.VILLAGE).stream()
                .map(column -> column.heading(language))
                .collect(joining(" + "));
        return columns.stream()
                .map(column -> column == SheetColumn.CODE
                        ? texts.sheets(language).either(column.heading(language), names)
                        : column.heading(language))
                .toList();
    }

    /// Says what an import would do; empty if the sheet is not open any more.
    public Optional<Checked> check(Actor actor, long id, Language language) {
        var sheets = new SentSheets(database.context());
        var bytes = sheets.find(actor.personId(), id)
                .filter(SheetImports::isOpen)
                .flatMap(sent -> sheets.findBytes(sent.id()));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        var preview =
                new LibraryImport(database.context()).preview(sheet(bytes.get()).rows(), scope(actor));
        var problems = problems(preview.findings(), language);
        return database.inTransaction(db -> {
            var open = new SentSheets(db);
            if (open.lock(actor.personId(), id).filter(SheetImports::isOpen).isEmpty()) {
                return Optional.empty();
            }
            open.checked(id, preview.created(), preview.existing(), problems.size());
            return open.find(actor.personId(), id).map(checked -> new Checked(checked, problems));
        });
    }

    private static boolean isOpen(SentSheet sent) {
        return sent.status() == SentSheet.Status.READ || sent.isChecked();
    }

    private static LibrarySheet sheet(byte[] bytes) {
        if (LibrarySheet.read(bytes) instanceof SheetReading.Read(var sheet)) {
            return sheet;
        }
        throw new IllegalStateException("A sheet can't be read that could be read when it came");
    }

    private static Scope scope(Actor actor) {
        return Permissions.scopeFor(actor, Action.IMPORT_LIBRARIES);
    }

    private SortedMap<Integer, String> problems(List<ImportFinding> findings, Language language) {
        var words = texts.sheets(language);
        return findings.stream()
                .collect(groupingBy(
                        ImportFinding::row,
                        TreeMap::new,
                        mapping(finding -> words.problem(finding.problem()), joining(" "))));
    }

    /// The sheet with what is wrong in its rows; empty if it is not open any more.
    public Optional<OutgoingFile> marked(Checked checked, Language language) {
        return new SentSheets(database.context()).findBytes(checked.sent().id()).map(bytes -> {
            var sheet = sheet(bytes);
            var words = texts.sheets(language);
            var outcomes = new HashMap<Integer, SheetWriter.Outcome>();
            sheet.rows().forEach(row -> outcomes.put(row.number(), plain(words.isReady())));
            addProblems(sheet, checked.problems(), words, outcomes);
            return new OutgoingFile(
                    words.nameOfChecked(checked.sent().fileName()),
                    WORKBOOK,
                    SheetWriter.write(sheet, words, language, false, outcomes));
        });
    }

    private static SheetWriter.Outcome plain(String result) {
        return new SheetWriter.Outcome(Optional.empty(), result, false);
    }

    private static void addProblems(
            LibrarySheet sheet,
            SortedMap<Integer, String> problems,
            SheetWords words,
            Map<Integer, SheetWriter.Outcome> outcomes) {
        sheet.examples().forEach(row -> outcomes.put(row, plain(words.isSkipped())));
        problems.forEach((row, text) -> outcomes.put(row, new SheetWriter.Outcome(Optional.empty(), text, true)));
    }

    /// What somebody wants imported.
    ///
    /// @param id of the sheet
    /// @param onlyGoodRows whether to leave out the rows that have problems, instead of refusing all
    /// @param language of the words in the sheet that comes back
    public record Order(By by, Actor actor, long id, boolean onlyGoodRows, Language language) {}

    /// Imports a sheet and hands the result out at once. It is kept nowhere, as the codes in it are secret.
    public Outcome run(Order order, Instant now) {
        return run(order, SentSheet.Status.CHECKED, false, now);
    }

    /// Imports a sheet whose import has begun ([SentSheets#begin]), and keeps the result for a message. Doing it
    /// twice gives the same answer.
    public Outcome runForMessage(Order order, Instant now) {
        return run(order, SentSheet.Status.RUNNING, true, now);
    }

    private Outcome run(Order order, SentSheet.Status ready, boolean keep, Instant now) {
        var read = new SentSheets(database.context()).findBytes(order.id()).map(SheetImports::sheet);
        return database.inTransaction(db -> {
            var sent = new SentSheets(db).lock(order.actor().personId(), order.id());
            if (sent.isEmpty() || !isFor(order.actor())) {
                return new Outcome.Gone();
            }
            if (sent.get().status() == SentSheet.Status.DONE) {
                return new Outcome.Done(sent.get(), Optional.empty());
            }
            return read.isPresent() && sent.get().status() == ready
                    ? run(db, order, sent.get(), read.get(), keep, now)
                    : new Outcome.Gone();
        });
    }

    private Outcome run(DSLContext db, Order order, SentSheet sent, LibrarySheet sheet, boolean keep, Instant now) {
        var sheets = new SentSheets(db);
        var result = new LibraryImport(db)
                .run(order.by(), sheet.rows(), scope(order.actor()), order.onlyGoodRows(), LIFE, now);
        return switch (result) {
            case ImportResult.Refused _ -> {
                sheets.checked(sent.id(), sent.created(), sent.existing(), sent.wrong());
                yield new Outcome.Changed();
            }
            case ImportResult.Done done -> {
                var file = done(sheet, sent, done, order.language());
                var kept = keep ? OptionalLong.of(new OutgoingFiles(db).add(file)) : OptionalLong.empty();
                var created = done.libraries().stream()
                        .filter(ImportResult.Imported::created)
                        .count();
                var wrong = done.leftOut().stream()
                        .map(ImportFinding::row)
                        .distinct()
                        .count();
                var existing = done.libraries().size() - created;
                sheets.done(sent.id(), (int) created, (int) existing, (int) wrong, kept, now);
                yield new Outcome.Done(
                        sheets.find(order.actor().personId(), sent.id()).orElseThrow(), Optional.of(file));
            }
        };
    }

    private OutgoingFile done(LibrarySheet sheet, SentSheet sent, ImportResult.Done done, Language language) {
        var words = texts.sheets(language);
        var outcomes = new HashMap<Integer, SheetWriter.Outcome>();
        for (var imported : done.libraries()) {
            var invited = new SheetWriter.Invited(
                    imported.code().link(botName), imported.code().shown());
            outcomes.put(
                    imported.row(),
                    new SheetWriter.Outcome(
                            Optional.of(invited), imported.created() ? words.isNew() : words.isExisting(), false));
        }
        addProblems(sheet, problems(done.leftOut(), language), words, outcomes);
        return new OutgoingFile(
                words.nameOfDone(sent.fileName()), WORKBOOK, SheetWriter.write(sheet, words, language, true, outcomes));
    }
}
