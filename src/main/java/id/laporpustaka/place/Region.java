package id.laporpustaka.place;

/// A region of Indonesia.
///
/// @param id ours and for ever
/// @param code the dotted Kemendagri code, such as `33.06.01.2001`; belongs to the region for a time
/// @param name as the data has it: `Harjobinangun`, but `Kabupaten Purworejo`
public record Region(long id, String code, RegionLevel level, String name) {
    private static final String REGENCY = "Kabupaten ";
    private static final String CUSTOMARY_VILLAGE = "Desa Adat ";

    /// The name with what it is, as people write it: `Desa Harjobinangun`, `Kec. Grabag`, `Kab. Purworejo`.
    ///
    /// A village's kind is the first digit of the last part of its code (Permendagri 137/2017): 1 kelurahan, 2
    /// desa, 3 desa adat.
    public String title() {
        return switch (level) {
            case PROVINCE -> name;
            case REGENCY -> name.startsWith(REGENCY) ? "Kab. " + name.substring(REGENCY.length()) : name;
            case DISTRICT -> "Kec. " + name;
            case VILLAGE ->
                switch (code.charAt(RegionLevel.DISTRICT.codeLength() + 1)) {
                    case '1' -> "Kel. " + name;
                    case '3' -> name.startsWith(CUSTOMARY_VILLAGE) ? name : CUSTOMARY_VILLAGE + name;
                    default -> "Desa " + name;
                };
        };
    }
}
