package id.laporpustaka.form.xlsform;

/// Ends the reading of a file that is damaged or asks for too much; never leaves this package.
final class UnsafeWorkbook extends Exception {
    private final WorkbookReading.Refused refusal;

    UnsafeWorkbook(String indonesian, String english) {
        super(english, null, false, false);
        this.refusal = WorkbookReading.Refused.because(indonesian, english);
    }

    static UnsafeWorkbook damaged() {
        return new UnsafeWorkbook(
                "File ini rusak. Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu kirim ulang.",
                "This file is damaged. Open it in Excel or LibreOffice, save it as .xlsx again, then send it anew.");
    }

    static UnsafeWorkbook tooLarge() {
        return new UnsafeWorkbook(
                "Isi file ini terlalu besar. Hapus lembar, baris, kolom, dan gambar yang tidak perlu.",
                "What is in this file is too large. Remove sheets, rows, columns and pictures that it does not need.");
    }

    WorkbookReading.Refused refusal() {
        return refusal;
    }
}
