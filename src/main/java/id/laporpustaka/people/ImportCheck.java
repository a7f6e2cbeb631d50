package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Npp;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Scheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Checks the rows of a sheet of libraries: all of them, and each for everything that can be wrong with it.
final class ImportCheck {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 120;

    private final DSLContext db;
    private final Scope scope;
    private final List<ImportFinding> findings = new ArrayList<>();

    ImportCheck(DSLContext db, Scope scope) {
        this.db = db;
        this.scope = scope;
    }

    /// A row with nothing wrong.
    ///
    /// @param existing the library, if it is there already
    record Good(
            int row,
            String name,
            Region region,
            LibraryType type,
            Scheme scheme,
            Optional<String> npp,
            int reporters,
            OptionalLong existing) {}

    record Checked(List<Good> good, List<ImportFinding> findings) {}

    private record Place(long regionId, String name) {}

    private record Known(long id, String name, boolean active) {}

    /// @param located where each of the rows is
    Checked check(List<ImportRow> rows, List<ImportRegions.Located> located) {
        var known = findKnown(located);
        var holders = findHolders(rows);
        var places = new HashMap<Place, Integer>();
        var npps = new HashMap<String, Integer>();
        var good = new ArrayList<Good>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var before = findings.size();
            var name = readName(row);
            var type = ImportWords.readType(row.type());
            var scheme = ImportWords.readScheme(row.scheme());
            var npp = readNpp(row);
            var reporters = readReporters(row);
            if (type.isEmpty()) {
                find(row, new ImportProblem.UnknownType(row.type().strip()));
            }
            if (scheme.isEmpty()) {
                find(row, new ImportProblem.UnknownScheme(row.scheme().strip()));
            }
            var region = readRegion(row, located.get(i), type);
            var existing = region.flatMap(at -> findExisting(row, new Place(at.id(), RegionNames.squash(name)), known));
            npp.ifPresent(number -> checkHolder(row, number, existing, holders));
            region.ifPresent(at ->
                    findDouble(row, places.putIfAbsent(new Place(at.id(), RegionNames.squash(name)), row.number())));
            npp.ifPresent(number -> findDouble(row, npps.putIfAbsent(number, row.number())));
            if (findings.size() == before) {
                good.add(new Good(
                        row.number(),
                        name,
                        region.orElseThrow(),
                        type.orElseThrow(),
                        scheme.orElseThrow(),
                        npp,
                        reporters.orElseThrow(),
                        existing.map(library -> OptionalLong.of(library.id())).orElseGet(OptionalLong::empty)));
            }
        }
        return new Checked(good, findings);
    }

    private void find(ImportRow row, ImportProblem problem) {
        findings.add(new ImportFinding(row.number(), problem));
    }

    private String readName(ImportRow row) {
        var name = row.name().strip().replaceAll("\\s+", " ");
        if (name.length() < SHORTEST || RegionNames.squash(name).isEmpty()) {
            find(row, new ImportProblem.NameTooShort(name));
        } else if (name.length() > LONGEST) {
            find(row, new ImportProblem.NameTooLong(name));
        }
        return name;
    }

    private Optional<String> readNpp(ImportRow row) {
        if (row.npp().isBlank()) {
            return Optional.empty();
        }
        var npp = Npp.find(row.npp());
        if (npp.isEmpty()) {
            find(row, new ImportProblem.BadNpp(row.npp().strip()));
        }
        return npp.map(Npp::text);
    }

    private OptionalInt readReporters(ImportRow row) {
        var text = row.reporters().strip();
        if (text.isEmpty()) {
            return OptionalInt.of(LibraryImport.USUAL_REPORTERS);
        }
        var number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > Invites.MOST_USES) {
            find(row, new ImportProblem.BadReporters(text));
            return OptionalInt.empty();
        }
        return OptionalInt.of(number);
    }

    private Optional<Region> readRegion(ImportRow row, ImportRegions.Located located, Optional<LibraryType> type) {
        return switch (located) {
            case ImportRegions.Located.Nowhere(var problem) -> {
                find(row, problem);
                yield Optional.empty();
            }
            case ImportRegions.Located.At(var region) -> {
                if (!scope.includes(region.code())) {
                    find(row, new ImportProblem.OutsideScope(region));
                }
                type.map(ImportWords::placeOf)
                        .filter(wanted -> region.level().compareTo(wanted) < 0)
                        .ifPresent(wanted -> find(row, new ImportProblem.RegionTooLarge(region, wanted)));
                yield Optional.of(region);
            }
        };
    }

    private Optional<Known> findExisting(ImportRow row, Place place, Map<Place, Known> known) {
        var existing = Optional.ofNullable(known.get(place));
        existing.filter(library -> !library.active())
                .ifPresent(library -> find(row, new ImportProblem.Inactive(library.id(), library.name())));
        return existing;
    }

    private void checkHolder(ImportRow row, String npp, Optional<Known> existing, Map<String, List<Known>> holders) {
        var others = holders.getOrDefault(npp, List.of()).stream()
                .filter(holder -> existing.isEmpty() || existing.get().id() != holder.id())
                .findFirst();
        others.ifPresent(holder -> find(row, new ImportProblem.NppTaken(npp, holder.name())));
    }

    private void findDouble(ImportRow row, @Nullable Integer earlier) {
        if (earlier != null) {
            var problem = new ImportFinding(row.number(), new ImportProblem.DoubleInSheet(earlier));
            if (!findings.contains(problem)) {
                findings.add(problem);
            }
        }
    }

    /// The libraries of all regions of the sheet. One that was merged stands for the one that was kept.
    private Map<Place, Known> findKnown(List<ImportRegions.Located> located) {
        var regions = located.stream()
                .filter(ImportRegions.Located.At.class::isInstance)
                .map(at -> ((ImportRegions.Located.At) at).region().id())
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        var kept = LIBRARY.as("kept");
        var known = new HashMap<Place, Known>();
        db.select(LIBRARY.REGION_ID, LIBRARY.NAME, kept.ID, kept.ACTIVE)
                .from(LIBRARY)
                .join(kept)
                .on(kept.ID.eq(coalesce(LIBRARY.MERGED_INTO, LIBRARY.ID)))
                .where(LIBRARY.REGION_ID.eq(any(regions)))
                .orderBy(kept.ACTIVE, LIBRARY.ID.desc())
                .forEach(row -> known.put(
                        new Place(row.value1(), RegionNames.squash(row.value2())),
                        new Known(row.value3(), row.value2(), row.value4())));
        return known;
    }

    private Map<String, List<Known>> findHolders(List<ImportRow> rows) {
        var npps = rows.stream()
                .flatMap(row -> Npp.find(row.npp()).stream())
                .map(Npp::text)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        return npps.length == 0
                ? Map.of()
                : db.select(LIBRARY.NPP, LIBRARY.ID, LIBRARY.NAME, LIBRARY.ACTIVE)
                        .from(LIBRARY)
                        .where(LIBRARY.NPP.eq(any(npps)))
                        .and(LIBRARY.MERGED_INTO.isNull())
                        .orderBy(LIBRARY.ID)
                        .fetchGroups(row -> row.value1(), row -> new Known(row.value2(), row.value3(), row.value4()));
    }
}
