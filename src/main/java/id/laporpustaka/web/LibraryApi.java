package id.laporpustaka.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laporpustaka.export.feed.LibraryFeed;
import id.laporpustaka.export.feed.LibraryFeed.Row;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.ApiRight;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.web.openapi.Operation;
import id.laporpustaka.web.openapi.Parameter;
import id.laporpustaka.web.openapi.Parameter.Kind;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The register for programs: `GET /api/v1/libraries`. The field names are a promise and never change.
final class LibraryApi {
    private static final String KIND = "libraries";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LibraryPage(
            List<LibraryEntry> libraries, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LibraryEntry(
            long id,
            String name,
            String type,
            String scheme,
            @Nullable String npp,
            boolean active,
            @Nullable Long mergedInto,
            Place place,
            int reporters,
            @Nullable String lastReport) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            @Nullable Area village,
            @Nullable Area district,
            @Nullable Area regency,
            @Nullable Area province) {}

    record Area(String code, String name) {}

    private final Desk desk;

    LibraryApi(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        new Operation(
                                "libraries",
                                ApiRoutes.BASE + "/libraries",
                                ApiRight.LIBRARIES.stored(),
                                List.of(
                                        ApiParameters.REGION,
                                        ApiParameters.AFTER,
                                        ApiParameters.LIMIT,
                                        ApiParameters.FORMAT,
                                        ApiParameters.LANGUAGE),
                                LibraryPage.class,
                                Optional.of("libraries"),
                                List.of(new Operation.Example(
                                        "district", ApiRoutes.BASE + "/libraries?region=33.06.01&limit=100"))),
                        ApiRight.LIBRARIES,
                        request -> desk.read(
                                request.context(),
                                request.visitor().actor(),
                                from -> new LibraryApi(from).list(request))),
                new Endpoint(
                        new Operation(
                                "library",
                                ApiRoutes.BASE + "/libraries/{id}",
                                ApiRight.LIBRARIES.stored(),
                                List.of(
                                        Parameter.path("id", new Kind.Whole(1, Long.MAX_VALUE), "1"),
                                        ApiParameters.LANGUAGE),
                                LibraryEntry.class,
                                Optional.empty(),
                                List.of(new Operation.Example("one", ApiRoutes.BASE + "/libraries/1"))),
                        ApiRight.LIBRARIES,
                        this::one));
    }

    private Endpoint.Answer list(ApiRequest request) {
        var scope = Desk.scope(request.visitor(), Action.SEE_LIBRARIES);
        var region = request.region(new Regions(desk.db()));
        var most = request.limit(ApiParameters.USUAL);
        var after = request.after(KIND, "");
        request.check();
        region.ifPresent(request.visitor()::mustSee);
        var rows = new LibraryFeed(desk.db()).list(scope, region.map(Region::code), after.position(), most);
        var next = rows.size() < most
                ? Optional.<String>empty()
                : Optional.of(request.next(after.at(rows.getLast().id())));
        var page = new LibraryPage(rows.stream().map(LibraryApi::entry).toList(), next.orElse(null));
        return new Endpoint.Answer(page, next, List.of());
    }

    private Endpoint.Answer one(ApiRequest request) {
        request.check();
        return new LibraryFeed(desk.db())
                .find(Desk.scope(request.visitor(), Action.SEE_LIBRARIES), Desk.id(request.context(), "id"))
                .map(row -> Endpoint.Answer.of(entry(row)))
                .orElseThrow(Desk::notFound);
    }

    private static LibraryEntry entry(Row row) {
        var library = row.library();
        return new LibraryEntry(
                row.id(),
                library.name(),
                library.type().name(),
                row.scheme().name(),
                library.npp().orElse(null),
                row.active(),
                row.mergedInto().isPresent() ? (Long) row.mergedInto().getAsLong() : null,
                new Place(
                        area(library.places(), RegionLevel.VILLAGE),
                        area(library.places(), RegionLevel.DISTRICT),
                        area(library.places(), RegionLevel.REGENCY),
                        area(library.places(), RegionLevel.PROVINCE)),
                row.reporters(),
                row.last().map(day -> YearMonth.from(day).toString()).orElse(null));
    }

    private static @Nullable Area area(Map<RegionLevel, Region> places, RegionLevel level) {
        var region = places.get(level);
        return region == null ? null : new Area(region.code(), region.name());
    }
}
