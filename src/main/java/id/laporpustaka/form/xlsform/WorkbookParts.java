package id.laporpustaka.form.xlsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Unpacks a workbook (ECMA-376 part 2: a zip of XML parts) within limits, checks every part, and packs those
/// parts anew, so that the reader of workbooks sees nothing but what was checked, whatever the zip's own
/// directory says.
final class WorkbookParts {
    private static final int MOST_ENTRIES = 500;
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_RATIO = 200;
    private static final int RATIO_MATTERS_FROM = 1 << 20;

    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    private final byte[] given;
    private final SheetLimits limits = new SheetLimits();
    private long total;

    private WorkbookParts(byte[] given) {
        this.given = given;
    }

    static byte[] checked(byte[] given) throws UnsafeWorkbook {
        try {
            return new WorkbookParts(given).checked();
        } catch (IOException | RuntimeException _) { // a broken zip ends in exceptions of many kinds
            throw UnsafeWorkbook.damaged();
        }
    }

    private byte[] checked() throws IOException, UnsafeWorkbook {
        var names = new HashSet<String>();
        var packed = new ByteArrayOutputStream();
        try (var zip = ZipFile.builder().setByteArray(given).get();
                var copy = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
            copy.setLevel(Deflater.NO_COMPRESSION);
            var entries = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    throw UnsafeWorkbook.tooLarge();
                }
                var name = entry.getName();
                if (!isRead(name)) {
                    continue;
                }
                if (!names.add(name) || !METHODS.contains(entry.getMethod())) {
                    throw UnsafeWorkbook.damaged();
                }
                var content = unpack(zip, entry);
                limits.check(content);
                copy.putNextEntry(new ZipEntry(name));
                copy.write(content);
                copy.closeEntry();
            }
        }
        if (!names.contains("[Content_Types].xml")) {
            throw notAWorkbook();
        }
        return packed.toByteArray();
    }

    /// Pictures, fonts and printer settings are never looked at.
    private static boolean isRead(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return plain.endsWith(".xml") || plain.endsWith(".rels");
    }

    /// Counts while unpacking, as the sizes that a zip states are the sender's own words.
    private byte[] unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException, UnsafeWorkbook {
        var content = new ByteArrayOutputStream();
        var buffer = new byte[16 << 10];
        try (var input = zip.getInputStream(entry)) {
            for (var read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                total += read;
                if (total > MOST_BYTES || (total > RATIO_MATTERS_FROM && total / MOST_RATIO > given.length)) {
                    throw UnsafeWorkbook.tooLarge();
                }
                content.write(buffer, 0, read);
            }
        }
        return content.toByteArray();
    }

    static UnsafeWorkbook notAWorkbook() {
        return new UnsafeWorkbook(
                "File ini bukan buku kerja .xlsx. Di Excel, LibreOffice, atau Google Sheets pilih Simpan sebagai /"
                        + " Unduh, lalu .xlsx.",
                "This file is not an .xlsx workbook. In Excel, LibreOffice or Google Sheets choose Save as / Download,"
                        + " then .xlsx.");
    }
}
