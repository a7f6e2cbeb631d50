package id.laporpustaka.export;

import static java.util.stream.Collectors.joining;

import id.laporpustaka.place.Library;
import id.laporpustaka.place.Region;
import java.util.List;

/// The library in whose name a document is, with all that it lies in.
///
/// @param path from the province down to the library's own region
public record Letterhead(Library library, List<Region> path) {
    public Letterhead {
        path = List.copyOf(path);
    }

    /// `Desa Harjobinangun, Kec. Grabag, Kab. Purworejo, Jawa Tengah`.
    String place() {
        return path.reversed().stream().map(Region::title).collect(joining(", "));
    }
}
