package id.laporpustaka.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The four CSV files of a version of the region data: `provinces.csv`, `regencies.csv`, `districts.csv` and
/// `villages.csv`, in the layout of idn-area-data.
interface RegionFiles {
    /// Opens the file of the regions of a level.
    ///
    /// @throws NoSuchFileException if there is none
    InputStream open(RegionLevel level) throws IOException;

    static String nameOf(RegionLevel level) {
        return switch (level) {
            case PROVINCE -> "provinces.csv";
            case REGENCY -> "regencies.csv";
            case DISTRICT -> "districts.csv";
            case VILLAGE -> "villages.csv";
        };
    }

    /// Those that come with the product.
    static RegionFiles builtIn() {
        return level -> {
            var resource = "/db/regions/" + nameOf(level);
            var stream = RegionFiles.class.getResourceAsStream(resource);
            if (stream == null) {
                throw new NoSuchFileException(resource);
            }
            return stream;
        };
    }

    static RegionFiles in(Path folder) {
        return level -> Files.newInputStream(folder.resolve(nameOf(level)));
    }
}
