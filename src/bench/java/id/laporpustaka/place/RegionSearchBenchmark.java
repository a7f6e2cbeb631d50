package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.Record;
import org.jooq.Result;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One page of villages by what people type, over all villages of the country: the search, and, to compare with,
/// a plain `ILIKE '%…%'` with the same joins, which finds the rightly spelled single names only.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // set by what JMH calls first
public class RegionSearchBenchmark {
    private static final int PAGE = 8;

    /// `name` is a name as it is, `place` has the words of what it lies in, too, `misspelt` is nowhere so.
    @Param({"name", "place", "misspelt"})
    private String typed = "";

    private Path folder = Path.of("");
    private EmbeddedDatabase server;
    private Database database;
    private RegionSearch search;
    private List<String> texts = List.of();
    private int next;

    @Setup(Level.Trial)
    public void load() throws IOException {
        folder = Files.createTempDirectory("regions");
        server = EmbeddedDatabase.start(folder);
        database = Database.open(server.address("benchmark"), 2);
        new RegionLoader(database).load();
        search = new RegionSearch(database.context());
        texts = switch (typed) {
            case "name" ->
                List.of(
                        "Sidomulyo",
                        "harjobinangun",
                        "Suka Maju",
                        "ds. Karanganyar",
                        "sidomulio",
                        "Kel. Kebon Jeruk",
                        "mekarsa");
            case "place" ->
                List.of(
                        "sidomulyo butuh purworejo",
                        "ds. Harjobinangun kec Grabag",
                        "Sukamaju, Cianjur",
                        "kelurahan sidomulyo kota bengkulu",
                        "karanganyar karanganyar demak",
                        "purworejo harjobinangun",
                        "kec. Bener kab. Purworejo");
            default ->
                List.of(
                        "harjobinangn",
                        "sidomuljoo butuh purworejo",
                        "Sukamajuu Cianjr",
                        "cangkrpkidul",
                        "karangayar kec wonosalm",
                        "kebonjerukk jakarta");
        };
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        database.close();
        server.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public RegionPage search() {
        return search.find(text(), 0, PAGE);
    }

    @Benchmark
    public Result<? extends Record> plainIlike() {
        var district = REGION.as("district");
        var regency = REGION.as("regency");
        var province = REGION.as("province");
        return database.context()
                .select(REGION.ID, REGION.CODE, REGION.NAME, district.NAME, regency.NAME, province.NAME)
                .from(REGION)
                .join(district)
                .on(district.ID.eq(REGION.PARENT_ID))
                .join(regency)
                .on(regency.ID.eq(district.PARENT_ID))
                .join(province)
                .on(province.ID.eq(regency.PARENT_ID))
                .where(REGION.LEVEL.eq((short) RegionLevel.VILLAGE.number()))
                .and(REGION.VALID_TO.isNull())
                .and(REGION.NAME.containsIgnoreCase(text()))
                .orderBy(REGION.CODE)
                .limit(PAGE + 1)
                .fetch();
    }

    private String text() {
        next = (next + 1) % texts.size();
        return texts.get(next);
    }
}
