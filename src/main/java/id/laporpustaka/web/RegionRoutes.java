package id.laporpustaka.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditFilter;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.AuditLog;
import id.laporpustaka.people.RegionKeeping;
import id.laporpustaka.place.RegionChanges;
import id.laporpustaka.place.RegionData;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.RegionLoader;
import id.laporpustaka.place.RegionReading;
import id.laporpustaka.place.RegionUpdate;
import id.laporpustaka.place.RegionUpdate.Kind;
import id.laporpustaka.place.RegionUpdate.Problem;
import id.laporpustaka.place.RegionUpload;
import id.laporpustaka.place.RegionUploads;
import id.laporpustaka.place.RegionVersion;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The region data: which version the database has, and the way to another one, which an admin looks at, decides
/// and applies.
final class RegionRoutes {
    static final String PATH = "/wilayah";

    /// Names of fields.
    static final String FILE = "file";

    static final String NAME = "name";

    private static final String VERSIONS = PATH + "/versi/";
    private static final String BUILT_IN = "bawaan";
    private static final String SOURCE = "source";
    private static final int LARGEST_FILE = 8 << 20;
    private static final ObjectMapper DETAILS = new ObjectMapper();

    /// A version that could be applied.
    private record Source(String name, RegionVersion version, LocalDate validFrom) {
        String address() {
            return VERSIONS + name;
        }
    }

    private final Desk desk;

    RegionRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.ADMIN, this::look);
        routes.guarded(HandlerType.POST, PATH, Access.ADMIN, this::upload);
        routes.guarded(HandlerType.GET, VERSIONS + "{" + SOURCE + "}", Access.ADMIN, this::preview);
        routes.guarded(HandlerType.POST, VERSIONS + "{" + SOURCE + "}", Access.ADMIN, this::apply);
    }

    private void look(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.MANAGE_REGIONS);
        var frame = desk.frame(context);
        desk.show(context, "regions.jte", frame, view(context, visitor, frame, "", "", ""));
    }

    private RegionView view(Context context, Visitor visitor, Frame frame, String problem, String name, String day) {
        var data = RegionData.read(desk.db());
        var changes = new AuditLog(desk.db())
                .list(
                        Desk.scope(visitor, Action.SEE_AUDIT),
                        AuditFilter.all().ofAction(AuditAction.REGIONS_CHANGED),
                        Desk.page(context, Desk.PAGE));
        return new RegionView(
                desk.notice(context, frame, visitor, AuditFilter.all()),
                data.present(),
                counts(frame),
                offers(frame, data),
                problem,
                name,
                day,
                changes.rows().stream().map(line -> change(frame, line)).toList(),
                Pager.of(changes, frame, PATH, Desk.PAGE));
    }

    private List<LibraryListView.Count> counts(Frame frame) {
        var counts = RegionData.countByLevel(desk.db());
        return Stream.of(RegionLevel.values())
                .map(level -> new LibraryListView.Count(
                        frame.text("regions.level." + level.name().toLowerCase(Locale.ROOT)),
                        frame.words().number(counts.getOrDefault(level, 0))))
                .toList();
    }

    private List<RegionView.Offer> offers(Frame frame, RegionData data) {
        var offers = new ArrayList<RegionView.Offer>();
        if (!data.hasHad(RegionLoader.VERSION)) {
            offers.add(new RegionView.Offer(
                    frame.text("regions.brought", RegionLoader.VERSION), frame.link(VERSIONS + BUILT_IN)));
        }
        new RegionUploads(desk.db())
                .findLast()
                .filter(upload -> !data.hasHad(upload.version()))
                .ifPresent(upload -> offers.add(new RegionView.Offer(
                        frame.text("regions.uploaded", upload.version()), frame.link(VERSIONS + upload.id()))));
        return offers;
    }

    private LibraryView.HistoryRow change(Frame frame, AuditLine line) {
        var details = details(line);
        return new LibraryView.HistoryRow(
                desk.date(frame, line.at()),
                new DirectoryWords(frame).history(line)
                        + ": "
                        + frame.text(
                                "regions.change",
                                details.path("from").asText().isEmpty()
                                        ? "–"
                                        : details.path("from").asText(),
                                details.path("to").asText(),
                                details.path("respelled").asInt(),
                                details.path("renamed").asInt(),
                                details.path("recoded").asInt(),
                                details.path("added").asInt(),
                                details.path("ended").asInt(),
                                details.path("libraries").asInt(),
                                details.path("assignments").asInt()
                                        + details.path("assignments_added").asInt()));
    }

    private static JsonNode details(AuditLine line) {
        try {
            return DETAILS.readTree(line.details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details of audit entry %d are no JSON".formatted(line.id()), e);
        }
    }

    // ---------------------------------------------------------------- another version

    private void upload(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.MANAGE_REGIONS);
        var frame = desk.frame(context);
        var name = Desk.typed(context, NAME);
        var day = Desk.typed(context, RegionDecisions.DAY);
        var zip = Uploads.find(context, FILE, LARGEST_FILE).orElseGet(() -> new byte[0]);
        var validFrom = RegionDecisions.findDay(day).filter(it -> !it.isAfter(today()));
        var problem = name.isEmpty() || validFrom.isEmpty() || zip.length == 0
                ? frame.text("regions.upload.incomplete")
                : problem(frame, name, zip);
        if (!problem.isEmpty() || validFrom.isEmpty()) {
            desk.refuse(context, "regions.jte", frame, view(context, visitor, frame, problem, name, day));
            return;
        }
        var id = new RegionUploads(desk.db()).keep(name, validFrom.get(), zip, desk.now());
        desk.goTo(context, VERSIONS + id);
    }

    private String problem(Frame frame, String name, byte[] zip) {
        if (RegionData.read(desk.db()).hasHad(name)) {
            return frame.text("regions.upload.known", name);
        }
        if (zip.length > LARGEST_FILE) {
            return frame.text("regions.fault.too_large");
        }
        return switch (RegionVersion.read(zip, name)) {
            case RegionReading.Accepted _ -> "";
            case RegionReading.Refused(var fault, var file, var row) -> {
                var words = frame.text("regions.fault." + fault.name().toLowerCase(Locale.ROOT), file);
                yield row == 0 ? words : frame.text("regions.fault.at", file, row, words);
            }
        };
    }

    private void preview(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.MANAGE_REGIONS);
        var source = findSource(context);
        if (source.isEmpty()) {
            desk.goTo(context, Notice.REGIONS_GONE.at(PATH));
        } else if (isApplied(source.get())) {
            desk.goTo(context, Notice.REGIONS_CHANGED_BEFORE.at(PATH));
        } else {
            var changes = new RegionChanges(desk.parts().database())
                    .preview(source.get().version());
            var frame = desk.frame(context);
            var decisions = RegionDecisions.none(changes.from(), source.get().validFrom());
            desk.show(
                    context,
                    "region_preview.jte",
                    frame,
                    new RegionPreviews(desk, frame, changes, source.get().version())
                            .view(source.get().address(), decisions, List.of(), ""));
        }
    }

    private Optional<Source> findSource(Context context) {
        var name = context.pathParam(SOURCE);
        return name.equals(BUILT_IN)
                ? Optional.of(new Source(name, RegionVersion.builtIn(), RegionLoader.VALID_FROM))
                : Desk.findId(name).flatMap(new RegionUploads(desk.db())::find).map(RegionRoutes::source);
    }

    private static Source source(RegionUpload upload) {
        return new Source(Long.toString(upload.id()), upload.read(), upload.validFrom());
    }

    private boolean isApplied(Source source) {
        return RegionData.read(desk.db()).hasHad(source.version().version());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(desk.now(), desk.settings().zone());
    }

    // ---------------------------------------------------------------- applying it

    private void apply(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.MANAGE_REGIONS);
        var source = findSource(context);
        if (source.isEmpty()) {
            desk.goTo(context, Notice.REGIONS_GONE.at(PATH));
        } else if (isApplied(source.get())) {
            desk.goTo(context, Notice.REGIONS_CHANGED_BEFORE.at(PATH));
        } else {
            apply(context, visitor, source.get());
        }
    }

    private void apply(Context context, Visitor visitor, Source source) {
        var frame = desk.frame(context);
        var changes = new RegionChanges(desk.parts().database()).preview(source.version());
        var decisions = RegionDecisions.typed(context, changes);
        var day = decisions.findDay(today());
        var previews = new RegionPreviews(desk, frame, changes, source.version());
        if (day.isEmpty()) {
            show(context, previews.view(source.address(), decisions, List.of(), frame.text("regions.day.wrong")));
            return;
        }
        var update = decisions.from().equals(changes.from())
                ? new RegionKeeping(desk.parts().database())
                        .apply(Desk.by(context, visitor), changes, decisions.successors(), day.get())
                : new RegionUpdate.Refused(List.of(new Problem(Kind.STALE, 0)));
        switch (update) {
            case RegionUpdate.Done _ -> desk.goTo(context, Notice.REGIONS_CHANGED.at(PATH));
            case RegionUpdate.AlreadyDone _ -> desk.goTo(context, Notice.REGIONS_CHANGED_BEFORE.at(PATH));
            case RegionUpdate.Refused(var problems) ->
                show(context, previews.view(source.address(), decisions, problems, ""));
        }
    }

    private void show(Context context, RegionPreviewView view) {
        desk.refuse(context, "region_preview.jte", desk.frame(context), view);
    }
}
