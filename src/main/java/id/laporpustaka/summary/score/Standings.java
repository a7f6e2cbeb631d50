package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SCORE_FREEZE;
import static id.laporpustaka.db.generated.Tables.SCORE_SNAPSHOT;
import static id.laporpustaka.db.generated.Tables.SCORE_VERSION;
import static id.laporpustaka.db.generated.Tables.STANDING;
import static id.laporpustaka.db.generated.Tables.STANDING_RUN;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.people.Order;
import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// How many libraries stand in their score, for lists and counts of them: of the present year as it was worked
/// out a few minutes ago, of a frozen year as it was frozen.
public final class Standings {
    /// Columns to order by.
    public static final String LIBRARY_NAME = "perpustakaan";

    public static final String POINTS = "nilai";
    public static final String REPORTS = "laporan";
    public static final String LAST = "terakhir";

    /// The last of the country's clocks to reach a day.
    private static final ZoneId LAST_CLOCK = ZoneId.of("Asia/Jakarta");

    private static final int BATCH = 1_000;

    private static final Field<Long> OF_LIBRARY = field(name("stands", "library_id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = coalesce(field(name("stands", "name"), SQLDataType.CLOB), LIBRARY.NAME);
    private static final Field<BigDecimal> SCORE = field(name("stands", "points"), SQLDataType.NUMERIC.notNull());
    private static final Field<String> COLOUR = field(name("stands", "colour"), SQLDataType.CLOB);
    private static final Field<Long> SENT = field(name("stands", "reports"), SQLDataType.BIGINT.notNull());
    private static final Field<Boolean> JOINED = field(name("stands", "joined"), SQLDataType.BOOLEAN);
    private static final Field<LocalDate> LAST_REPORT = field(name("stands", "last_report"), SQLDataType.LOCALDATE);

    private final DSLContext db;

    public Standings(DSLContext db) {
        this.db = db;
    }

    /// Which libraries.
    ///
    /// @param year the present one, or one that is [frozen][#frozenYears]
    /// @param regionCode narrows the scope to a region and what lies in it
    /// @param colour empty for all
    /// @param search words that must all be in the name; may be empty
    public record Filter(int year, Scope scope, Optional<String> regionCode, Optional<Colour> colour, String search) {}

    /// When a year was worked out, and how.
    ///
    /// @param at when it was worked out
    /// @param rules the label of the rules it was worked out by
    public record Run(int year, String rules, Instant at) {}

    /// A library, with its name and score as they were then.
    public record Line(
            long libraryId,
            String name,
            Region region,
            BigDecimal points,
            Colour colour,
            long reports,
            boolean joined,
            Optional<LocalDate> lastReport) {}

    /// A region with how many of its libraries have which colour.
    public record Part(Region region, Map<Colour, Integer> counts) {}

    /// Works out the present year anew. Only what differs is written.
    public void refresh(Instant now) {
        var today = LocalDate.ofInstant(now, LAST_CLOCK);
        var version = new Rulebook(db).inForce(today.getYear());
        var found = new Scores(db)
                .list(
                        new Scope.Everything(),
                        Optional.empty(),
                        version.rules(),
                        ScorePeriod.ofYear(today.getYear()),
                        today);
        db.transaction(tx -> new Standings(tx.dsl()).replace(found, version.rules(), today.getYear(), now));
    }

    private void replace(List<LibraryFigures> found, ScoreRules rules, int year, Instant now) {
        for (var first = 0; first < found.size(); first += BATCH) {
            write(found.subList(first, Math.min(first + BATCH, found.size())), rules, year);
        }
        db.deleteFrom(STANDING)
                .where(STANDING.LIBRARY_ID.ne(
                        all(found.stream().map(LibraryFigures::libraryId).toArray(Long[]::new))))
                .execute();
        db.insertInto(STANDING_RUN)
                .set(STANDING_RUN.YEAR, (short) year)
                .set(STANDING_RUN.RULES, rules.label())
                .set(STANDING_RUN.COMPUTED_AT, now)
                .onConflict(STANDING_RUN.SOLE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private void write(List<LibraryFigures> some, ScoreRules rules, int year) {
        var rows = some.stream()
                .map(library -> {
                    var score = Score.of(rules, library.figures());
                    return row(
                            library.libraryId(),
                            (short) year,
                            score.points(),
                            score.colour().name(),
                            library.figures().reports(),
                            library.joined(),
                            library.lastReport().orElse(null));
                })
                .toList();
        db.insertInto(STANDING)
                .columns(
                        STANDING.LIBRARY_ID,
                        STANDING.YEAR,
                        STANDING.POINTS,
                        STANDING.COLOUR,
                        STANDING.REPORTS,
                        STANDING.JOINED,
                        STANDING.LAST_REPORT)
                .valuesOfRows(rows)
                .onConflict(STANDING.LIBRARY_ID)
                .doUpdate()
                .setAllToExcluded()
                .where(row(
                                STANDING.YEAR,
                                STANDING.POINTS,
                                STANDING.COLOUR,
                                STANDING.REPORTS,
                                STANDING.JOINED,
                                STANDING.LAST_REPORT)
                        .isDistinctFrom(row(
                                excluded(STANDING.YEAR),
                                excluded(STANDING.POINTS),
                                excluded(STANDING.COLOUR),
                                excluded(STANDING.REPORTS),
                                excluded(STANDING.JOINED),
                                excluded(STANDING.LAST_REPORT))))
                .execute();
    }

    /// When a year was worked out or frozen, and by which rules; empty if it is neither the present one nor
    /// frozen.
    public Optional<Run> findRun(int year) {
        var frozen = db.select(SCORE_FREEZE.YEAR, SCORE_VERSION.LABEL, SCORE_FREEZE.FROZEN_AT)
                .from(SCORE_FREEZE)
                .join(SCORE_VERSION)
                .on(SCORE_VERSION.ID.eq(SCORE_FREEZE.VERSION_ID))
                .where(SCORE_FREEZE.YEAR.eq(year))
                .fetchOptional(mapping(Run::new));
        return frozen.or(() -> db.selectFrom(STANDING_RUN)
                .where(STANDING_RUN.YEAR.eq((short) year))
                .fetchOptional(run -> new Run(run.getYear(), run.getRules(), run.getComputedAt())));
    }

    /// The years that were frozen, the newest first.
    public List<Integer> frozenYears() {
        return db.select(SCORE_FREEZE.YEAR)
                .from(SCORE_FREEZE)
                .orderBy(SCORE_FREEZE.YEAR.desc())
                .fetch(SCORE_FREEZE.YEAR);
    }

    /// How many have which colour; the filter's own colour does not count.
    public Map<Colour, Integer> count(Filter filter) {
        return counts(db.select(COLOUR, DSL.count())
                .from(standings(filter.year()))
                .where(isMeant(filter))
                .groupBy(COLOUR)
                .fetchMap(row -> Colour.valueOf(row.value1()), row -> row.value2()));
    }

    private static Map<Colour, Integer> counts(Map<Colour, Integer> some) {
        var counts = new EnumMap<Colour, Integer>(Colour.class);
        Arrays.stream(Colour.values()).forEach(colour -> counts.put(colour, some.getOrDefault(colour, 0)));
        return counts;
    }

    /// The regions of this level in which there are libraries, by their codes.
    public List<Part> countParts(Filter filter, RegionLevel level) {
        var part = REGION.as("part");
        var code = left(LIBRARY.REGION_CODE, inline(level.codeLength())).as("part_code");
        var colour = COLOUR.as("part_colour");
        var libraries = DSL.count().as("libraries");
        var counted = select(code, colour, libraries)
                .from(standings(filter.year()))
                .where(isMeant(filter))
                .groupBy(code, colour)
                .asTable("counted");
        var rows = db.select(part.ID, part.CODE, part.LEVEL, part.NAME, counted.field(colour), counted.field(libraries))
                .from(counted)
                .join(part)
                .on(part.CODE.eq(counted.field(code)))
                .and(part.LEVEL.eq((short) level.number()))
                .and(part.VALID_TO.isNull())
                .orderBy(part.CODE)
                .fetch();
        var parts = new LinkedHashMap<Region, Map<Colour, Integer>>();
        for (var row : rows) {
            var region = new Region(
                    row.get(part.ID), row.get(part.CODE), RegionLevel.of(row.get(part.LEVEL)), row.get(part.NAME));
            parts.computeIfAbsent(region, _ -> counts(Map.of()))
                    .put(Colour.valueOf(row.get(colour)), row.get(libraries));
        }
        return parts.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// How many of all of them have which colour; the same as [#count], as each library lies in one of the regions.
    public static Map<Colour, Integer> sum(Collection<Part> parts) {
        var sums = counts(Map.of());
        parts.forEach(part -> part.counts().forEach((colour, count) -> sums.merge(colour, count, Integer::sum)));
        return sums;
    }

    public List<Line> list(Filter filter, Order order, int limit, int offset) {
        var standings = standings(filter.year());
        var inOrder = List.of(by(order), lower(NAME).asc(), OF_LIBRARY.asc());
        var page = select(OF_LIBRARY)
                .from(standings)
                .where(isMeant(filter))
                .and(filter.colour().map(Colour::name).map(COLOUR::eq).orElse(noCondition()))
                .orderBy(inOrder)
                .limit(limit)
                .offset(offset);
        return db.select(
                        OF_LIBRARY,
                        NAME,
                        SCORE,
                        COLOUR,
                        SENT,
                        JOINED,
                        LAST_REPORT,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(standings)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(OF_LIBRARY.in(page))
                .orderBy(inOrder)
                .fetch(Standings::line);
    }

    private static Line line(Record row) {
        return new Line(
                row.get(OF_LIBRARY),
                row.get(NAME),
                new Region(
                        row.get(REGION.ID),
                        row.get(REGION.CODE),
                        RegionLevel.of(row.get(REGION.LEVEL)),
                        row.get(REGION.NAME)),
                row.get(SCORE),
                Colour.valueOf(row.get(COLOUR)),
                row.get(SENT),
                row.get(JOINED),
                Optional.ofNullable(row.get(LAST_REPORT)));
    }

    /// With the libraries as they are now: by where they are it is decided who may see a frozen score.
    private Table<?> standings(int year) {
        var isFrozen = db.fetchExists(SCORE_FREEZE, SCORE_FREEZE.YEAR.eq(year));
        var kept = isFrozen
                ? select(
                                SCORE_SNAPSHOT.LIBRARY_ID,
                                SCORE_SNAPSHOT.LIBRARY_NAME,
                                SCORE_SNAPSHOT.SCORE,
                                SCORE_SNAPSHOT.COLOUR,
                                SCORE_SNAPSHOT.REPORTS,
                                SCORE_SNAPSHOT.JOINED,
                                SCORE_SNAPSHOT.LAST_REPORT)
                        .from(SCORE_SNAPSHOT)
                        .where(SCORE_SNAPSHOT.YEAR.eq(year))
                : select(
                                STANDING.LIBRARY_ID,
                                inline((String) null, SQLDataType.CLOB),
                                STANDING.POINTS,
                                STANDING.COLOUR,
                                STANDING.REPORTS,
                                STANDING.JOINED,
                                STANDING.LAST_REPORT)
                        .from(STANDING)
                        .where(STANDING.YEAR.eq((short) year));
        return kept.asTable("stands", "library_id", "name", "points", "colour", "reports", "joined", "last_report")
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(OF_LIBRARY));
    }

    private static SortField<?> by(Order order) {
        return switch (order.column()) {
            case LIBRARY_NAME -> order.plainlyBy(lower(NAME));
            case POINTS -> order.plainlyBy(SCORE);
            case REPORTS -> order.plainlyBy(SENT);
            case LAST -> order.by(LAST_REPORT);
            default -> throw new IllegalArgumentException("Standings are not ordered by " + order.column());
        };
    }

    private static Condition isMeant(Filter filter) {
        return and(
                ScopeCondition.restrict(filter.scope()),
                filter.regionCode().map(ScopeCondition::liesIn).orElse(noCondition()),
                and(Arrays.stream(filter.search().strip().split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .map(NAME::containsIgnoreCase)
                        .toList()));
    }
}
