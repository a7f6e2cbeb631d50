package id.laporpustaka.place;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Zip files with region data.
public final class RegionZips {
    private RegionZips() {}

    /// idn-area-data 3.1.2 as it is.
    public static byte[] old() {
        try (var zip = Objects.requireNonNull(
                RegionZips.class.getResourceAsStream("/regions/idn-area-data-3.1.2/regions.zip"))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The regions of [SampleRegions] with other villages in Kec. Grabag.
    ///
    /// @param villages rows such as `33.06.01.2001,Harjobinangun`
    public static byte[] sample(String... villages) {
        return zip(sampleFiles(villages));
    }

    public static Map<String, byte[]> sampleFiles(String... villages) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("provinces.csv", bytes("code,name\n33,Jawa Tengah\n81,Maluku\n"));
        files.put(
                "regencies.csv",
                bytes("code,name\n33.06,Kabupaten Purworejo\n33.07,Kabupaten Wonosobo\n81.71,Kota Ambon\n"));
        files.put("districts.csv", bytes("code,name\n33.06.01,Grabag\n33.06.06,Purworejo\n33.07.01,Wadaslintang\n"));
        files.put(
                "villages.csv",
                bytes("code,name\n33.06.06.1007,Cangkrepkidul\n33.07.01.2001,Lancar\n"
                        + String.join("\n", villages)
                        + "\n"));
        return files;
    }

    public static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
