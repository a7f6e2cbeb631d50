package id.laporpustaka.intake;

import id.laporpustaka.form.ExternalCell;
import id.laporpustaka.form.ExternalTable;
import id.laporpustaka.submission.SubmissionNumber;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// What the library of a [Play] has reported before.
final class PastOfTheLibrary {
    private static final YearMonth JULY = YearMonth.of(2025, 7);

    private PastOfTheLibrary() {}

    static String cell(ExternalCell cell) {
        if (cell.key().equals("photo")) {
            return cell.value().contains("photo4") ? SubmissionNumber.of("PM", JULY, 40) : "";
        }
        return switch (cell.key() + " " + cell.value()) {
            case "month ST/2025-06" -> SubmissionNumber.of("ST", JULY, 41);
            case "link https://www.instagram.com/p/lama" -> SubmissionNumber.of("PB", JULY, 42);
            case "day PM/2025-08-16" -> "3";
            case "visits ST" -> "100.0";
            default -> "";
        };
    }

    static List<Map<String, String>> rows(ExternalTable table) {
        return switch (table) {
            case LIBRARIES ->
                List.of(Map.of("name", "1", "label", "Perpustakaan Cahaya Ilmu", "type", "DESA", "scheme", "PENUH"));
            case MY_REPORTS ->
                List.of(
                        report("PM", 43, "Pelatihan keripik singkong", "17/8/2025"),
                        report("PB", 42, "Foto pelatihan", "17/8/2025"),
                        report("AD", 44, "Audiensi dengan kepala desa", "4/8/2025"));
            case HISTORY -> List.of();
        };
    }

    private static Map<String, String> report(String form, long number, String title, String date) {
        return Map.of(
                "name", SubmissionNumber.of(form, YearMonth.of(2025, 8), number),
                "label", title + " · " + date,
                "form_id", form,
                "date", date,
                "title", title);
    }
}
