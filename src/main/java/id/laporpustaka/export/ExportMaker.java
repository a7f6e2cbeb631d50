package id.laporpustaka.export;

import static java.util.stream.Collectors.joining;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.ExportOrder;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.Reading;
import id.laporpustaka.export.recap.RecapSheets;
import id.laporpustaka.export.rows.ReportPhotos;
import id.laporpustaka.export.rows.ReportSheets;
import id.laporpustaka.export.rows.Selection;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.media.MediaStore;
import id.laporpustaka.summary.Period;
import id.laporpustaka.texts.ExportWords;
import id.laporpustaka.texts.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes what somebody has asked for, of what they may have at this moment.
public final class ExportMaker {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reading reading;
    private final FormCatalogue forms;
    private final Texts texts;
    private final MediaStore store;
    private final String publicUrl;
    private final SummaryPdf summaries;
    private final Clock clock;
    private final ZoneId zone;

    /// @param publicUrl what stands before the path of a file of a report, without a slash at the end
    /// @param zone in which the time of making is told
    public ExportMaker(
            Reading reading,
            FormCatalogue forms,
            Texts texts,
            MediaStore store,
            String publicUrl,
            Clock clock,
            ZoneId zone) {
        this.reading = reading;
        this.forms = forms;
        this.texts = texts;
        this.store = store;
        this.publicUrl = publicUrl;
        this.summaries = new SummaryPdf(forms, texts);
        this.clock = clock;
        this.zone = zone;
    }

    /// A file that has been written.
    ///
    /// @param name as people see it
    /// @param rows how many rows or files are in it
    /// @param madeFor whoever has it must be allowed to see all of this
    public record Made(String name, String contentType, int rows, Scope madeFor) {}

    /// Writes the file; empty if there is nothing to be put into it.
    ///
    /// @throws ExportProgress.Cancelled when told so by the progress
    public Optional<Made> make(Actor actor, ExportOrder order, ExportProgress progress, Path file) {
        return reading.read(actor.personId(), database -> make(database, actor, order, progress, file));
    }

    private Optional<Made> make(Database database, Actor actor, ExportOrder order, ExportProgress progress, Path file) {
        var scope = Permissions.scopeFor(actor, Action.EXPORT);
        var within = order.within()
                .map(chosen -> new Regions(database.context())
                        .findById(chosen.region())
                        .orElseThrow(() -> new IllegalStateException("There is no region " + chosen.region())));
        var words = texts.exports(order.language());
        var about = new ReportSheets.About(
                within.map(Region::title).orElseGet(() -> place(actor, scope, words)),
                role(actor, words),
                words.moment(LocalDateTime.ofInstant(clock.instant(), zone)));
        return write(
                        database,
                        new Selection(scope, order.from(), order.to(), within.map(Region::code)),
                        about,
                        order,
                        progress,
                        file)
                .map(written -> new Made(
                        name(words, order, within, written.ending()) + "." + written.extension(),
                        written.contentType(),
                        written.rows(),
                        content(scope, within)));
    }

    /// @param ending of the name, behind what it is called anyway
    private record Written(int rows, String ending, String extension, String contentType) {
        Written(int rows, String extension, String contentType) {
            this(rows, "", extension, contentType);
        }
    }

    private Optional<Written> write(
            Database database,
            Selection selection,
            ReportSheets.About about,
            ExportOrder order,
            ExportProgress progress,
            Path file) {
        var written = switch (order.kind()) {
            case ExportKind.Reports reports -> {
                var made = new ReportSheets(database, forms, texts, publicUrl)
                        .write(selection, reports, order.language(), about, progress, file);
                yield new Written(made.rows(), made.extension(), made.contentType());
            }
            case ExportKind.Fixed.PHOTOS -> {
                var made = new ReportPhotos(database, forms, texts, store)
                        .write(selection, order.language(), progress, file);
                yield new Written(
                        made.photos(),
                        made.complete() ? "" : texts.exports(order.language()).firstOnly(made.photos()),
                        "zip",
                        "application/zip");
            }
            case ExportKind.Fixed.SUMMARY ->
                new Written(print(database, selection, about, order, progress, file), "pdf", "application/pdf");
            case ExportKind.Fixed.IPLM, ExportKind.Fixed.SIM_TPBIS ->
                new Written(
                        new RecapSheets(database, forms, texts)
                                .write(
                                        selection,
                                        (ExportKind.Fixed) order.kind(),
                                        order.language(),
                                        about,
                                        progress,
                                        file),
                        "xlsx",
                        XLSX);
        };
        return Optional.of(written).filter(made -> made.rows() > 0);
    }

    /// How many reports the summary is of.
    private int print(
            Database database,
            Selection selection,
            ReportSheets.About about,
            ExportOrder order,
            ExportProgress progress,
            Path file) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var book = database.inSnapshot(db -> new SummaryBooks(db)
                .read(selection.scope(), selection.regionCode(), new Period(selection.from(), selection.to()), today));
        var reports = Math.toIntExact(book.whole().totals().reports());
        progress.begun(reports);
        if (reports > 0) {
            var made = texts.summaryBooks(order.language()).made(about.role(), about.made());
            try (var pdf = summaries.print(book, about.scope(), made, order.language());
                    var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                pdf.writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            progress.done(reports);
        }
        return reports;
    }

    private static String name(ExportWords words, ExportOrder order, Optional<Region> within, String ending) {
        var period = words.file(order.kind(), order.from(), order.to());
        var name = within.map(region -> period + " " + region.title().replaceAll("[/\\\\\\p{Cntrl}]", " "))
                .orElse(period);
        return ending.isEmpty() ? name : name + " " + ending;
    }

    private static Scope content(Scope scope, Optional<Region> within) {
        return within.map(Region::code)
                .filter(scope::includes)
                .map(Scope::ofRegion)
                .orElse(scope);
    }

    private static String place(Actor actor, Scope scope, ExportWords words) {
        return switch (scope) {
            case Scope.Everything() -> words.wholeCountry();
            case Scope.Parts(var _, var libraries) -> {
                var regions = actor.duties().stream()
                        .flatMap(duty -> duty.region().stream())
                        .map(Region::title)
                        .distinct();
                var single = switch (libraries.size()) {
                    case 0 -> Stream.<String>empty();
                    case 1 -> Stream.of(nameOf(actor, libraries).orElseGet(() -> words.libraries(1)));
                    default -> Stream.of(words.libraries(libraries.size()));
                };
                yield Stream.concat(regions, single).collect(joining(", "));
            }
        };
    }

    /// That of the one library that somebody reports for.
    private static Optional<String> nameOf(Actor actor, Set<Long> libraries) {
        return actor.reportsFor().stream()
                .filter(reporting -> libraries.contains(reporting.libraryId()))
                .map(Reporting::libraryName)
                .findFirst();
    }

    /// Roles only: a file that is handed on names nobody.
    private static String role(Actor actor, ExportWords words) {
        return actor.duties().isEmpty()
                ? words.reporter()
                : actor.duties().stream()
                        .map(duty -> words.role(duty.role()))
                        .distinct()
                        .collect(joining(", "));
    }
}
