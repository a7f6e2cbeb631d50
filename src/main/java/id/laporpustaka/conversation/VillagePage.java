package id.laporpustaka.conversation;

import java.util.List;

/// Villages that were looked for, the likeliest first.
///
/// @param page counted from 0
/// @param more whether there is another page
public record VillagePage(int page, List<Joining.Village> villages, boolean more) {
    /// How many a page has.
    public static final int SIZE = 8;

    public VillagePage {
        villages = List.copyOf(villages);
    }
}
