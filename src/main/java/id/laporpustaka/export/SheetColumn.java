package id.laporpustaka.export;

import id.laporpustaka.form.Language;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A column of a sheet of libraries, by the headings that people give it.
enum SheetColumn {
    CODE(
            "Kode wilayah",
            "Region code",
            "kode kemendagri, kode wilayah kemendagri, kode desa, kode desa kelurahan, kode kelurahan, village code,"
                    + " kemendagri code, kode, code"),
    PROVINCE("Provinsi", "Province", "nama provinsi, propinsi, prov"),
    REGENCY(
            "Kabupaten/Kota",
            "Regency/City",
            "nama kabupaten kota, nama kabupaten, kabupaten, kab kota, kab, kota, regency, city, regency or city"),
    DISTRICT("Kecamatan", "District", "nama kecamatan, kec, subdistrict, distrik"),
    VILLAGE(
            "Desa/Kelurahan",
            "Village",
            "nama desa kelurahan, nama desa, desa, nama kelurahan, kelurahan, desa kel, kel, urban ward, village ward"),
    NAME(
            "Nama perpustakaan",
            "Library name",
            "nama perpus, perpustakaan, nama tbm, nama, name of the library, name of library, library, name"),
    TYPE("Jenis", "Type", "jenis perpustakaan, tipe, tipe perpustakaan, library type, type of library"),
    SCHEME("Jalur", "Scheme", "jalur tpbis, jalur keikutsertaan, skema"),
    NPP("NPP", "Library number", "nomor pokok perpustakaan, no npp, nomor npp, npp number"),
    REPORTERS("Jumlah pelapor", "Reporters", "pelapor, banyak pelapor, number of reporters"),
    /// Ours, and replaced where a sheet comes again.
    LINK("Tautan undangan", "Invitation link", ""),
    INVITE_CODE("Kode undangan", "Invitation code", ""),
    RESULT("Hasil", "Result", "");

    private final String indonesian;
    private final String english;
    private final String others;

    SheetColumn(String indonesian, String english, String others) {
        this.indonesian = indonesian;
        this.english = english;
        this.others = others;
    }

    /// What it is headed by in a sheet of ours.
    String heading(Language language) {
        return switch (language) {
            case INDONESIAN -> indonesian;
            case ENGLISH -> english;
        };
    }

    /// Whether it is filled in by us and not by whoever sends the sheet.
    boolean isOurs() {
        return this == LINK || this == INVITE_CODE || this == RESULT;
    }

    /// How likely the column is meant by a heading: 0 is the likeliest, -1 if it is not.
    int meantBy(String heading) {
        return Headings.of(this).indexOf(Headings.key(heading));
    }

    /// Headings, told apart by their letters and digits alone.
    private static final class Headings {
        private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
        private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
        private static final Map<SheetColumn, List<String>> KEYS =
                Arrays.stream(SheetColumn.values()).collect(Collectors.toMap(column -> column, Headings::keys));

        private static List<String> keys(SheetColumn column) {
            return Stream.concat(Stream.of(column.indonesian, column.english), Stream.of(column.others.split(",", -1)))
                    .map(Headings::key)
                    .filter(key -> !key.isEmpty())
                    .toList();
        }

        /// The likeliest first.
        static List<String> of(SheetColumn column) {
            return Objects.requireNonNull(KEYS.get(column));
        }

        /// Remarks in brackets and case do not count: `KODE WILAYAH (Kemendagri) *`.
        static String key(String heading) {
            var bare = IN_BRACKETS.matcher(heading).replaceAll(" ");
            var plain = Normalizer.normalize(bare, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
            return NO_LETTERS.matcher(plain).replaceAll("");
        }
    }
}
