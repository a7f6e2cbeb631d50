package id.laporpustaka.people;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Scheme;
import java.util.Map;
import java.util.Optional;

/// What people write in a sheet for the type of a library and for how it came into the programme: the codes, or
/// the names that stand in the question.
final class ImportWords {
    private static final Map<String, LibraryType> TYPES = Map.ofEntries(
            Map.entry("desa", LibraryType.DESA),
            Map.entry("kel", LibraryType.KEL),
            Map.entry("kelurahan", LibraryType.KEL),
            Map.entry("kec", LibraryType.KEC),
            Map.entry("kecamatan", LibraryType.KEC),
            Map.entry("kab", LibraryType.KAB),
            Map.entry("kabupaten", LibraryType.KAB),
            Map.entry("kota", LibraryType.KAB),
            Map.entry("kabupatenkota", LibraryType.KAB),
            Map.entry("kabkota", LibraryType.KAB),
            Map.entry("prov", LibraryType.PROV),
            Map.entry("provinsi", LibraryType.PROV),
            Map.entry("tbm", LibraryType.TBM),
            Map.entry("tamanbacaanmasyarakat", LibraryType.TBM),
            Map.entry("tamanbaca", LibraryType.TBM),
            Map.entry("ibd", LibraryType.IBD),
            Map.entry("rumahibadah", LibraryType.IBD),
            Map.entry("masjid", LibraryType.IBD),
            Map.entry("gereja", LibraryType.IBD),
            Map.entry("psn", LibraryType.PSN),
            Map.entry("pesantren", LibraryType.PSN),
            Map.entry("pondokpesantren", LibraryType.PSN),
            Map.entry("lain", LibraryType.LAIN),
            Map.entry("lainnya", LibraryType.LAIN),
            Map.entry("tamanbacaanmasyarakattbm", LibraryType.TBM),
            Map.entry("villagelibrary", LibraryType.DESA),
            Map.entry("urbanwardlibrary", LibraryType.KEL),
            Map.entry("districtlibrary", LibraryType.KEC),
            Map.entry("regencyorcitylibrary", LibraryType.KAB),
            Map.entry("provinciallibrary", LibraryType.PROV),
            Map.entry("communityreadinggardentbm", LibraryType.TBM),
            Map.entry("placeofworship", LibraryType.IBD),
            Map.entry("islamicboardingschool", LibraryType.PSN),
            Map.entry("other", LibraryType.LAIN));

    private static final Map<String, Scheme> SCHEMES = Map.ofEntries(
            Map.entry("", Scheme.BELUM),
            Map.entry("penuh", Scheme.PENUH),
            Map.entry("dukunganpenuh", Scheme.PENUH),
            Map.entry("mitradukunganpenuh", Scheme.PENUH),
            Map.entry("mitradukunganpenuhperpusnas", Scheme.PENUH),
            Map.entry("buku", Scheme.BUKU),
            Map.entry("bantuanbuku", Scheme.BUKU),
            Map.entry("penerimabantuanbuku", Scheme.BUKU),
            Map.entry("mandiri", Scheme.MANDIRI),
            Map.entry("replikasi", Scheme.MANDIRI),
            Map.entry("replikasimandiri", Scheme.MANDIRI),
            Map.entry("replikasimandiridanadaerahdesa", Scheme.MANDIRI),
            Map.entry("belum", Scheme.BELUM),
            Map.entry("belumikut", Scheme.BELUM),
            Map.entry("tidaktahu", Scheme.BELUM),
            Map.entry("belumikuttidaktahu", Scheme.BELUM),
            Map.entry("bantuanpenuh", Scheme.PENUH),
            Map.entry("bantuanpenuhperpusnas", Scheme.PENUH),
            Map.entry("belumikutatautidaktahu", Scheme.BELUM),
            Map.entry("fullsupportbythenationallibrary", Scheme.PENUH),
            Map.entry("receivedbooks", Scheme.BUKU),
            Map.entry("joinedbylocalmeans", Scheme.MANDIRI),
            Map.entry("notyetornotknown", Scheme.BELUM));

    private ImportWords() {}

    static Optional<LibraryType> readType(String text) {
        var key = RegionNames.squash(text);
        var bare = key.startsWith("perpustakaan") ? key.substring("perpustakaan".length()) : key;
        return Optional.ofNullable(TYPES.get(bare));
    }

    static Optional<Scheme> readScheme(String text) {
        return Optional.ofNullable(SCHEMES.get(RegionNames.squash(text)));
    }

    /// What the type of a library says about the kind of its village, as [RegionNames#kindsOf].
    static String kindsOf(String type) {
        return readType(type)
                .map(read -> switch (read) {
                    case DESA -> "23";
                    case KEL -> "1";
                    case KEC, KAB, PROV, TBM, IBD, PSN, LAIN -> "";
                })
                .orElse("");
    }

    /// How small a region a library of this type is placed in.
    static RegionLevel placeOf(LibraryType type) {
        return switch (type) {
            case DESA, KEL, TBM, IBD, PSN -> RegionLevel.VILLAGE;
            case KEC -> RegionLevel.DISTRICT;
            case KAB -> RegionLevel.REGENCY;
            case PROV, LAIN -> RegionLevel.PROVINCE;
        };
    }
}
