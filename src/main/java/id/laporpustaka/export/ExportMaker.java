package id.laporpustaka.export;

import static java.util.stream.Collectors.joining;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.ExportOrder;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.Database;
import id.laporpustaka.export.rows.ReportSheets;
import id.laporpustaka.export.rows.Selection;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.texts.ExportWords;
import id.laporpustaka.texts.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes what somebody has asked for, of what they may have at this moment.
public final class ExportMaker {
    private final Database database;
    private final Texts texts;
    private final ReportSheets sheets;
    private final Clock clock;
    private final ZoneId zone;

    /// @param publicUrl what stands before the path of a file of a report, without a slash at the end
    /// @param zone in which the time of making is told
    public ExportMaker(
            Database database, FormCatalogue forms, Texts texts, String publicUrl, Clock clock, ZoneId zone) {
        this.database = database;
        this.texts = texts;
        this.sheets = new ReportSheets(database, forms, texts, publicUrl);
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
        var scope = Permissions.scopeFor(actor, Action.EXPORT);
        var within = order.within()
                .map(chosen -> new Regions(database.context())
                        .findById(chosen.region())
                        .orElseThrow(() -> new IllegalStateException("There is no region " + chosen.region())));
        return switch (order.kind()) {
            case ExportKind.Reports reports -> make(actor, scope, within, order, reports, progress, file);
        };
    }

    private Optional<Made> make(
            Actor actor,
            Scope scope,
            Optional<Region> within,
            ExportOrder order,
            ExportKind.Reports reports,
            ExportProgress progress,
            Path file) {
        var words = texts.exports(order.language());
        var place = within.map(Region::title).orElseGet(() -> place(actor, scope, words));
        var written = sheets.write(
                new Selection(scope, order.from(), order.to(), within.map(Region::code)),
                reports,
                order.language(),
                new ReportSheets.About(
                        place, role(actor, words), words.moment(LocalDateTime.ofInstant(clock.instant(), zone))),
                progress,
                file);
        return written.rows() == 0
                ? Optional.empty()
                : Optional.of(new Made(
                        name(words, order, within) + "." + written.extension(),
                        written.contentType(),
                        written.rows(),
                        content(scope, within)));
    }

    private static String name(ExportWords words, ExportOrder order, Optional<Region> within) {
        var period = words.file(order.from(), order.to());
        return within.map(region -> period + " " + region.title().replaceAll("[/\\\\\\p{Cntrl}]", " "))
                .orElse(period);
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
                var single =
                        libraries.isEmpty() ? Stream.<String>empty() : Stream.of(words.libraries(libraries.size()));
                yield Stream.concat(regions, single).collect(joining(", "));
            }
        };
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
