package id.laporpustaka.place;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @BeforeEach
    void addRegions() {
        SampleRegions.addTo(fresh.context());
    }

    @Test
    void a_library_is_written_anew_and_taken_out_of_use() {
        var id = add("Perpustakaan Cahaya Ilmu", "33.06.01.2001");
        var libraries = libraries();

        var updated = libraries.update(
                id, "TBM Cahaya", LibraryType.TBM, Scheme.BUKU, Optional.of("3306012D0000001"), id("33.06.06.1007"));

        var library = libraries.findById(id).orElseThrow();
        assertThat(updated).isTrue();
        assertThat(library.name()).isEqualTo("TBM Cahaya");
        assertThat(library.type()).isEqualTo(LibraryType.TBM);
        assertThat(library.scheme()).isEqualTo(Scheme.BUKU);
        assertThat(library.npp()).contains("3306012D0000001");
        assertThat(library.region().code()).isEqualTo("33.06.06.1007");
        assertThat(libraries.update(
                        id + 1, "Lain", LibraryType.DESA, Scheme.BUKU, Optional.empty(), id("33.06.06.1007")))
                .isFalse();
        assertThat(libraries.deactivate(id)).isTrue();
        assertThat(libraries.deactivate(id)).isFalse();
        assertThat(libraries.findById(id).orElseThrow().active()).isFalse();
        assertThat(libraries.activate(id)).isTrue();
        assertThat(libraries.activate(id)).isFalse();
        assertThat(libraries.findById(id).orElseThrow().active()).isTrue();
    }

    @Test
    void similar_ones_of_the_village_are_found_by_the_words_that_tell_them_apart() {
        var village = "33.06.01.2001";
        var cahaya = add("Perpustakaan Desa Cahaya Ilmu", village);
        add("Perpustakaan Desa Melati", village);
        add("Perpustakaan Cahaya Ilmu", "33.06.01.2002");
        libraries().deactivate(add("TBM Cahaya", village));

        assertThat(similar(village, "Perpus Cahya Ilmu")).containsExactly(cahaya);
        assertThat(similar(village, "TBM CAHAYA ILMU")).containsExactly(cahaya);
        assertThat(similar(village, "Perpustakaan Desa Anggrek")).isEmpty();
        assertThat(similar(village, "Perpustakaan Desa")).hasSize(2);
        assertThat(similar(village, "  % ")).isEmpty();
    }

    @Test
    void a_name_is_looked_for_in_a_region_and_all_that_lies_in_it() {
        var harjo = add("Perpustakaan Cahaya Ilmu", "33.06.01.2001");
        var cahaya = add("Cahaya Pustaka", "33.06.06.1007");
        var wonosobo = add("TBM Cahaya", "33.07.01.2001");
        var regency = add("Perpustakaan Umum Purworejo", "33.06");

        assertThat(search("cahaya", "33.06")).containsExactly(cahaya, harjo);
        assertThat(search("CAHAYA", "33")).containsExactly(cahaya, harjo, wonosobo);
        assertThat(search("ilmu perpus", "33")).containsExactly(harjo);
        assertThat(search("cahya ilmu", "33")).contains(harjo);
        assertThat(search("", "33.06")).containsExactly(cahaya, harjo, regency);
        assertThat(search("cahaya", "81")).isEmpty();
        assertThat(libraries().search("cahaya", -1, false, 0, 10).results()).isEmpty();
    }

    @Test
    void those_out_of_use_are_found_on_request_and_an_npp_finds_its_library() {
        var id = add("Perpustakaan Cahaya Ilmu", "33.06.01.2001");
        libraries()
                .update(
                        id,
                        "Perpustakaan Cahaya Ilmu",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.of("3306012D0000001"),
                        id("33.06.01.2001"));

        assertThat(search("330601-2d-0000001", "33")).containsExactly(id);
        libraries().deactivate(id);
        assertThat(search("cahaya", "33")).isEmpty();
        assertThat(libraries().search("cahaya", id("33"), true, 0, 10).results())
                .hasSize(1);
    }

    @Test
    void pages_follow_each_other() {
        IntStream.rangeClosed(1, 25).forEach(number -> add("Pustaka %02d".formatted(number), "33.06.01.2001"));

        var first = libraries().search("pustaka", id("33"), false, 0, 10);
        var last = libraries().search("pustaka", id("33"), false, 20, 10);

        assertThat(first.results())
                .extracting(Library::name)
                .startsWith("Pustaka 01")
                .hasSize(10);
        assertThat(first.more()).isTrue();
        assertThat(last.results())
                .extracting(Library::name)
                .startsWith("Pustaka 21")
                .hasSize(5);
        assertThat(last.more()).isFalse();
        assertThat(libraries().search("pustaka", id("33"), false, 30, 10)).isEqualTo(new LibraryPage(List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "a%b", "'; drop table library; --", "!%", "\\", "👩‍👧‍👦", "\u0000x\u0000", "سيد"})
    void signs_are_only_signs(String typed) {
        add("Perpustakaan Cahaya Ilmu", "33.06.01.2001");

        assertThat(libraries().search("zz" + typed, id("33"), false, 0, 10).results())
                .isEmpty();
        assertThat(libraries().findSimilar(id("33.06.01.2001"), typed.repeat(5_000)))
                .isEmpty();
    }

    private Libraries libraries() {
        return new Libraries(fresh.context());
    }

    private long id(String code) {
        return SampleRegions.id(fresh.context(), code);
    }

    private long add(String name, String code) {
        return libraries().add(name, LibraryType.DESA, Scheme.MANDIRI, Optional.empty(), id(code));
    }

    private List<Long> similar(String code, String name) {
        return libraries().findSimilar(id(code), name).stream().map(Library::id).toList();
    }

    private List<Long> search(String typed, String code) {
        return libraries().search(typed, id(code), false, 0, 10).results().stream()
                .map(Library::id)
                .toList();
    }
}
