package id.laporpustaka.place;

import java.util.Arrays;
import java.util.List;

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

    /// The code and those of all that the region lies in, the largest first.
    static List<String> withLarger(String code) {
        return Arrays.stream(RegionLevel.values())
                .filter(level -> level.codeLength() <= code.length())
                .map(level -> code.substring(0, level.codeLength()))
                .toList();
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
