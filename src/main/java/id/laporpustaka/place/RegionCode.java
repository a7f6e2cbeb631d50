package id.laporpustaka.place;

/// What a dotted code tells.
final class RegionCode {
    private RegionCode() {}

    /// The code of what the region lies in.
    static String parent(String code) {
        return code.substring(0, code.lastIndexOf('.'));
    }

    /// The last part, the number within the parent.
    static String last(String code) {
        return code.substring(code.lastIndexOf('.') + 1);
    }

    static RegionLevel level(String code) {
        for (var level : RegionLevel.values()) {
            if (level.codeLength() == code.length()) {
                return level;
            }
        }
        throw new IllegalArgumentException("Not a dotted code: " + code);
    }
}
