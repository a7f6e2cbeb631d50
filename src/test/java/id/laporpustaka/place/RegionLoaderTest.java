package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.length;

import id.laporpustaka.db.FreshDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegionLoaderTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void the_whole_country_is_loaded_once_even_by_two_at_a_time() throws Exception {
        Callable<Boolean> load = () -> new RegionLoader(fresh.database()).load();

        List<Boolean> loaded;
        try (var threads = Executors.newFixedThreadPool(2)) {
            loaded = threads.invokeAll(List.of(load, load)).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        var db = fresh.context();
        assertThat(loaded).containsExactlyInAnyOrder(true, false);
        assertThat(new RegionLoader(fresh.database()).load()).isFalse();
        assertThat(db.select(REGION.LEVEL, count())
                        .from(REGION)
                        .groupBy(REGION.LEVEL)
                        .orderBy(REGION.LEVEL)
                        .fetch(count()))
                .containsExactly(38, 514, 7_285, 83_762);

        var parent = REGION.as("parent");
        assertThat(db.fetchCount(db.selectOne()
                        .from(REGION)
                        .join(parent)
                        .on(parent.ID.eq(REGION.PARENT_ID))
                        .where(left(REGION.CODE, length(parent.CODE)).ne(parent.CODE))
                        .or(parent.LEVEL.ne(REGION.LEVEL.minus(1)))))
                .isZero();
        assertThat(new Regions(db).listPath("33.06.01.2001"))
                .extracting(Region::title)
                .containsExactly("Jawa Tengah", "Kab. Purworejo", "Kec. Grabag", "Desa Harjobinangun");
        assertThat(new Regions(db).findByCode("35.13.15.2017").map(Region::name))
                .contains("Soka\"an");
        assertThat(db.selectDistinct(REGION.VALID_FROM).from(REGION).fetch(REGION.VALID_FROM))
                .containsExactly(LocalDate.of(2025, 4, 25));
        assertThat(db.fetchValues(REGION_DATA.VERSION)).containsExactly(RegionLoader.VERSION);
    }

    @Test
    void a_database_with_other_region_data_is_left_as_it_is() {
        fresh.context()
                .insertInto(REGION_DATA)
                .set(REGION_DATA.VERSION, "another")
                .execute();

        var loaded = new RegionLoader(fresh.database()).load();

        assertThat(loaded).isFalse();
        assertThat(fresh.context().fetchCount(REGION)).isZero();
        assertThat(fresh.context().fetchValues(REGION_DATA.VERSION)).containsExactly("another");
    }
}
