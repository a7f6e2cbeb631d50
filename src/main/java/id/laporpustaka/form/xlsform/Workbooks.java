package id.laporpustaka.form.xlsform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/// Forms as `.xlsx` workbooks (ECMA-376): read from whatever a stranger sends, within limits of time and memory,
/// and written so that reading gives the same cells again.
///
/// Read as other tools of XLSForm read them: hidden sheets and rows count, a merged cell has its text at its first
/// place only, a formula is the value that was last calculated.
public final class Workbooks {
    /// What a form may weigh as a file, in bytes.
    public static final int LARGEST_FILE = 2 << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    /// What tells days from numbers; simple programs leave it out.
    private static final byte[] STYLES = "xl/styles.xml".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private Workbooks() {}

    /// Never takes more of the file than [#LARGEST_FILE] allows.
    public static WorkbookReading read(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return read(input.readNBytes(LARGEST_FILE + 1));
        }
    }

    public static WorkbookReading read(byte[] file) {
        if (file.length > LARGEST_FILE) {
            return tooLargeAFile();
        }
        if (file.length == 0) {
            return WorkbookReading.Refused.because(
                    "File ini kosong. Pilih file formulirnya lagi.",
                    "This file is empty. Choose the form's file again.");
        }
        if (startsWith(file, OLD_OFFICE)) {
            return oldOffice(file);
        }
        try {
            return read(open(file));
        } catch (UnsafeWorkbook unsafe) {
            return unsafe.refusal();
        } catch (IOException
                | RuntimeException _) { // the library meets a damaged workbook with exceptions of many kinds
            return UnsafeWorkbook.damaged().refusal();
        }
    }

    /// Headers are bold and stay in view; every cell is text, so nothing is ever calculated from it.
    public static byte[] write(Sheets sheets) {
        return WorkbookWriter.write(sheets);
    }

    static WorkbookReading.Refused tooLargeAFile() {
        var megabytes = LARGEST_FILE >> 20;
        return WorkbookReading.Refused.because(
                "File ini lebih besar dari " + megabytes + " MB. Hapus gambar dan lembar yang tidak perlu.",
                "This file is larger than " + megabytes + " MB. Remove pictures and sheets that it does not need.");
    }

    static boolean isZip(byte[] file) {
        return startsWith(file, ZIP);
    }

    static boolean isOldOffice(byte[] file) {
        return startsWith(file, OLD_OFFICE);
    }

    static ReadableWorkbook open(byte[] file) throws IOException, UnsafeWorkbook {
        if (!startsWith(file, ZIP)) {
            throw WorkbookParts.notAWorkbook();
        }
        var parts = WorkbookParts.checked(file);
        return new ReadableWorkbook(new ByteArrayInputStream(parts), new ReadingOptions(contains(parts, STYLES), true));
    }

    private static WorkbookReading read(ReadableWorkbook workbook) throws IOException, UnsafeWorkbook {
        try (workbook) {
            var reader = new WorkbookReader();
            for (var sheet : workbook.getSheets().toList()) {
                reader.read(sheet);
            }
            return reader.finished();
        }
    }

    static WorkbookReading.Refused oldOffice(byte[] file) {
        return contains(file, ENCRYPTED)
                ? WorkbookReading.Refused.because(
                        "File ini dikunci dengan kata sandi. Hapus kata sandinya di Excel (Info, Lindungi Buku Kerja),"
                                + " lalu kirim lagi.",
                        "This file is locked with a password. Remove it in Excel (Info, Protect Workbook), then send"
                                + " the file again.")
                : WorkbookReading.Refused.because(
                        "File ini berformat Excel lama (.xls). Simpan sebagai Buku Kerja Excel (.xlsx), lalu kirim"
                                + " lagi.",
                        "This file has the old format of Excel (.xls). Save it as Excel Workbook (.xlsx), then send it"
                                + " again.");
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private static boolean contains(byte[] file, byte[] part) {
        for (var i = 0; i + part.length <= file.length; i++) {
            if (Arrays.equals(file, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
