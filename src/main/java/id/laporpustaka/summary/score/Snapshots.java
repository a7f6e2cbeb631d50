package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SCORE_FREEZE;
import static id.laporpustaka.db.generated.Tables.SCORE_SNAPSHOT;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.Deadlines;
import id.laporpustaka.submission.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The scores of past years, frozen for awards once the corrections of their last quarter are over.
///
/// Who may see a frozen score is decided by where the library is now; what is shown of it is as it was.
public final class Snapshots {
    /// The last of the country's clocks to reach a day.
    private static final ZoneId LAST_CLOCK = ZoneId.of("Asia/Jakarta");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 1_000;

    private final DSLContext db;

    public Snapshots(DSLContext db) {
        this.db = db;
    }

    /// Freezes the last year whose corrections are over, once; a year without reports is left. Safe to be called by
    /// several processes at once.
    ///
    /// @return the year that was frozen now
    public Optional<Integer> freezeDue(Instant now) {
        var today = LocalDate.ofInstant(now, LAST_CLOCK);
        var year = today.getYear() - 1;
        if (!today.isAfter(Deadlines.ofYear(year)) || isFrozen(year) || !hasReports(year)) {
            return Optional.empty();
        }
        return db.transactionResult(tx -> new Snapshots(tx.dsl()).freeze(year, now));
    }

    private boolean isFrozen(int year) {
        return db.fetchExists(SCORE_FREEZE, SCORE_FREEZE.YEAR.eq(year));
    }

    private boolean hasReports(int year) {
        return db.fetchExists(
                SUBMISSION,
                SUBMISSION
                        .STATUS
                        .in(Status.scored().stream()
                                .map(status -> inline(status.stored()))
                                .toList())
                        .and(SUBMISSION.DATE_START.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))));
    }

    /// The first process to write the year's row does it; another one waits for it and then has nothing to do.
    private Optional<Integer> freeze(int year, Instant now) {
        var version = new Rulebook(db).inForce(year);
        var isFirst = db.insertInto(SCORE_FREEZE)
                        .set(SCORE_FREEZE.YEAR, year)
                        .set(SCORE_FREEZE.VERSION_ID, version.id())
                        .set(SCORE_FREEZE.FROZEN_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
        if (!isFirst) {
            return Optional.empty();
        }
        var today = LocalDate.ofInstant(now, LAST_CLOCK);
        var libraries = new Scores(db)
                .list(new Scope.Everything(), Optional.empty(), version.rules(), ScorePeriod.ofYear(year), today);
        var regions = regionsOf(libraries);
        for (var first = 0; first < libraries.size(); first += BATCH) {
            var rows = libraries.subList(first, Math.min(first + BATCH, libraries.size())).stream()
                    .map(library -> DSL.row(
                            year,
                            library.libraryId(),
                            library.name(),
                            library.figures().type().name(),
                            code(library.regionCode(), RegionLevel.PROVINCE),
                            name(regions, library.regionCode(), RegionLevel.PROVINCE),
                            code(library.regionCode(), RegionLevel.REGENCY),
                            name(regions, library.regionCode(), RegionLevel.REGENCY),
                            library.regionCode(),
                            Optional.ofNullable(regions.get(library.regionCode()))
                                    .map(Region::title)
                                    .orElse(""),
                            library.joined(),
                            library.lastReport().orElse(null),
                            (short) library.figures().months(),
                            library.figures().reports(),
                            figures(library.figures()),
                            Score.of(version.rules(), library.figures()).points(),
                            Score.of(version.rules(), library.figures())
                                    .colour()
                                    .name()))
                    .toList();
            db.insertInto(SCORE_SNAPSHOT)
                    .columns(
                            SCORE_SNAPSHOT.YEAR,
                            SCORE_SNAPSHOT.LIBRARY_ID,
                            SCORE_SNAPSHOT.LIBRARY_NAME,
                            SCORE_SNAPSHOT.LIBRARY_TYPE,
                            SCORE_SNAPSHOT.PROVINCE_CODE,
                            SCORE_SNAPSHOT.PROVINCE_NAME,
                            SCORE_SNAPSHOT.REGENCY_CODE,
                            SCORE_SNAPSHOT.REGENCY_NAME,
                            SCORE_SNAPSHOT.PLACE_CODE,
                            SCORE_SNAPSHOT.PLACE_NAME,
                            SCORE_SNAPSHOT.JOINED,
                            SCORE_SNAPSHOT.LAST_REPORT,
                            SCORE_SNAPSHOT.MONTHS,
                            SCORE_SNAPSHOT.REPORTS,
                            SCORE_SNAPSHOT.FIGURES,
                            SCORE_SNAPSHOT.SCORE,
                            SCORE_SNAPSHOT.COLOUR)
                    .valuesOfRows(rows)
                    .execute();
        }
        return Optional.of(year);
    }

    private Map<String, Region> regionsOf(List<LibraryFigures> libraries) {
        var codes = new HashSet<String>();
        for (var library : libraries) {
            codes.add(library.regionCode());
            codes.add(code(library.regionCode(), RegionLevel.PROVINCE));
            codes.add(code(library.regionCode(), RegionLevel.REGENCY));
        }
        codes.remove("");
        return new Regions(db).findAll(codes);
    }

    /// Empty for a region that is larger.
    private static String code(String code, RegionLevel level) {
        return code.length() < level.codeLength() ? "" : code.substring(0, level.codeLength());
    }

    private static String name(Map<String, Region> regions, String code, RegionLevel level) {
        return Optional.ofNullable(regions.get(code(code, level)))
                .map(Region::title)
                .orElse("");
    }

    /// The year as it was frozen, as far as a scope reaches; empty while it still moves.
    ///
    /// @param regionCode of a region as it was called then, or empty for all
    public Optional<Frozen> find(Scope scope, Optional<String> regionCode, int year) {
        var freeze = db.select(SCORE_FREEZE.VERSION_ID, SCORE_FREEZE.FROZEN_AT)
                .from(SCORE_FREEZE)
                .where(SCORE_FREEZE.YEAR.eq(year))
                .fetchOptional();
        return freeze.map(row -> new Frozen(
                new Rulebook(db).find(row.value1()).orElseThrow(), row.value2(), list(scope, regionCode, year)));
    }

    private List<LibraryFigures> list(Scope scope, Optional<String> regionCode, int year) {
        return db.select(
                        SCORE_SNAPSHOT.LIBRARY_ID,
                        SCORE_SNAPSHOT.LIBRARY_NAME,
                        SCORE_SNAPSHOT.LIBRARY_TYPE,
                        SCORE_SNAPSHOT.PLACE_CODE,
                        SCORE_SNAPSHOT.JOINED,
                        SCORE_SNAPSHOT.LAST_REPORT,
                        SCORE_SNAPSHOT.MONTHS,
                        SCORE_SNAPSHOT.REPORTS,
                        SCORE_SNAPSHOT.FIGURES)
                .from(SCORE_SNAPSHOT)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SCORE_SNAPSHOT.LIBRARY_ID))
                .where(SCORE_SNAPSHOT.YEAR.eq(year))
                .and(ScopeCondition.restrict(scope))
                .and(regionCode
                        .map(code -> SCORE_SNAPSHOT.PLACE_CODE.ge(code).and(SCORE_SNAPSHOT.PLACE_CODE.lt(code + "/")))
                        .orElse(noCondition()))
                .orderBy(SCORE_SNAPSHOT.LIBRARY_ID)
                .fetch(Snapshots::library);
    }

    private static LibraryFigures library(Record row) {
        return new LibraryFigures(
                row.get(SCORE_SNAPSHOT.LIBRARY_ID),
                row.get(SCORE_SNAPSHOT.LIBRARY_NAME),
                row.get(SCORE_SNAPSHOT.PLACE_CODE),
                row.get(SCORE_SNAPSHOT.JOINED),
                Optional.ofNullable(row.get(SCORE_SNAPSHOT.LAST_REPORT)),
                new Figures(
                        LibraryType.valueOf(row.get(SCORE_SNAPSHOT.LIBRARY_TYPE)),
                        row.get(SCORE_SNAPSHOT.MONTHS),
                        row.get(SCORE_SNAPSHOT.REPORTS),
                        achieved(row.get(SCORE_SNAPSHOT.FIGURES))));
    }

    private static JSONB figures(Figures figures) {
        var node = JsonNodeFactory.instance.objectNode();
        figures.achieved().forEach((indicator, number) -> node.put(indicator.name(), number));
        return JSONB.jsonb(node.toString());
    }

    private static Map<Indicator, Long> achieved(JSONB stored) {
        var achieved = new EnumMap<Indicator, Long>(Indicator.class);
        JsonNode node;
        try {
            node = JSON.readTree(stored.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Frozen figures cannot be read", e);
        }
        node.properties()
                .forEach(field -> achieved.put(
                        Indicator.valueOf(field.getKey()), field.getValue().asLong()));
        return achieved;
    }
}
