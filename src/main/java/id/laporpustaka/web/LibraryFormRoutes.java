package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditFilter;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.AuditLog;
import id.laporpustaka.people.LibraryKeeping;
import id.laporpustaka.people.NewLibrary;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Npp;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.Scheme;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// Adds libraries and changes what is written about one. The place is looked for first, by a search whose state is
/// in the address; the form follows.
final class LibraryFormRoutes {
    static final String NEW = Desk.LIBRARIES + "/baru";
    static final String EDIT = "/ubah";

    /// Names of fields.
    static final String CONFIRMED = "confirmed";

    static final String READ = "read";

    private static final String TEMPLATE = "library_form.jte";
    private static final String WHOLE_FORM = "";
    private static final List<RegionLevel> LEVELS =
            List.of(RegionLevel.VILLAGE, RegionLevel.DISTRICT, RegionLevel.REGENCY, RegionLevel.PROVINCE);

    private final Desk desk;

    LibraryFormRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, NEW, Access.COORDINATOR, this::showNew);
        routes.guarded(HandlerType.POST, NEW, Access.COORDINATOR, this::add);
        routes.guarded(HandlerType.GET, Desk.LIBRARIES + "/{id}" + EDIT, Access.COORDINATOR, this::showEdit);
        routes.guarded(HandlerType.POST, Desk.LIBRARIES + "/{id}" + EDIT, Access.COORDINATOR, this::change);
    }

    private void showNew(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.ADD_LIBRARY);
        var frame = desk.frame(context);
        var form = new Form(frame, visitor, Action.ADD_LIBRARY, Optional.empty(), Desk.typed(context, Desk.SEARCH));
        var place = chosenPlace(context, form);
        desk.show(context, TEMPLATE, frame, form.view(new LibraryFields("", "", "", ""), place, Map.of(), List.of()));
    }

    private void add(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.ADD_LIBRARY);
        var frame = desk.frame(context);
        var form = new Form(frame, visitor, Action.ADD_LIBRARY, Optional.empty(), "");
        var place = chosenPlace(context, form).orElseThrow(Desk::notFound);
        var fields = LibraryFields.typed(context);
        var problems = problems(frame, fields, Optional.empty());
        var similar = problems.isEmpty() ? similar(place.region(), fields.name()) : List.<Library>of();
        if (!problems.isEmpty() || !confirms(context, similar)) {
            desk.refuse(context, TEMPLATE, frame, form.view(fields, Optional.of(place), problems, similar));
            return;
        }
        var id = new LibraryKeeping(desk.db()).add(Desk.by(context, visitor), fields.in(place.region()));
        desk.goTo(context, Notice.LIBRARY_ADDED.at(Desk.LIBRARIES + "/" + id));
    }

    /// @param changed empty for a new library
    private Map<String, String> problems(Frame frame, LibraryFields fields, Optional<Library> changed) {
        var problems = new HashMap<>(fields.problems(frame));
        Npp.find(fields.npp())
                .map(Npp::text)
                .filter(npp -> changed.flatMap(Library::npp).filter(npp::equals).isEmpty())
                .flatMap(npp -> new LibraryKeeping(desk.db())
                        .findHolder(npp, changed.map(Library::id).orElse(0L)))
                .ifPresent(holder ->
                        problems.put(LibraryFields.NPP, frame.text("library.npp.taken", Typed.harmless(holder))));
        return problems;
    }

    private List<Library> similar(Region region, String name) {
        return new Libraries(desk.db()).findSimilar(region.id(), name);
    }

    /// All that are similar now must be those of which the visitor has said that they are others.
    private static boolean confirms(Context context, List<Library> similar) {
        return similar.isEmpty() || ids(similar).equals(Desk.typed(context, CONFIRMED));
    }

    private static String ids(List<Library> libraries) {
        return libraries.stream()
                .map(Library::id)
                .sorted()
                .map(Object::toString)
                .collect(Collectors.joining("-"));
    }

    private void showEdit(Context context, Visitor visitor) {
        var found = toEdit(context, visitor);
        var frame = desk.frame(context);
        var form = new Form(frame, visitor, Action.EDIT_LIBRARY, Optional.of(found), Desk.typed(context, Desk.SEARCH));
        var place =
                Desk.typed(context, Desk.REGION).isEmpty() ? Optional.of(found.place()) : chosenPlace(context, form);
        desk.show(context, TEMPLATE, frame, form.view(LibraryFields.of(found.library()), place, Map.of(), List.of()));
    }

    private void change(Context context, Visitor visitor) {
        var found = toEdit(context, visitor);
        var frame = desk.frame(context);
        var form = new Form(frame, visitor, Action.EDIT_LIBRARY, Optional.of(found), "");
        var place = chosenPlace(context, form).orElseThrow(Desk::notFound);
        var fields = LibraryFields.typed(context);
        var problems = problems(frame, fields, Optional.of(found.library()));
        if (!problems.isEmpty()) {
            desk.refuse(context, TEMPLATE, frame, form.view(fields, Optional.of(place), problems, List.of()));
            return;
        }
        var read = LibraryFields.of(found.library()).in(found.library().region());
        var changed = fingerprint(read).equals(Desk.typed(context, READ))
                && new LibraryKeeping(desk.db())
                        .change(Desk.by(context, visitor), found.id(), read, fields.in(place.region()));
        if (changed) {
            desk.goTo(context, Notice.LIBRARY_CHANGED.at(found.address()));
        } else {
            var now = desk.library(context, visitor, Action.EDIT_LIBRARY);
            var again = new Form(frame, visitor, Action.EDIT_LIBRARY, Optional.of(now), "");
            var faster = Map.of(WHOLE_FORM, frame.text("library.changed_meanwhile", changedBy(visitor, now)));
            desk.refuse(
                    context,
                    TEMPLATE,
                    frame,
                    again.view(LibraryFields.of(now.library()), Optional.of(now.place()), faster, List.of()));
        }
    }

    private String changedBy(Visitor visitor, FoundLibrary found) {
        var filter = AuditFilter.all().ofLibrary(found.id()).ofAction(AuditAction.LIBRARY_CHANGED);
        return new AuditLog(desk.db())
                .list(Desk.scope(visitor, Action.SEE_HISTORY), filter, 0).rows().stream()
                        .findFirst()
                        .flatMap(AuditLine::byName)
                        .map(Typed::harmless)
                        .orElse("–");
    }

    /// One that was merged into another is not changed any more.
    private FoundLibrary toEdit(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.EDIT_LIBRARY);
        if (new LibraryKeeping(desk.db()).findMergedInto(found.id()).isPresent()) {
            throw Desk.notFound();
        }
        return found;
    }

    /// Present and where the visitor may; empty if none is named.
    private Optional<FoundRegion> chosenPlace(Context context, Form form) {
        var named = Desk.typed(context, Desk.REGION);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Desk.findId(named)
                .flatMap(id -> new Regions(desk.db()).findById(id))
                .filter(form::mayChoose)
                .map(desk::place)
                .orElseThrow(Desk::notFound));
    }

    /// Tells two states of a library apart; it need keep nothing secret.
    private static String fingerprint(NewLibrary library) {
        var checksum = new CRC32();
        checksum.update(library.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }

    /// One of the two forms: of the library that is changed, or of a new one if there is none.
    private final class Form {
        private final Frame frame;
        private final Visitor visitor;
        private final Action action;
        private final Optional<FoundLibrary> changed;
        private final String search;

        Form(Frame frame, Visitor visitor, Action action, Optional<FoundLibrary> changed, String search) {
            this.frame = frame;
            this.visitor = visitor;
            this.action = action;
            this.changed = changed;
            this.search = search;
        }

        /// A library that is changed may stay where it is.
        boolean mayChoose(Region region) {
            return Permissions.mayDo(visitor.actor(), action, region.code())
                    || changed.filter(it -> it.library().region().id() == region.id())
                            .isPresent();
        }

        LibraryFormView view(
                LibraryFields fields,
                Optional<FoundRegion> place,
                Map<String, String> problems,
                List<Library> similar) {
            var words = new DirectoryWords(frame);
            var here = changed.map(it -> it.address() + EDIT).orElse(NEW);
            var places = new PlaceSearch(desk)
                    .find(search, LEVELS, Desk.scope(visitor, action), this::mayChoose).stream()
                            .map(found -> new LibraryFormView.Place(
                                    found.title(),
                                    frame.link(Addresses.with(
                                            here,
                                            Desk.REGION,
                                            Long.toString(found.region().id())))))
                            .toList();
            return new LibraryFormView(
                    changed.map(it -> frame.text("library.edit.title")).orElseGet(() -> frame.text("library.new")),
                    frame.link(here),
                    here,
                    frame.link(changed.map(FoundLibrary::address).orElse(Desk.LIBRARIES)),
                    search,
                    places,
                    !search.isEmpty() && places.isEmpty() ? frame.text("place.none", search) : "",
                    place.map(FoundRegion::title).orElse(""),
                    place.map(it -> Long.toString(it.region().id())).orElse(""),
                    Typed.harmless(fields.name()),
                    Arrays.stream(LibraryType.values())
                            .map(type -> new LibraryFormView.Option(
                                    type.name(), words.type(type), type.name().equals(fields.type())))
                            .toList(),
                    Arrays.stream(Scheme.values())
                            .map(scheme -> new LibraryFormView.Option(
                                    scheme.name(),
                                    words.scheme(scheme),
                                    scheme.name().equals(fields.scheme())))
                            .toList(),
                    fields.npp(),
                    problems,
                    similar.stream()
                            .map(library -> new LibraryFormView.Place(
                                    Typed.harmless(library.name()), frame.link(Desk.LIBRARIES + "/" + library.id())))
                            .toList(),
                    ids(similar),
                    changed.map(it -> fingerprint(LibraryFields.of(it.library())
                                    .in(it.library().region())))
                            .orElse(""));
        }
    }
}
