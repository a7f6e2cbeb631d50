package id.laporpustaka.texts;

import id.laporpustaka.form.Language;
import id.laporpustaka.submission.Status;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Measure;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Totals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/// What pictures and sheets of summaries say in one language. Plain text, to be escaped where it is shown.
public final class SummaryWords {
    private final Wording words;

    SummaryWords(Wording words) {
        this.words = words;
    }

    public Language language() {
        return words.language();
    }

    /// `Peserta per bidang`.
    public String heading(Measure measure, GroupBy groupBy) {
        var by = by(groupBy);
        return by.isEmpty() ? name(measure) : name(measure) + " " + by.toLowerCase(Locale.ROOT);
    }

    /// `Per bidang`; empty for totals only.
    public String by(GroupBy groupBy) {
        return switch (groupBy) {
            case NONE -> "";
            case MONTH -> words.plain(Phrase.BY_MONTH);
            case TYPE -> words.plain(Phrase.BY_TYPE);
            case TOPIC -> words.plain(Phrase.BY_TOPIC);
            case AGE_GROUP -> words.plain(Phrase.BY_AGE_GROUP);
            case ACTIVITY_FORM -> words.plain(Phrase.BY_ACTIVITY_FORM);
            case PROVINCE -> words.plain(Phrase.BY_PROVINCE);
            case REGENCY -> words.plain(Phrase.BY_REGENCY);
            case DISTRICT -> words.plain(Phrase.BY_DISTRICT);
            case VILLAGE -> words.plain(Phrase.BY_VILLAGE);
            case LIBRARY -> words.plain(Phrase.BY_LIBRARY);
            case STATUS -> words.plain(Phrase.BY_STATUS);
            case PARTNER -> words.plain(Phrase.BY_PARTNER);
            case FUND -> words.plain(Phrase.BY_FUND);
            case REPORTER -> words.plain(Phrase.BY_REPORTER);
            case QUESTION -> words.plain(Phrase.BY_ANSWER);
        };
    }

    /// `Peserta`.
    public String name(Measure measure) {
        return words.plain(
                switch (measure) {
                    case REPORTS -> Phrase.MEASURE_REPORTS;
                    case SESSIONS -> Phrase.MEASURE_SESSIONS;
                    case PARTICIPANTS -> Phrase.MEASURE_PARTICIPANTS;
                    case AMOUNT -> Phrase.MEASURE_AMOUNT;
                });
    }

    public String value(Measure measure, long value) {
        return measure == Measure.AMOUNT ? words.rupiah(value) : words.number(value);
    }

    public String month(YearMonth month) {
        return words.month(month);
    }

    /// `Agu 2025`.
    public String monthShort(YearMonth month) {
        return words.monthShort(month);
    }

    /// A month, a year, or both ends.
    public String period(LocalDate from, LocalDate to) {
        return words.period(from, to);
    }

    /// `12 dari 15 perpustakaan sudah melapor; 14 sudah bergabung.`
    public String coverage(Coverage coverage) {
        return words.plain(
                Phrase.SUMMARY_COVERAGE,
                words.number(coverage.reported()),
                words.number(coverage.partners()),
                words.number(coverage.joined()));
    }

    /// How many more or fewer reports there are than in the period before.
    public String comparison(Totals now, Totals before, String period) {
        if (before.reports() == 0) {
            return words.plain(Phrase.SUMMARY_NONE_BEFORE, period);
        }
        var change = Math.round(100.0 * (now.reports() - before.reports()) / before.reports());
        if (change == 0) {
            return words.plain(Phrase.SUMMARY_SAME, period);
        }
        return words.plain(
                change > 0 ? Phrase.SUMMARY_MORE : Phrase.SUMMARY_LESS, words.number(Math.abs(change)), period);
    }

    /// `Terverifikasi`.
    public String status(Status status) {
        return words.plain(Phrase.valueOf("STATUS_" + status.name()));
    }

    /// Rows that were joined because each is too small to be told.
    public String others() {
        return words.plain(Phrase.GROUP_OTHERS);
    }

    public String unknown() {
        return words.plain(Phrase.GROUP_UNKNOWN);
    }

    /// `17 Agu 2025`.
    public String dayShort(LocalDate day) {
        return day.getDayOfMonth() + " " + words.monthShort(YearMonth.from(day));
    }

    /// What a file is called, without an extension.
    public String fileName(String place, Period period) {
        var name = words.plain(Phrase.SUMMARY_FILE, place, period(period.from(), period.to()));
        return Wording.shorten(name.replaceAll("[/\\\\\\p{Cntrl}]", "-"), 100);
    }

    public String nameOfSheet() {
        return words.plain(Phrase.SUMMARY_SHEET_NAME);
    }

    public String title() {
        return words.plain(Phrase.SUMMARY_SHEET_PLACE);
    }

    public String periodName() {
        return words.plain(Phrase.SUMMARY_SHEET_PERIOD);
    }

    public String beforeName() {
        return words.plain(Phrase.SUMMARY_SHEET_BEFORE);
    }

    /// The heading of a column about the period before.
    public String before(String what) {
        return words.plain(Phrase.SUMMARY_SHEET_COLUMN_BEFORE, what);
    }

    public String total() {
        return words.plain(Phrase.SUMMARY_SHEET_TOTAL);
    }

    public String report() {
        return words.plain(Phrase.SUMMARY_SHEET_REPORT);
    }

    public String number() {
        return words.plain(Phrase.SUMMARY_SHEET_NUMBER);
    }

    public String day() {
        return words.plain(Phrase.SUMMARY_SHEET_DAY);
    }

    public String male() {
        return words.plain(Phrase.SUMMARY_SHEET_MALE);
    }

    public String female() {
        return words.plain(Phrase.SUMMARY_SHEET_FEMALE);
    }

    public String disabled() {
        return words.plain(Phrase.SUMMARY_SHEET_DISABLED);
    }

    /// In place of a number that is so small that it could tell who they are.
    public String few() {
        return words.plain(Phrase.SUMMARY_SHEET_FEW, Totals.FEWEST_SHOWN);
    }

    /// That there are no reports.
    public String nothing() {
        return words.plain(Phrase.SUMMARY_EMPTY);
    }

    /// What the rows make up that a picture has no room for.
    public String others(int rows, Measure measure, long value) {
        return words.plain(Phrase.CHART_OTHERS, words.number(rows), value(measure, value));
    }

    /// What the months make up that a picture begins after.
    public String earlierMonths(int months, Measure measure, long value) {
        return words.plain(Phrase.CHART_EARLIER_MONTHS, words.number(months), value(measure, value));
    }
}
