package id.laporpustaka.app.demo;

import static id.laporpustaka.app.demo.DemoActivity.CHILDREN;
import static id.laporpustaka.app.demo.DemoActivity.COMMUNITY;
import static id.laporpustaka.app.demo.DemoActivity.FAITH;
import static id.laporpustaka.app.demo.DemoActivity.LIVELIHOOD;
import static id.laporpustaka.app.demo.DemoActivity.VILLAGE;

import id.laporpustaka.people.MemberRole;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Scheme;
import java.util.List;
import java.util.Optional;

/// A library of the demo: made up, in a real village of Kabupaten Purworejo.
///
/// @param reporter empty when nobody has joined yet
/// @param reportsAMonth how many reports it sends in a month, on average
/// @param silentAfterMonths how many months after the beginning it fell silent; 0 if it never did
/// @param activities what it does, the first ones most often
record DemoLibrary(
        String name,
        LibraryType type,
        Scheme scheme,
        String regionCode,
        Optional<DemoPerson> reporter,
        MemberRole role,
        double reportsAMonth,
        int silentAfterMonths,
        List<DemoActivity> activities) {

    static final List<DemoLibrary> ALL = List.of(
            new DemoLibrary(
                    "Perpustakaan Desa Cahaya Ilmu",
                    LibraryType.DESA,
                    Scheme.PENUH,
                    "33.06.01.2001",
                    Optional.of(Demo.SARI),
                    MemberRole.KEPALA,
                    4.2,
                    0,
                    DemoActivity.join(List.of(CHILDREN, LIVELIHOOD, VILLAGE))),
            new DemoLibrary(
                    "TBM Pelita Bener",
                    LibraryType.TBM,
                    Scheme.MANDIRI,
                    "33.06.16.2015",
                    Optional.of(Demo.JOKO),
                    MemberRole.PENGELOLA,
                    3.1,
                    0,
                    DemoActivity.join(List.of(CHILDREN, COMMUNITY))),
            new DemoLibrary(
                    "Perpustakaan Desa Ngudi Kawruh",
                    LibraryType.DESA,
                    Scheme.BUKU,
                    "33.06.15.2012",
                    Optional.of(Demo.JOKO),
                    MemberRole.PENGELOLA,
                    2.2,
                    0,
                    DemoActivity.join(List.of(LIVELIHOOD, VILLAGE))),
            new DemoLibrary(
                    "Perpustakaan Kelurahan Kutoarjo",
                    LibraryType.KEL,
                    Scheme.PENUH,
                    "33.06.09.1016",
                    Optional.of(Demo.SITI),
                    MemberRole.PERANGKAT,
                    5.0,
                    0,
                    DemoActivity.join(List.of(LIVELIHOOD, CHILDREN, COMMUNITY))),
            new DemoLibrary(
                    "Perpustakaan Masjid Baitul Hikmah",
                    LibraryType.IBD,
                    Scheme.BUKU,
                    "33.06.06.1021",
                    Optional.of(Demo.FAUZI),
                    MemberRole.RELAWAN,
                    1.6,
                    0,
                    DemoActivity.join(List.of(FAITH, CHILDREN))),
            new DemoLibrary(
                    "Perpustakaan Pesantren Nurul Ilmi",
                    LibraryType.PSN,
                    Scheme.MANDIRI,
                    "33.06.12.2008",
                    Optional.of(Demo.ENDANG),
                    MemberRole.PENGELOLA,
                    2.0,
                    0,
                    DemoActivity.join(List.of(FAITH, COMMUNITY))),
            new DemoLibrary(
                    "Perpustakaan Desa Widya Pustaka",
                    LibraryType.DESA,
                    Scheme.PENUH,
                    "33.06.04.2005",
                    Optional.of(Demo.BAMBANG),
                    MemberRole.PENGELOLA,
                    2.4,
                    3,
                    DemoActivity.join(List.of(CHILDREN, VILLAGE))),
            new DemoLibrary(
                    "Perpustakaan Desa Sumber Pintar",
                    LibraryType.DESA,
                    Scheme.BUKU,
                    "33.06.11.2026",
                    Optional.empty(),
                    MemberRole.LAIN,
                    0,
                    0,
                    List.of()));

    DemoLibrary {
        activities = List.copyOf(activities);
    }
}
