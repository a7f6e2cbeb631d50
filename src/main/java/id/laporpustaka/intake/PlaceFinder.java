package id.laporpustaka.intake;

import id.laporpustaka.conversation.PlaceChoice;
import id.laporpustaka.conversation.SummaryAsk.Place;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.RegionSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/// Finds the region or library that somebody names in a question for a summary, among those that they may see. Only the
/// very name is taken; of several, or of similar ones, the person chooses.
final class PlaceFinder {
    private static final int LOOKED_AT = 40;
    private static final int OFFERED = 8;
    private static final Pattern LIBRARY = Pattern.compile("^(perpus(takaan)?|library|tbm)\\b.*");
    /// What the search for regions does not know; the level says it.
    private static final Pattern ENGLISH = Pattern.compile("^(?:village|district|regency|province) +");

    private static final List<Marked> MARKS = List.of(
            new Marked("desa|ds\\.?|kel\\.?|kelurahan|nagari|village", RegionLevel.VILLAGE),
            new Marked("kec\\.?|kecamatan|distrik|district", RegionLevel.DISTRICT),
            new Marked("kab\\.?|kabupaten|kota|regency", RegionLevel.REGENCY),
            new Marked("prov\\.?|provinsi|province", RegionLevel.PROVINCE));

    private final DSLContext db;
    private final Scope scope;
    private final String own;

    PlaceFinder(DSLContext db, Scope scope, String own) {
        this.db = db;
        this.scope = scope;
        this.own = own;
    }

    private record Marked(Pattern pattern, RegionLevel level) {
        Marked(String words, RegionLevel level) {
            this(Pattern.compile("^(?:" + words + ") +(.+)"), level);
        }
    }

    /// Either one of the two.
    ///
    /// @param place the only one that is called so
    record Found(Optional<Place> place, PlaceChoice choice) {}

    Found find(String typed, Instant now) {
        var marked = MARKS.stream()
                .filter(mark -> mark.pattern().matcher(typed).matches())
                .findFirst();
        var isLibrary = LIBRARY.matcher(typed).matches();
        var levels = isLibrary
                ? List.<RegionLevel>of()
                : marked.map(mark -> List.of(mark.level())).orElseGet(() -> List.of(RegionLevel.values()));
        var regions = new ArrayList<FoundRegion>();
        for (var level : levels) {
            regions.addAll(new RegionSearch(db)
                    .find(ENGLISH.matcher(typed).replaceFirst(""), level, near(), 0, LOOKED_AT)
                    .results());
        }
        var seen = regions.stream()
                .filter(found -> scope.includes(found.region().code()))
                .toList();
        var libraries = marked.isPresent() ? List.<LibraryLine>of() : libraries(typed, now);
        var places = new ArrayList<PlaceChoice.Found>();
        var name = bare(typed);
        seen.stream()
                .filter(found -> bare(found.region().title()).equals(name))
                .forEach(found -> places.add(choice(found)));
        libraries.stream()
                .filter(library -> isLibrary && plain(library.name()).equals(plain(typed)))
                .forEach(library -> places.add(choice(library)));
        if (places.size() == 1) {
            var only = places.getFirst();
            return new Found(placeOf(only.code()), new PlaceChoice(places, false, own));
        }
        if (places.isEmpty()) {
            seen.forEach(found -> places.add(choice(found)));
            libraries.forEach(library -> places.add(choice(library)));
        }
        var offered = places.subList(0, Math.min(places.size(), OFFERED));
        var elsewhere = places.isEmpty()
                && regions.stream()
                        .anyMatch(found -> bare(found.region().title()).equals(name));
        return new Found(Optional.empty(), new PlaceChoice(offered, elsewhere, own));
    }

    private List<LibraryLine> libraries(String typed, Instant now) {
        var words = typed.replaceFirst("^(perpus|library) ", "");
        return new Directory(db)
                .listLibraries(scope, LibraryFilter.ALL, words, 0, now)
                .rows();
    }

    private String near() {
        return scope instanceof Scope.Parts(var codes, var _) && !codes.isEmpty() ? codes.first() : "";
    }

    private static PlaceChoice.Found choice(FoundRegion found) {
        return new PlaceChoice.Found("r" + Long.toString(found.region().id(), Character.MAX_RADIX), found.title());
    }

    private static PlaceChoice.Found choice(LibraryLine library) {
        return new PlaceChoice.Found(
                "l" + Long.toString(library.id(), Character.MAX_RADIX),
                library.name() + ", " + library.region().title());
    }

    private static Optional<Place> placeOf(String code) {
        var id = Long.parseLong(code.substring(1), Character.MAX_RADIX);
        return Optional.of(code.startsWith("r") ? new Place.OfRegion(id) : new Place.OfLibrary(id));
    }

    /// A name without what the region is.
    private static String bare(String name) {
        var lower = name.toLowerCase(Locale.ROOT).strip();
        for (var mark : MARKS) {
            var matcher = mark.pattern().matcher(lower);
            if (matcher.matches()) {
                return plain(matcher.group(1));
            }
        }
        return plain(lower);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
