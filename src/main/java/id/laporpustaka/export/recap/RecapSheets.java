package id.laporpustaka.export.recap;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.Database;
import id.laporpustaka.export.ExportProgress;
import id.laporpustaka.export.rows.ReportSheets.About;
import id.laporpustaka.export.rows.Selection;
import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Language;
import id.laporpustaka.texts.RecapWords;
import id.laporpustaka.texts.RecapWords.Figure;
import id.laporpustaka.texts.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Writes the figures of a selection as they were at one moment: in all, by library, and by month.
///
/// The index of literacy (IPLM) asks for the indicators of the dimension of performance, in the order of article 15 of
/// the National Library's regulation 7/2025 (pasal.id, perban/perpusnas-no-7-tahun-2025); what reports do not tell
/// stays an empty cell to be filled in. SIM TPBIS heads its totals by the programme's strategies: engagement of the
/// community, advocacy, and improvement of information services, beside publications.
public final class RecapSheets {
    /// Of the indicators, those that a report can tell and those that it can't.
    private static final List<Figure> OF_IPLM = List.of(
            Figure.PARTICIPANTS,
            Figure.USERS,
            Figure.ICT_USERS,
            Figure.LOANS,
            Figure.DIGITAL_USES,
            Figure.ENGAGEMENTS,
            Figure.AGREEMENTS,
            Figure.SERVICES,
            Figure.POLICIES);

    /// What helps to check them.
    private static final List<Figure> BESIDE_IPLM =
            List.of(Figure.WITH_PARTNERS, Figure.VISITS, Figure.ONLINE_USERS, Figure.STATISTICS);

    private static final List<Figure> STRATEGIES_OF_SIM = List.of(
            Figure.ENGAGEMENTS,
            Figure.SESSIONS,
            Figure.MALE,
            Figure.FEMALE,
            Figure.PARTICIPANTS,
            Figure.DISABLED,
            Figure.ADVOCACIES,
            Figure.AGREEMENTS);
    private static final List<Figure> REST_OF_SIM =
            List.of(Figure.IMPROVEMENTS, Figure.PUBLICATIONS, Figure.POSTS, Figure.STORIES, Figure.VISITS);

    private static final int MONTHS_OF_YEAR = 12;
    private static final int BUFFER = 1 << 16;

    private final Database database;
    private final FormCatalogue forms;
    private final Texts texts;

    public RecapSheets(Database database, FormCatalogue forms, Texts texts) {
        this.database = database;
        this.forms = forms;
        this.texts = texts;
    }

    /// Writes a workbook; without any report there is none.
    ///
    /// @return how many libraries are in it
    /// @throws ExportProgress.Cancelled when told so by the progress
    public int write(
            Selection selection,
            ExportKind.Fixed kind,
            Language language,
            About about,
            ExportProgress progress,
            Path file) {
        return database.inSnapshot(db -> {
            try {
                return write(db, selection, kind, texts.recaps(language), about, progress, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private int write(
            DSLContext db,
            Selection selection,
            ExportKind.Fixed kind,
            RecapWords words,
            About about,
            ExportProgress progress,
            Path file)
            throws IOException {
        var query = new RecapQuery(db, selection);
        var reports = query.countByForm();
        if (reports.isEmpty()) {
            return 0;
        }
        var libraries = query.countLibraries();
        progress.begun(libraries);
        var columns = columns(kind, words);
        var questions = QuestionNames.read(db, forms);
        var once = new Sums(columns, new RecapFields(questions, true));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                var book = new RecapBook(out, words)) {
            var overview = book.begin(words.nameOfOverview());
            var complete =
                    libraries(book, query, new Sums(columns, new RecapFields(questions, false)), words, progress);
            if (kind == ExportKind.Fixed.SIM_TPBIS) {
                months(book, query, once, words);
            }
            var totals = once.spread(query.totals(once.fields()));
            book.overview(
                    overview,
                    title(kind, selection, words),
                    List.of(
                            List.of(words.period(), words.period(selection.from(), selection.to())),
                            List.of(words.place(), about.scope()),
                            List.of(words.role(), about.role()),
                            List.of(words.made(), about.made())),
                    lines(kind, columns, totals, reports.keySet(), words),
                    notes(kind, complete, libraries, words));
        }
        return libraries;
    }

    private List<RecapColumn> columns(ExportKind.Fixed kind, RecapWords words) {
        if (kind == ExportKind.Fixed.IPLM) {
            return Stream.concat(OF_IPLM.stream(), BESIDE_IPLM.stream())
                    .map(figure -> RecapColumn.of(figure, words))
                    .toList();
        }
        return Stream.of(
                        STRATEGIES_OF_SIM.stream().map(figure -> RecapColumn.of(figure, words)),
                        kindsOfRegulations().map(regulation -> RecapColumn.ofRegulations(regulation, words)),
                        REST_OF_SIM.stream().map(figure -> RecapColumn.of(figure, words)))
                .flatMap(columns -> columns)
                .toList();
    }

    private Stream<Choice> kindsOfRegulations() {
        return forms.findCurrent(RecapFields.ADVOCACY).stream()
                .flatMap(form -> form.questions().stream())
                .filter(question ->
                        question.indicator().filter("regulation"::equals).isPresent())
                .flatMap(question -> question.choices().stream());
    }

    /// The columns that reports tell, as fields of one query.
    private record Sums(List<RecapColumn> columns, RecapFields of) {
        List<Field<BigDecimal>> fields() {
            return columns.stream()
                    .flatMap(column -> column.sum().apply(of).stream())
                    .toList();
        }

        /// What has been found, with gaps for the other columns.
        List<OptionalLong> spread(List<BigDecimal> found) {
            var next = found.iterator();
            return columns.stream()
                    .map(column -> column.sum().apply(of).isPresent()
                            ? OptionalLong.of(next.next().longValue())
                            : OptionalLong.empty())
                    .toList();
        }
    }

    /// How many libraries have sent their statistics for all months of the year.
    private static int libraries(RecapBook book, RecapQuery query, Sums each, RecapWords words, ExportProgress progress)
            throws IOException {
        var sheet = book.begin(words.nameOfLibraries());
        book.headings(sheet, book.headingsOfLibrary(), each.columns());
        var statistics = IntStream.range(0, each.columns().size())
                .filter(place -> each.columns().get(place).figure().equals(Optional.of(Figure.STATISTICS)))
                .findFirst();
        var complete = new AtomicInteger();
        query.forEachLibrary(each.fields(), (library, found) -> {
            var numbers = each.spread(found);
            if (statistics.isPresent() && numbers.get(statistics.getAsInt()).orElse(0) >= MONTHS_OF_YEAR) {
                complete.incrementAndGet();
            }
            book.row(sheet, book.cellsOf(library), numbers);
            progress.done(1);
        });
        book.end(sheet);
        return complete.get();
    }

    private static void months(RecapBook book, RecapQuery query, Sums once, RecapWords words) throws IOException {
        var sheet = book.begin(words.nameOfMonths());
        book.headings(sheet, List.of(words.headingOfMonth()), once.columns());
        for (var month : query.byMonth(once.fields()).entrySet()) {
            book.row(sheet, List.of(words.month(month.getKey())), once.spread(month.getValue()));
        }
        book.end(sheet);
    }

    private static String title(ExportKind.Fixed kind, Selection selection, RecapWords words) {
        return kind == ExportKind.Fixed.IPLM ? words.iplmTitle(selection.to().getYear()) : words.simTitle();
    }

    private List<RecapBook.Line> lines(
            ExportKind.Fixed kind,
            List<RecapColumn> columns,
            List<OptionalLong> totals,
            Set<String> reported,
            RecapWords words) {
        return IntStream.range(0, columns.size())
                .mapToObj(place -> {
                    var column = columns.get(place);
                    var form = RecapFields.form(column.figure());
                    if (form.isEmpty()) {
                        return new RecapBook.Line(column.heading(), OptionalLong.empty(), words.notCollected());
                    }
                    var title = forms.findCurrent(form.get())
                            .map(of -> of.title().in(words.language()))
                            .orElse(form.get());
                    return kind == ExportKind.Fixed.IPLM && !reported.contains(form.get())
                            ? new RecapBook.Line(column.heading(), OptionalLong.empty(), words.noneOf(title))
                            : new RecapBook.Line(column.heading(), totals.get(place), words.source(title));
                })
                .toList();
    }

    private static List<String> notes(ExportKind.Fixed kind, int complete, int libraries, RecapWords words) {
        var notes = new ArrayList<String>();
        notes.add(kind == ExportKind.Fixed.IPLM ? words.iplmSource() : words.simSource());
        if (kind == ExportKind.Fixed.IPLM) {
            notes.add(words.statisticsHint(complete, libraries));
        }
        notes.add(words.sharedOnce());
        notes.add(words.leftOut());
        return notes;
    }
}
