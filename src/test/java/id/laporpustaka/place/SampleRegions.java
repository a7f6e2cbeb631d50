package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;

import java.time.LocalDate;
import org.jooq.DSLContext;

/// A few regions of Central Java and one of Maluku, for tests that need no more.
public final class SampleRegions {
    private SampleRegions() {}

    public static void addTo(DSLContext db) {
        add(db, "33", "Jawa Tengah");
        add(db, "33.06", "Kabupaten Purworejo");
        add(db, "33.06.01", "Grabag");
        add(db, "33.06.01.2001", "Harjobinangun");
        add(db, "33.06.01.2002", "Patutrejo");
        add(db, "33.06.06", "Purworejo");
        add(db, "33.06.06.1007", "Cangkrepkidul");
        add(db, "33.07", "Kabupaten Wonosobo");
        add(db, "33.07.01", "Wadaslintang");
        add(db, "33.07.01.2001", "Lancar");
        add(db, "81", "Maluku");
        add(db, "81.71", "Kota Ambon");
    }

    /// What it lies in must be there already.
    public static void add(DSLContext db, String code, String name) {
        var dot = code.lastIndexOf('.');
        var parent = dot < 0 ? null : id(db, code.substring(0, dot));
        db.insertInto(REGION)
                .set(REGION.CODE, code)
                .set(REGION.LEVEL, (short) code.split("\\.", -1).length)
                .set(REGION.NAME, name)
                .set(REGION.PARENT_ID, parent)
                .set(REGION.VALID_FROM, LocalDate.of(2025, 4, 25))
                .execute();
    }

    public static long id(DSLContext db, String code) {
        return new Regions(db).findByCode(code).orElseThrow().id();
    }
}
