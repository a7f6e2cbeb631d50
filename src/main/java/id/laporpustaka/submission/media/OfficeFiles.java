package id.laporpustaka.submission.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Tells office documents from other archives, by what is in them. One with macros in it is none.
final class OfficeFiles {
    private static final int MOST_PARTS = 10_000;
    private static final int ENTRY = 128;
    private static final int NAME_LENGTH = 64;
    private static final int LONGEST_TYPE = 100;
    private static final Set<String> MACROS = Set.of("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros");

    private OfficeFiles() {}

    /// OOXML and OpenDocument.
    static Optional<FileKind> findInZip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), ISO_8859_1)) {
            if (zip.size() > MOST_PARTS) {
                return Optional.empty();
            }
            var names = new HashSet<String>();
            for (var parts = zip.entries(); parts.hasMoreElements(); ) {
                names.add(parts.nextElement().getName());
            }
            if (names.stream().anyMatch(OfficeFiles::isMacro)) {
                return Optional.empty();
            }
            var type = zip.getEntry("mimetype");
            if (type != null) {
                try (var bytes = zip.getInputStream(type)) {
                    return openDocument(new String(bytes.readNBytes(LONGEST_TYPE), US_ASCII));
                }
            }
            return names.contains("[Content_Types].xml") ? ooxml(names) : Optional.empty();
        } catch (ZipException _) {
            return Optional.empty();
        }
    }

    private static boolean isMacro(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin") || lower.startsWith("basic/") || lower.startsWith("scripts/");
    }

    private static Optional<FileKind> openDocument(String type) {
        return FileKind.ofContentType(type.strip()).filter(Set.of(FileKind.ODT, FileKind.ODS, FileKind.ODP)::contains);
    }

    private static Optional<FileKind> ooxml(Set<String> names) {
        if (names.contains("word/document.xml")) {
            return Optional.of(FileKind.DOCX);
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(FileKind.XLSX);
        }
        return names.contains("ppt/presentation.xml") ? Optional.of(FileKind.PPTX) : Optional.empty();
    }

    /// The documents of before 2007. Their directory has entries of 128 bytes, each at a multiple of that
    /// ([MS-CFB], 2.6.1), so its names are found without following it.
    static Optional<FileKind> findInCompound(Path file) throws IOException {
        var names = new HashSet<String>();
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (var entry = bytes.readNBytes(ENTRY); entry.length == ENTRY; entry = bytes.readNBytes(ENTRY)) {
                var length = (entry[NAME_LENGTH] & 0xFF) + ((entry[NAME_LENGTH + 1] & 0xFF) << 8);
                var isNamed = entry[NAME_LENGTH + 2] == 1 || entry[NAME_LENGTH + 2] == 2;
                if (isNamed && length > 2 && length <= NAME_LENGTH && length % 2 == 0) {
                    names.add(new String(entry, 0, length - 2, UTF_16LE));
                }
            }
        }
        if (names.stream().anyMatch(MACROS::contains)) {
            return Optional.empty();
        }
        if (names.contains("WordDocument")) {
            return Optional.of(FileKind.DOC);
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return Optional.of(FileKind.XLS);
        }
        return names.contains("PowerPoint Document") ? Optional.of(FileKind.PPT) : Optional.empty();
    }
}
