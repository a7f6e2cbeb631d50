package id.laporpustaka.intake;

import id.laporpustaka.conversation.ExportOrder.Within;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.export.ExportRegions;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Of which regions somebody may have reports as a file.
final class ExportRegionSearch {
    private final DSLContext db;

    ExportRegionSearch(DSLContext db) {
        this.db = db;
    }

    List<Within> list(Lookup.ExportRegions wanted) {
        var regions = of(wanted.personId());
        if (!wanted.typed().isBlank()) {
            return regions.find(wanted.typed()).stream()
                    .map(found -> new Within(found.region().id(), found.title()))
                    .toList();
        }
        var parts = wanted.in() > 0 ? regions.listParts(wanted.in()) : regions.listLargest();
        return parts.stream().map(ExportRegionSearch::within).toList();
    }

    Optional<Within> find(Lookup.ExportRegion wanted) {
        return of(wanted.personId()).findById(wanted.region()).map(ExportRegionSearch::within);
    }

    private static Within within(Region region) {
        return new Within(region.id(), region.title());
    }

    private ExportRegions of(long personId) {
        var scope = new People(db)
                .findActor(personId)
                .map(actor -> Permissions.scopeFor(actor, Action.EXPORT))
                .orElseGet(Scope::nothing);
        return new ExportRegions(db, scope);
    }
}
