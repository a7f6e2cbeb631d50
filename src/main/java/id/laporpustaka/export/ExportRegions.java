package id.laporpustaka.export;

import id.laporpustaka.people.Scope;
import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.RegionSearch;
import id.laporpustaka.place.Regions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

/// The regions of a scope that a file can be narrowed to.
public final class ExportRegions {
    /// As many as a province has kabupaten and kota, or a kabupaten has kecamatan.
    private static final int MOST = 40;

    private static final int MOST_FOUND = 8;

    private final DSLContext db;
    private final Scope scope;

    public ExportRegions(DSLContext db, Scope scope) {
        this.db = db;
        this.scope = scope;
    }

    /// The parts of the scope; of a scope that is one region, what lies right in it.
    public List<Region> listLargest() {
        var regions = new Regions(db);
        return switch (scope) {
            case Scope.Everything() -> regions.listProvinces();
            case Scope.Parts(var codes, var _) -> {
                var own = codes.stream()
                        .flatMap(code -> regions.findByCode(code).stream())
                        .toList();
                yield own.size() == 1
                        ? listParts(own.getFirst().id())
                        : own.stream().limit(MOST).toList();
            }
        };
    }

    /// What lies right in a region.
    public List<Region> listParts(long region) {
        return new Regions(db)
                .listChildren(region).stream()
                        .filter(part -> scope.includes(part.code()))
                        .limit(MOST)
                        .toList();
    }

    /// By their name, as it was typed; few, the largest first.
    public List<FoundRegion> find(String typed) {
        var search = new RegionSearch(db);
        var found = Arrays.stream(RegionLevel.values())
                .flatMap(level -> search.find(typed, level, 0, MOST_FOUND).results().stream())
                .filter(place -> scope.includes(place.region().code()))
                .toList();
        var named =
                found.stream().filter(place -> isNamed(place.region(), typed)).toList();
        return (named.isEmpty() ? found : named).stream().limit(MOST_FOUND).toList();
    }

    /// Rather than something that lies in a place of that name.
    private static boolean isNamed(Region region, String typed) {
        var name = region.name().replaceFirst("^(Kabupaten|Kota( Adm\\.)?) ", "");
        return typed.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    public Optional<Region> findById(long region) {
        return new Regions(db).findById(region).filter(found -> scope.includes(found.code()));
    }
}
