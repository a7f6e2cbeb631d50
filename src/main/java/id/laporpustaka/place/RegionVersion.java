package id.laporpustaka.place;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/// The regions of one version of the data, by their dotted codes.
///
/// @param version its name, as it will be remembered, such as `idn-area-data 4.0.1`
/// @param names the name of each code; what each lies in is there, too
public record RegionVersion(String version, SortedMap<String, String> names) {
    /// The country has some 92,000.
    private static final int MOST = 300_000;

    private static final int LONGEST_NAME = 200;
    private static final Pattern CODE = Pattern.compile("\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?");

    public RegionVersion {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    /// The version that comes with the product.
    public static RegionVersion builtIn() {
        try {
            return switch (read(RegionFiles.builtIn(), RegionLoader.VERSION)) {
                case RegionReading.Accepted(var version) -> version;
                case RegionReading.Refused refused ->
                    throw new IllegalStateException("The region data among the resources is broken: " + refused);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the four CSV files.
    ///
    /// @param place a folder, or a zip file in which they lie at the top
    /// @throws UncheckedIOException if the disk cannot be read
    public static RegionReading read(Path place, String version) {
        try {
            if (Files.isDirectory(place)) {
                return read(RegionFiles.in(place), version);
            }
            try (var zip = FileSystems.newFileSystem(place)) {
                return read(RegionFiles.in(zip.getPath("/")), version);
            }
        } catch (ProviderNotFoundException | ZipException | NoSuchFileException _) {
            return new RegionReading.Refused(RegionReading.Fault.NO_FILE, String.valueOf(place.getFileName()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the four CSV files in a zip file that somebody has sent, which may be anything.
    public static RegionReading read(byte[] zip, String version) {
        try {
            return read(RegionZip.unpack(zip), version);
        } catch (RegionZip.TooLarge _) {
            return new RegionReading.Refused(RegionReading.Fault.TOO_LARGE, "", 0);
        } catch (ZipException | EOFException _) {
            return new RegionReading.Refused(RegionReading.Fault.NOT_A_ZIP, "", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of a region with what it lies in, such as `Desa Sidomulyo, Kec. Bener, Kab. Purworejo`.
    ///
    /// @param code of a region of this version
    public String title(String code) {
        var regions = RegionCode.withLarger(code).stream()
                .map(it -> new Region(0, it, RegionCode.level(it), names.getOrDefault(it, it)))
                .toList()
                .reversed();
        return new FoundRegion(regions.getFirst(), regions.subList(1, regions.size())).title();
    }

    static RegionReading read(RegionFiles files, String version) throws IOException {
        var names = new TreeMap<String, String>();
        for (var level : RegionLevel.values()) {
            var refused = read(files, level, names);
            if (refused.isPresent()) {
                return refused.orElseThrow();
            }
        }
        return new RegionReading.Accepted(new RegionVersion(version, names));
    }

    private static Optional<RegionReading> read(RegionFiles files, RegionLevel level, SortedMap<String, String> names)
            throws IOException {
        var file = RegionFiles.nameOf(level);
        var row = 0;
        try (var stream = files.open(level);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()))) {
            var csv = new RegionCsv(reader);
            var header = csv.row().orElse(List.of());
            var code = header.indexOf("code");
            var name = header.indexOf("name");
            row++;
            if (code < 0 || name < 0) {
                return refuse(RegionReading.Fault.NO_HEADER, file, row);
            }
            for (var fields = csv.row(); fields.isPresent(); fields = csv.row()) {
                row++;
                var values = joined(fields.orElseThrow(), header.size());
                var fault = add(values, code, name, level, names);
                if (fault.isPresent()) {
                    return refuse(fault.orElseThrow(), file, row);
                }
            }
            return row == 1 ? refuse(RegionReading.Fault.NOTHING_IN_IT, file, row) : Optional.empty();
        } catch (NoSuchFileException _) {
            return refuse(RegionReading.Fault.NO_FILE, file, 0);
        } catch (MalformedInputException _) {
            return refuse(RegionReading.Fault.NOT_UTF_8, file, row);
        }
    }

    /// Older versions do not quote names with commas; the name is last.
    private static List<String> joined(List<String> fields, int columns) {
        if (fields.size() <= columns) {
            return fields;
        }
        var joined = new ArrayList<>(fields.subList(0, columns - 1));
        joined.add(String.join(",", fields.subList(columns - 1, fields.size())));
        return joined;
    }

    private static Optional<RegionReading> refuse(RegionReading.Fault fault, String file, int row) {
        return Optional.of(new RegionReading.Refused(fault, file, row));
    }

    private static Optional<RegionReading.Fault> add(
            List<String> fields, int codeColumn, int nameColumn, RegionLevel level, SortedMap<String, String> names) {
        if (fields.size() <= Math.max(codeColumn, nameColumn)) {
            return Optional.of(RegionReading.Fault.TOO_FEW_FIELDS);
        }
        var code = fields.get(codeColumn).strip();
        var name = fields.get(nameColumn).strip();
        if (code.length() != level.codeLength() || !CODE.matcher(code).matches()) {
            return Optional.of(RegionReading.Fault.NOT_A_CODE);
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            return Optional.of(RegionReading.Fault.NOT_A_NAME);
        }
        if (level != RegionLevel.PROVINCE && !names.containsKey(RegionCode.parent(code))) {
            return Optional.of(RegionReading.Fault.LIES_IN_NOTHING);
        }
        if (names.put(code, name) != null) {
            return Optional.of(RegionReading.Fault.CODE_TWICE);
        }
        return names.size() > MOST ? Optional.of(RegionReading.Fault.TOO_MANY) : Optional.empty();
    }
}
