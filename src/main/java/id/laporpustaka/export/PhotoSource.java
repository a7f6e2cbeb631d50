package id.laporpustaka.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;

/// Where the photos of documents come from.
@FunctionalInterface
public interface PhotoSource {
    /// Those that there are, by Telegram's unique ids, in one query; what has not been fetched yet is not in the map.
    Map<String, Photo> findAll(Collection<String> uniqueIds);

    /// For when no photos are kept.
    static PhotoSource none() {
        return _ -> Map.of();
    }

    /// A photo that is read when it is printed, and not before.
    @FunctionalInterface
    interface Photo {
        InputStream open() throws IOException;
    }
}
