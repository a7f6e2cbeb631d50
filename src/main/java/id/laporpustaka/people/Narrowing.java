package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static org.jooq.impl.DSL.any;

import id.laporpustaka.place.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// A person with less than their rights: those that they have within one region.
public final class Narrowing {
    private final DSLContext db;

    public Narrowing(DSLContext db) {
        this.db = db;
    }

    /// The same person, for whom there is nothing outside of the region.
    public Actor within(Actor actor, Region region) {
        var asked = new HashSet<Long>();
        actor.duties().forEach(duty -> asked.addAll(duty.libraries()));
        actor.reportsFor().forEach(reporting -> asked.add(reporting.libraryId()));
        var inside = asked.isEmpty() ? Set.<Long>of() : inside(asked, region);
        return new Actor(
                actor.personId(),
                actor.telegramId(),
                actor.name(),
                actor.language(),
                actor.consented(),
                actor.reportsFor().stream()
                        .filter(reporting -> inside.contains(reporting.libraryId()))
                        .toList(),
                actor.duties().stream()
                        .flatMap(duty -> cut(duty, region, inside).stream())
                        .toList());
    }

    private static Optional<Duty> cut(Duty duty, Region region, Set<Long> inside) {
        if (!duty.libraries().isEmpty()) {
            var kept = new HashSet<>(duty.libraries());
            kept.retainAll(inside);
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Duty(duty.role(), Optional.empty(), kept));
        }
        if (duty.region().isEmpty()) {
            return duty.role().isNationwide()
                    ? Optional.of(new Duty(duty.role(), Optional.of(region), Set.of()))
                    : Optional.empty();
        }
        var own = duty.region().get();
        if (Scope.lies(own.code(), region.code())) {
            return Optional.of(duty);
        }
        return Scope.lies(region.code(), own.code())
                ? Optional.of(new Duty(duty.role(), Optional.of(region), Set.of()))
                : Optional.empty();
    }

    private Set<Long> inside(Set<Long> libraries, Region region) {
        List<Long> found = db.select(LIBRARY.ID)
                .from(LIBRARY)
                .where(LIBRARY.ID.eq(any(libraries.toArray(Long[]::new))))
                .and(ScopeCondition.liesIn(region.code()))
                .fetch(LIBRARY.ID);
        return Set.copyOf(found);
    }
}
