package id.laporpustaka.place;

/// How large a region is. The numbers are stored and never change.
public enum RegionLevel {
    PROVINCE(1, 2),
    /// A kabupaten or a kota.
    REGENCY(2, 5),
    /// A kecamatan.
    DISTRICT(3, 8),
    /// A desa or a kelurahan.
    VILLAGE(4, 13);

    private final int number;
    private final int codeLength;

    RegionLevel(int number, int codeLength) {
        this.number = number;
        this.codeLength = codeLength;
    }

    public int number() {
        return number;
    }

    /// How many characters the dotted code of such a region has; the code of what it lies in is the beginning
    /// of it.
    public int codeLength() {
        return codeLength;
    }

    /// The level with this number, 1 to 4.
    public static RegionLevel of(int number) {
        return values()[number - 1];
    }
}
