package id.laporpustaka.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.ApiRight;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.PersonLine;
import id.laporpustaka.web.openapi.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who reports and who coordinates, for programs: `GET /api/v1/people`. No more of a person than the pages
/// show, and of that only what tells who is to be asked. The field names are a promise and never change.
final class PeopleApi {
    private static final String KIND = "people";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonPage(List<PersonEntry> people, @Nullable String next) {}

    record PersonEntry(long id, String name, List<RoleEntry> roles, List<ReportsForEntry> reportsFor) {}

    /// @param libraries the names of single libraries, where the role is over these
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoleEntry(
            String role, @Nullable String region, @Nullable String regionName, List<String> libraries) {}

    record ReportsForEntry(long library, String libraryName, String role) {}

    private final Desk desk;

    PeopleApi(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Operation(
                        "people",
                        ApiRoutes.BASE + "/people",
                        ApiRight.PEOPLE.stored(),
                        List.of(ApiParameters.AFTER, ApiParameters.LIMIT, ApiParameters.FORMAT, ApiParameters.LANGUAGE),
                        PersonPage.class,
                        Optional.of("people"),
                        List.of(new Operation.Example("all", ApiRoutes.BASE + "/people"))),
                ApiRight.PEOPLE,
                this::list));
    }

    private Endpoint.Answer list(ApiRequest request) {
        Desk.mustDoSomewhere(request.visitor(), Action.SEE_PEOPLE);
        var most = request.limit(ApiParameters.USUAL);
        var after = request.after(KIND, "");
        request.check();
        var lines = new Directory(desk.db())
                .listPeopleAfter(Desk.scope(request.visitor(), Action.SEE_PEOPLE), after.position(), most);
        var next = lines.size() < most
                ? Optional.<String>empty()
                : Optional.of(request.next(after.at(lines.getLast().id())));
        var page = new PersonPage(lines.stream().map(PeopleApi::entry).toList(), next.orElse(null));
        return new Endpoint.Answer(page, next, List.of());
    }

    private static PersonEntry entry(PersonLine line) {
        return new PersonEntry(
                line.id(),
                line.name(),
                line.posts().stream()
                        .map(post -> new RoleEntry(
                                post.role().name(),
                                post.region().map(region -> region.code()).orElse(null),
                                post.region().map(region -> region.title()).orElse(null),
                                post.libraries()))
                        .toList(),
                line.reportsFor().stream()
                        .map(report -> new ReportsForEntry(
                                report.libraryId(),
                                report.libraryName(),
                                report.role().name()))
                        .toList());
    }
}
