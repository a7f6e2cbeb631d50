package id.laporpustaka.place;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The CSV files in a zip that somebody has sent, at the top or in a folder. Never unpacks more than so many
/// bytes, however small the zip is.
final class RegionZip implements RegionFiles {
    /// The country has some 3 MB.
    static final int MOST_BYTES = 32 << 20;

    /// It would unpack to more than any region data.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final Map<String, byte[]> files;

    private RegionZip(Map<String, byte[]> files) {
        this.files = files;
    }

    /// @throws TooLarge if there is more in it than may be
    /// @throws ZipException if it is no zip
    static RegionZip unpack(byte[] zip) throws IOException {
        var wanted =
                Arrays.stream(RegionLevel.values()).map(RegionFiles::nameOf).collect(Collectors.toSet());
        // Latin, so that no name of a file can be wrong
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.ISO_8859_1)) {
            return new RegionZip(unpack(stream, wanted));
        }
    }

    private static Map<String, byte[]> unpack(ZipInputStream stream, Set<String> wanted) throws IOException {
        var files = new HashMap<String, byte[]>();
        var left = MOST_BYTES;
        var entries = 0;
        for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
            entries++;
            var bytes = stream.readNBytes(left + 1);
            left -= bytes.length;
            if (left < 0) {
                throw new TooLarge();
            }
            var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (wanted.contains(name)) {
                files.putIfAbsent(name, bytes);
            }
        }
        if (entries == 0) {
            throw new ZipException("There is nothing in it");
        }
        return files;
    }

    @Override
    public InputStream open(RegionLevel level) throws IOException {
        var bytes = files.get(RegionFiles.nameOf(level));
        if (bytes == null) {
            throw new NoSuchFileException(RegionFiles.nameOf(level));
        }
        return new ByteArrayInputStream(bytes);
    }
}
