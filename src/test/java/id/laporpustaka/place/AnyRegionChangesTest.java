package id.laporpustaka.place;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.RegionChange.Added;
import id.laporpustaka.place.RegionChange.Ended;
import id.laporpustaka.place.RegionChange.Recoded;
import id.laporpustaka.place.RegionChange.Renamed;
import id.laporpustaka.place.RegionChange.Respelled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the two versions are, the changes lead from the one to the other.
class AnyRegionChangesTest {
    @Property(tries = 1_000)
    void the_changes_make_the_new_version_of_the_old_one(
            @ForAll("countries") SortedMap<String, String> before,
            @ForAll("countries") SortedMap<String, String> after) {
        var regions = regions(before);

        var changes = RegionComparison.compare(regions, new RegionVersion("new", after));

        var result = new TreeMap<>(before);
        for (var change : changes) {
            switch (change) {
                case Recoded(var region, var _, var _) -> result.remove(region.code());
                case Ended(var region, var _, var _, var _) -> result.remove(region.code());
                case Added _, Renamed _, Respelled _ -> {}
            }
        }
        var concerned = new HashSet<Long>();
        for (var change : changes) {
            switch (change) {
                case Respelled(var region, var name) -> {
                    result.put(region.code(), name);
                    assertThat(concerned.add(region.id())).isTrue();
                }
                case Renamed(var region, var name, var _) -> {
                    result.put(region.code(), name);
                    assertThat(concerned.add(region.id())).isTrue();
                }
                case Recoded(var region, var to, var _) -> {
                    assertThat(result.put(to.code(), to.name())).isNull();
                    assertThat(concerned.add(region.id())).isTrue();
                }
                case Added(var added) ->
                    assertThat(result.put(added.code(), added.name())).isNull();
                case Ended(var region, var _, var successors, var suggestions) -> {
                    assertThat(concerned.add(region.id())).isTrue();
                    assertThat(successors)
                            .allMatch(it -> it.name().equals(after.get(it.code())))
                            .allMatch(it -> it.code().length() == region.code().length())
                            .doesNotHaveDuplicates();
                    assertThat(suggestions).allMatch(it -> it.name().equals(after.get(it.code())));
                }
            }
        }
        assertThat(result).isEqualTo(after);
    }

    @Property(tries = 200)
    void between_the_same_there_are_no_changes(@ForAll("countries") SortedMap<String, String> country) {
        assertThat(RegionComparison.compare(regions(country), new RegionVersion("same", country)))
                .isEmpty();
    }

    private static List<Region> regions(Map<String, String> names) {
        var regions = new ArrayList<Region>();
        names.forEach((code, name) -> regions.add(new Region(regions.size() + 1, code, RegionCode.level(code), name)));
        return regions;
    }

    /// Few names and few codes, so that many are alike.
    @Provide
    Arbitrary<SortedMap<String, String>> countries() {
        var names = Arbitraries.of(
                "Sukamaju",
                "SUKAMAJU",
                "Suka Maju",
                "Sukamaju Utara",
                "Sukamaju Selatan",
                "Mekar",
                "Mekarsari",
                "Baru");
        var codes = Arbitraries.of("11", "12")
                .flatMap(province -> Arbitraries.of(".01", ".02", ".71")
                        .flatMap(regency -> Arbitraries.of(".01", ".02")
                                .flatMap(district -> Arbitraries.of(".1001", ".2001", ".2002")
                                        .map(village -> province + regency + district + village))));
        return Arbitraries.maps(codes, names)
                .ofMinSize(1)
                .ofMaxSize(20)
                .flatMap(villages -> names.list().ofSize(14).map(larger -> withLarger(villages, larger)));
    }

    private static SortedMap<String, String> withLarger(Map<String, String> villages, List<String> names) {
        var country = new TreeMap<>(villages);
        for (var code : villages.keySet()) {
            for (var level : List.of(RegionLevel.DISTRICT, RegionLevel.REGENCY, RegionLevel.PROVINCE)) {
                var larger = code.substring(0, level.codeLength());
                country.put(larger, names.get(Math.floorMod(larger.hashCode(), names.size())));
            }
        }
        return country;
    }
}
