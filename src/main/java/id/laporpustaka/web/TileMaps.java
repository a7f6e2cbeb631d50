package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.summary.score.Colour;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Lays out maps of tiles.
record TileMaps(Frame frame, Visitor visitor) {
    private static final int SHADES = 5;
    private static final double PERCENT = 100;

    private static final int SIDE = 20;
    private static final int GAP = 1;

    /// Names of regencies are longer than the short ones of provinces.
    private static final int WIDE = 42;

    private static final int IN_A_ROW = 7;
    private static final int LONGEST_LABEL = 17;

    /// A province's place on the map, in tiles from the left and from the top, and what it is called for short.
    private record Spot(int column, int row, String name) {}

    private static final Map<String, Spot> PROVINCES = provinces();

    private static Map<String, Spot> provinces() {
        var spots = new HashMap<String, Spot>();
        spots.put("11", new Spot(0, 0, "Aceh"));
        spots.put("12", new Spot(1, 1, "Sumut"));
        spots.put("13", new Spot(1, 2, "Sumbar"));
        spots.put("14", new Spot(2, 2, "Riau"));
        spots.put("15", new Spot(2, 3, "Jambi"));
        spots.put("16", new Spot(3, 4, "Sumsel"));
        spots.put("17", new Spot(2, 4, "Bengkulu"));
        spots.put("18", new Spot(3, 5, "Lampung"));
        spots.put("19", new Spot(4, 3, "Babel"));
        spots.put("21", new Spot(3, 1, "Kepri"));
        spots.put("31", new Spot(5, 5, "Jakarta"));
        spots.put("32", new Spot(5, 6, "Jabar"));
        spots.put("33", new Spot(6, 6, "Jateng"));
        spots.put("34", new Spot(6, 7, "DIY"));
        spots.put("35", new Spot(7, 6, "Jatim"));
        spots.put("36", new Spot(4, 6, "Banten"));
        spots.put("51", new Spot(8, 6, "Bali"));
        spots.put("52", new Spot(9, 6, "NTB"));
        spots.put("53", new Spot(10, 6, "NTT"));
        spots.put("61", new Spot(5, 2, "Kalbar"));
        spots.put("62", new Spot(6, 2, "Kalteng"));
        spots.put("63", new Spot(7, 2, "Kalsel"));
        spots.put("64", new Spot(7, 1, "Kaltim"));
        spots.put("65", new Spot(7, 0, "Kaltara"));
        spots.put("71", new Spot(10, 1, "Sulut"));
        spots.put("72", new Spot(9, 2, "Sulteng"));
        spots.put("73", new Spot(9, 4, "Sulsel"));
        spots.put("74", new Spot(10, 3, "Sultra"));
        spots.put("75", new Spot(9, 1, "Gorontalo"));
        spots.put("76", new Spot(9, 3, "Sulbar"));
        spots.put("81", new Spot(12, 4, "Maluku"));
        spots.put("82", new Spot(12, 1, "Malut"));
        spots.put("91", new Spot(15, 2, "Papua"));
        spots.put("92", new Spot(14, 2, "Pabar"));
        spots.put("93", new Spot(15, 4, "Pasel"));
        spots.put("94", new Spot(14, 3, "Pateng"));
        spots.put("95", new Spot(15, 3, "Papeg"));
        spots.put("96", new Spot(13, 2, "PBD"));
        return spots;
    }

    /// What is known about a region.
    ///
    /// @param libraries active ones
    private record Known(Region region, int libraries, int green, long reports, long people, int reporting) {
        Known withReports(SummaryRow row) {
            return new Known(
                    region,
                    libraries,
                    green,
                    row.totals().reports(),
                    row.totals().participants(),
                    row.libraries().orElse(0));
        }
    }

    /// The map of the provinces of the country, or of the regencies of a province; empty where there is no such
    /// map.
    ///
    /// @param at the address of the page with another measure
    Optional<TileMap> of(
            SummaryFindings findings,
            MapMeasure measure,
            Function<MapMeasure, String> at,
            Function<Region, String> address) {
        var known = known(findings);
        if (known.size() < 2) {
            return Optional.empty();
        }
        var level = known.getFirst().region().level();
        var most = known.stream().mapToDouble(one -> amount(one, measure)).max().orElse(0);
        var places = new TreeMap<String, Spot>();
        if (level == RegionLevel.PROVINCE) {
            known.forEach(one -> places.put(
                    one.region().code(),
                    PROVINCES.getOrDefault(
                            one.region().code(), new Spot(0, 7, one.region().name()))));
        } else {
            IntStream.range(0, known.size())
                    .forEach(i -> places.put(
                            known.get(i).region().code(),
                            new Spot(
                                    i % IN_A_ROW,
                                    i / IN_A_ROW,
                                    shortened(known.get(i).region().title()))));
        }
        var wide = level == RegionLevel.PROVINCE ? SIDE : WIDE;
        var tiles = known.stream()
                .map(one -> tile(one, measure, most, places, wide, address))
                .toList();
        return Optional.of(new TileMap(
                frame.text("map." + name(measure)),
                List.of(MapMeasure.values()).stream()
                        .map(other -> new SummaryView.Choice(
                                frame.text("map." + name(other) + ".short"),
                                frame.link(at.apply(other)),
                                other == measure))
                        .toList(),
                tiles,
                tiles.stream().mapToInt(TileMap.Tile::x).max().orElse(0) + wide,
                tiles.stream().mapToInt(TileMap.Tile::y).max().orElse(0) + SIDE,
                wide - GAP,
                SIDE - GAP,
                steps(measure, most)));
    }

    private static String name(MapMeasure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    private static List<Known> known(SummaryFindings findings) {
        var known = new TreeMap<String, Known>();
        for (var part : findings.standings()) {
            var libraries =
                    part.counts().values().stream().mapToInt(count -> count).sum();
            known.put(
                    part.region().code(),
                    new Known(part.region(), libraries, part.counts().getOrDefault(Colour.GREEN, 0), 0, 0, 0));
        }
        for (var row : findings.summary().rows()) {
            if (row.key() instanceof GroupKey.OfRegion(var region)) {
                known.computeIfPresent(region.code(), (_, one) -> one.withReports(row));
            }
        }
        var level = known.values().stream().map(one -> one.region().level()).max(Comparator.naturalOrder());
        return level.filter(it -> it == RegionLevel.PROVINCE || it == RegionLevel.REGENCY)
                        .isEmpty()
                ? List.of()
                : known.values().stream()
                        .filter(one -> one.region().level() == level.get())
                        .toList();
    }

    private static double amount(Known one, MapMeasure measure) {
        return switch (measure) {
            case MELAPOR -> share(one.reporting(), one.libraries());
            case HIJAU -> share(one.green(), one.libraries());
            case LAPORAN -> one.reports();
            case PESERTA -> one.people();
        };
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : Math.min(1, (double) part / whole);
    }

    private static boolean isShare(MapMeasure measure) {
        return measure == MapMeasure.MELAPOR || measure == MapMeasure.HIJAU;
    }

    private TileMap.Tile tile(
            Known one,
            MapMeasure measure,
            double most,
            Map<String, Spot> places,
            int wide,
            Function<Region, String> address) {
        var amount = amount(one, measure);
        var whole = isShare(measure) ? 1 : most;
        var spot = Objects.requireNonNull(places.get(one.region().code()));
        var value = isShare(measure)
                ? frame.words().number(Math.round(PERCENT * amount)) + " %"
                : frame.words().number(Math.round(amount));
        return new TileMap.Tile(
                spot.column() * wide,
                spot.row() * SIDE,
                spot.name(),
                value,
                frame.text("map.tile", one.region().title(), value, one.libraries(), one.reports()),
                amount == 0 ? 0 : Math.min(SHADES, 1 + (int) (SHADES * amount / whole)),
                visitor.sees(one.region()) ? frame.link(address.apply(one.region())) : "");
    }

    private List<TileMap.Step> steps(MapMeasure measure, double most) {
        return IntStream.rangeClosed(0, SHADES)
                .mapToObj(shade -> new TileMap.Step(shade, step(measure, most, shade)))
                .toList();
    }

    private String step(MapMeasure measure, double most, int shade) {
        if (shade == 0) {
            return "0";
        }
        return isShare(measure)
                ? frame.text("map.from", frame.words().number((shade - 1) * 100L / SHADES) + " %")
                : frame.text("map.from", frame.words().number(Math.round(most * (shade - 1) / SHADES)));
    }

    private static String shortened(String title) {
        var bare = title.replaceFirst("^Kab\\. ", "");
        return bare.length() <= LONGEST_LABEL ? bare : bare.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
