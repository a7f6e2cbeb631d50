package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_FORMER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.regexpReplaceAll;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.when;

import id.laporpustaka.db.Trigrams;
import id.laporpustaka.place.TypedRegion.Reading;
import id.laporpustaka.place.TypedRegion.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Row6;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Finds present regions by what people type: `sidomulio`, `Sido Mulyo`, `ds. Sidomulyo kec Butuh`, `sidomulyo
/// butuh purworejo` in any order, `kota magelang`, or a dotted code, also one from former times.
///
/// Exact names come first, then those that begin so, then similar ones if there are few of the others; among
/// equals those near a given region, then the order of codes. Where other words narrow the search, each must be
/// part of the name of something that the region lies in or, when little is found otherwise, similar to it. If
/// there are only such words, as in `kec. Bener`, all that lies there is found. Whatever is typed, the search
/// takes milliseconds and throws nothing; a number without dots is never a code, because it may be one of two
/// kinds.
///
/// Safe to use from all threads.
public final class RegionSearch {
    /// With fewer exact names and beginnings than this, similar names follow. Several words say what is meant more
    /// exactly; then similar names are only looked for when there is nothing else.
    private static final int FEW = 8;

    private static final int LONGEST_PAGE = 100;
    private static final int LAST_OFFSET = 10_000;
    private static final float SIMILAR = 0.4F;

    /// Shorter words must be whole names.
    private static final int SHORTEST_BEGINNING = 3;

    /// Where a narrowed search may lie in more villages than this, an index finds similar names sooner than
    /// looking at each.
    private static final int MANY_VILLAGES = 3_000;

    /// Each costs milliseconds; the longest names are tried.
    private static final int LOOKED_UP_IN_INDEX = 3;

    /// A word that is part of more names than this narrows nothing.
    private static final int AREAS = 2_000;

    private static final Pattern CODE = Pattern.compile("\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?");
    private static final int LONGEST_CODE = 30;

    // how good a result is, less is better; the number of words that only narrow is added
    private static final int EXACT = 0;
    private static final int SOUNDS_EXACT = 100;
    private static final int BEGINNING = 200;
    /// To 1,000, with 100 for each tenth that is missing from being the same.
    private static final int LIKE = 300;

    /// A kabupaten where the kota of that name is asked for.
    private static final int OTHER_KIND = 50;

    // the readings of what was typed, as a table
    private static final Name READING = name("reading");
    private static final Field<String> KEY = field(name("reading", "key"), SQLDataType.CLOB);
    private static final Field<String> BELOW = field(name("reading", "below"), SQLDataType.CLOB);
    private static final Field<String> PLAIN = field(name("reading", "plain"), SQLDataType.CLOB);
    private static final Field<String> KIND = field(name("reading", "kind"), SQLDataType.CLOB);
    private static final Field<Integer> WORDS = field(name("reading", "words"), SQLDataType.INTEGER);
    private static final Field<String[]> AREA_CODES = field(name("reading", "areas"), SQLDataType.CLOB.array());
    private static final Field<String> AREA = field(name("area", "code"), SQLDataType.CLOB);

    private static final Field<String> WORD = field(name("word", "word"), SQLDataType.CLOB);
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<Integer> RANK = field(name("rank"), SQLDataType.INTEGER);

    private final DSLContext db;

    public RegionSearch(DSLContext db) {
        this.db = db;
    }

    /// Villages by what was typed.
    ///
    /// @param offset how many results to pass over
    public RegionPage find(String typed, int offset, int limit) {
        return find(typed, RegionLevel.VILLAGE, offset, limit);
    }

    public RegionPage find(String typed, RegionLevel level, int offset, int limit) {
        return find(typed, level, "", offset, limit);
    }

    /// Regions of a level, those near to a place first.
    ///
    /// @param near the dotted code of a region: of equally good results those come first that share more of what
    ///     they lie in with it; empty for no such wish
    public RegionPage find(String typed, RegionLevel level, String near, int offset, int limit) {
        var from = Math.clamp(offset, 0, LAST_OFFSET);
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var query = new Query(level, CODE.matcher(near).matches() ? near : "", from + size + 1);
        var ids = isCode(typed) ? listByCode(typed.strip(), query) : listByName(TypedRegion.parse(typed), query);
        var page = ids.stream().skip(from).limit(size).toList();
        return new RegionPage(listFound(page, level), ids.size() > from + size);
    }

    /// @param limit how many results are needed at most
    private record Query(RegionLevel level, String near, int limit) {}

    /// @param areas where to look; empty for everywhere
    private record Placed(Reading reading, Optional<Areas> areas) {
        boolean inFewVillages() {
            return areas.filter(it -> it.villages() <= MANY_VILLAGES).isPresent();
        }
    }

    private static boolean isCode(String typed) {
        return typed.length() <= LONGEST_CODE && CODE.matcher(typed.strip()).matches() && typed.contains(".");
    }

    /// The region of a code or, of a larger region's code, those of the level in it; of a code that nothing has
    /// any more, the region that had it.
    private List<Long> listByCode(String code, Query query) {
        var present = listByCode(liesIn(inline(code)), query);
        return present.isEmpty()
                ? listByCode(
                        REGION.ID.in(select(REGION_FORMER.REGION_ID)
                                .from(REGION_FORMER)
                                .where(REGION_FORMER.CODE.eq(code))),
                        query)
                : present;
    }

    private List<Long> listByCode(Condition condition, Query query) {
        return db.select(REGION.ID)
                .from(REGION)
                .where(isPresent(query.level()))
                .and(condition)
                .orderBy(REGION.CODE)
                .limit(query.limit())
                .fetch(REGION.ID);
    }

    private List<Long> listByName(TypedRegion typed, Query query) {
        var readings = typed.readings(query.level());
        var found = new LinkedHashSet<Long>();
        var areas = areas(readings, Map.of(), query.level());
        found.addAll(listExactOrBeginning(place(readings, areas), query));
        if (found.size() < Math.min(typed.hasOneWord() ? FEW : 1, query.limit())) {
            var placed = place(readings, areas(readings, areas, query.level()));
            found.addAll(listExactOrBeginning(placed, query));
            found.addAll(listSimilar(placed, query));
        }
        if (found.isEmpty()) {
            found.addAll(listWithoutName(typed.where(), query));
        }
        return found.stream().limit(query.limit()).toList();
    }

    // ---------------------------------------------------------------- where

    /// Where each of the narrowing words may be.
    ///
    /// @param strict if not empty, similar names are added to these
    private Map<Where, List<String>> areas(List<Reading> readings, Map<Where, List<String>> strict, RegionLevel level) {
        var words = readings.stream()
                .flatMap(reading -> reading.where().stream())
                .distinct()
                .toList();
        return areas(words, strict, level);
    }

    private Map<Where, List<String>> areas(
            Collection<Where> words, Map<Where, List<String>> strict, RegionLevel level) {
        if (words.isEmpty()) {
            return Map.of();
        }
        var keys = words.stream().map(Where::key).distinct().toList();
        var fits = strict.isEmpty()
                ? REGION.SEARCH_KEY.like(concat(inline("%"), WORD, inline("%")))
                : Trigrams.similar(REGION.SEARCH_KEY, WORD)
                        .and(Trigrams.similarity(REGION.SEARCH_KEY, WORD).ge(inline(SIMILAR)));
        var codes = db
                .select(WORD, REGION.CODE)
                .from(unnest(keys.toArray(String[]::new)).as("word", "word"))
                .join(REGION)
                .on(fits)
                .where(REGION.LEVEL.lt(inline((short) RegionLevel.VILLAGE.number())))
                .and(REGION.LEVEL.lt(inline((short) level.number())))
                .and(REGION.VALID_TO.isNull())
                .limit(AREAS * keys.size())
                .fetch()
                .stream()
                .collect(groupingBy(found -> found.get(WORD), mapping(found -> found.get(REGION.CODE), toList())));
        var areas = new HashMap<Where, List<String>>();
        for (var word : words) {
            var here = codes.getOrDefault(word.key(), List.of()).stream()
                    .filter(code -> word.marker().map(it -> it.isSaidOf(code)).orElse(true));
            areas.put(
                    word,
                    Stream.concat(strict.getOrDefault(word, List.of()).stream(), here)
                            .toList());
        }
        return areas;
    }

    /// The readings whose narrowing words have a place in common.
    private static List<Placed> place(List<Reading> readings, Map<Where, List<String>> areas) {
        var placed = new ArrayList<Placed>();
        for (var reading : readings) {
            var common = common(reading.where(), areas);
            if (reading.where().isEmpty() || !common.orElseThrow().isEmpty()) {
                placed.add(new Placed(reading, common));
            }
        }
        return placed;
    }

    private static Optional<Areas> common(List<Where> words, Map<Where, List<String>> areas) {
        return words.stream()
                .map(word -> Areas.of(areas.getOrDefault(word, List.of())))
                .reduce(Areas::and);
    }

    // ---------------------------------------------------------------- names

    private List<Long> listExactOrBeginning(List<Placed> placed, Query query) {
        var spelled = regexpReplaceAll(lower(REGION.NAME), "[^a-z0-9]", "");
        var rank = when(REGION.SEARCH_KEY.ne(KEY), inline(BEGINNING))
                .when(spelled.eq(PLAIN), inline(EXACT))
                .otherwise(inline(SOUNDS_EXACT));
        return list(
                placed,
                REGION.SEARCH_KEY.ge(KEY).and(REGION.SEARCH_KEY.lt(BELOW)).and(isInArea()),
                rank,
                query);
    }

    private List<Long> listSimilar(List<Placed> placed, Query query) {
        var similarity = Trigrams.similarity(REGION.SEARCH_KEY, KEY);
        var tenths = round(inline(1).minus(similarity).times(inline(10))).cast(SQLDataType.INTEGER);
        var rank = inline(LIKE).plus(tenths.times(inline(100)));
        var near = placed.stream()
                .filter(it -> !it.reading().literal())
                .filter(Placed::inFewVillages)
                .toList();
        var wide = placed.stream()
                .filter(it -> !it.reading().literal())
                .filter(it -> !it.inFewVillages())
                .limit(LOOKED_UP_IN_INDEX)
                .toList();
        var found = new ArrayList<>(listInAreas(near, similarity.ge(inline(SIMILAR)), rank, query));
        found.addAll(list(
                wide,
                Trigrams.similar(REGION.SEARCH_KEY, KEY)
                        .and(similarity.ge(inline(SIMILAR)))
                        .and(isInArea()),
                rank,
                query));
        return found;
    }

    private List<Long> listWithoutName(List<Where> where, Query query) {
        var areas = common(where, areas(where, Map.of(), query.level()));
        var everything = new Reading("", "", Optional.empty(), false, List.of());
        return areas.isEmpty()
                ? List.of()
                : listInAreas(List.of(new Placed(everything, areas)), trueCondition(), inline(EXACT), query);
    }

    private List<Long> list(List<Placed> placed, Condition fits, Field<Integer> rank, Query query) {
        return placed.isEmpty() ? List.of() : list(table(placed).join(REGION).on(fits), rank, query);
    }

    /// Looks at each region of the areas.
    private List<Long> listInAreas(List<Placed> placed, Condition fits, Field<Integer> rank, Query query) {
        return placed.isEmpty()
                ? List.of()
                : list(
                        table(placed)
                                .crossJoin(unnest(AREA_CODES).as(name("area"), name("code")))
                                .join(REGION)
                                .on(liesIn(AREA))
                                .and(fits),
                        rank,
                        query);
    }

    /// Each region with the rank of the reading that it fits best.
    private List<Long> list(Table<?> readingsAndRegions, Field<Integer> rankOfName, Query query) {
        var rank = query.level() == RegionLevel.REGENCY
                ? rankOfName
                        .plus(WORDS)
                        .plus(when(isOtherKind(), inline(OTHER_KIND)).otherwise(inline(0)))
                : rankOfName.plus(WORDS);
        return db.select(REGION.ID.as(ID), min(rank).as(RANK))
                .from(readingsAndRegions)
                .where(isPresent(query.level()))
                .groupBy(REGION.ID, REGION.CODE)
                .orderBy(order(query.near()))
                .limit(query.limit())
                .fetch(ID);
    }

    private static Condition isPresent(RegionLevel level) {
        return REGION.LEVEL.eq(inline((short) level.number())).and(REGION.VALID_TO.isNull());
    }

    private static Condition liesIn(Field<String> code) {
        return REGION.CODE.ge(code).and(REGION.CODE.lt(concat(code, inline("/"))));
    }

    private static Condition isInArea() {
        return cardinality(AREA_CODES)
                .eq(inline(0))
                .or(exists(selectOne()
                        .from(unnest(AREA_CODES).as(name("area"), name("code")))
                        .where(liesIn(AREA))));
    }

    private static Condition isOtherKind() {
        var isCity = substring(REGION.CODE, 4, 1).ge(inline("7"));
        return KIND.eq(inline(Narrowing.KOTA.name()))
                .andNot(isCity)
                .or(KIND.eq(inline(Narrowing.KABUPATEN.name())).and(isCity));
    }

    private static Table<?> table(List<Placed> placed) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Row6<String, String, String, String, Integer, String[]>[] rows = placed.stream()
                .map(it -> row(
                        it.reading().key(),
                        below(it.reading().key()),
                        it.reading().plain(),
                        it.reading().marker().map(Narrowing::name).orElse(""),
                        it.reading().where().size(),
                        it.areas().map(Areas::codes).orElse(List.of()).toArray(String[]::new)))
                .toArray(Row6[]::new);
        return DSL.values(rows)
                .as(READING, name("key"), name("below"), name("plain"), name("kind"), name("words"), name("areas"));
    }

    /// Keys that are at least the key and less than this are it or begin with it; in collation C all that is in
    /// a key lies between `!` and `~`.
    private static String below(String key) {
        return key + (key.length() < SHORTEST_BEGINNING ? "!" : "~");
    }

    private static List<OrderField<?>> order(String near) {
        var order = new ArrayList<OrderField<?>>();
        order.add(RANK);
        Stream.of(RegionLevel.values())
                .map(RegionLevel::codeLength)
                .filter(length -> length <= near.length())
                .sorted(Comparator.reverseOrder())
                .map(length -> left(REGION.CODE, length).eq(near.substring(0, length)))
                .forEach(shared -> order.add(field(shared).desc()));
        order.add(REGION.CODE);
        return order;
    }

    // ---------------------------------------------------------------- results

    private List<FoundRegion> listFound(List<Long> ids, RegionLevel level) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Table<?> tables = REGION;
        var regions = new ArrayList<id.laporpustaka.db.generated.tables.Region>(List.of(REGION));
        for (var number = level.number() - 1; number > 0; number--) {
            var larger = REGION.as(RegionLevel.of(number).name().toLowerCase(Locale.ROOT));
            tables = tables.join(larger).on(larger.ID.eq(regions.getLast().PARENT_ID));
            regions.add(larger);
        }
        var columns = regions.stream()
                .flatMap(region -> Stream.<SelectField<?>>of(region.ID, region.CODE, region.LEVEL, region.NAME))
                .toList();
        var found = db.select(columns)
                .from(tables)
                .where(REGION.ID.eq(any(ids.toArray(Long[]::new))))
                .fetchMap(REGION.ID, row -> found(row, regions));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    private static FoundRegion found(Record row, List<id.laporpustaka.db.generated.tables.Region> regions) {
        var path = regions.stream()
                .map(region -> new Region(
                        row.get(region.ID),
                        row.get(region.CODE),
                        RegionLevel.of(row.get(region.LEVEL)),
                        row.get(region.NAME)))
                .toList();
        return new FoundRegion(path.getFirst(), path.subList(1, path.size()));
    }
}
