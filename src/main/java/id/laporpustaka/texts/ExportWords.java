package id.laporpustaka.texts;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/// What files of reports say in one language. Plain text, to be escaped where it is shown.
public final class ExportWords {
    private final Wording words;
    private final ReportWords reports;

    ExportWords(Wording words) {
        this.words = words;
        this.reports = new ReportWords(words);
    }

    /// The columns that are no questions. Their names in lower case stand in files, so they never change.
    public enum Heading {
        NUMBER(Phrase.EXPORT_COLUMN_NUMBER),
        LIBRARY(Phrase.EXPORT_COLUMN_LIBRARY),
        LIBRARY_TYPE(Phrase.EXPORT_COLUMN_LIBRARY_TYPE),
        VILLAGE(Phrase.EXPORT_COLUMN_VILLAGE),
        VILLAGE_CODE(Phrase.EXPORT_COLUMN_VILLAGE_CODE),
        DISTRICT(Phrase.EXPORT_COLUMN_DISTRICT),
        DISTRICT_CODE(Phrase.EXPORT_COLUMN_DISTRICT_CODE),
        REGENCY(Phrase.EXPORT_COLUMN_REGENCY),
        REGENCY_CODE(Phrase.EXPORT_COLUMN_REGENCY_CODE),
        PROVINCE(Phrase.EXPORT_COLUMN_PROVINCE),
        PROVINCE_CODE(Phrase.EXPORT_COLUMN_PROVINCE_CODE),
        DATE_START(Phrase.EXPORT_COLUMN_DATE_START),
        DATE_END(Phrase.EXPORT_COLUMN_DATE_END),
        SENT_AT(Phrase.EXPORT_COLUMN_SENT_AT),
        STATUS(Phrase.EXPORT_COLUMN_STATUS),
        SENDER_ROLE(Phrase.EXPORT_COLUMN_SENDER_ROLE),
        /// Of a repeat.
        INSTANCE(Phrase.EXPORT_COLUMN_INSTANCE);

        private final Phrase phrase;

        Heading(Phrase phrase) {
            this.phrase = phrase;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Language language() {
        return words.language();
    }

    public String heading(Heading heading) {
        return words.plain(heading.phrase);
    }

    public String type(LibraryType type) {
        return words.plain(JoinCards.phrase(type));
    }

    public String status(Status status) {
        return reports.status(status);
    }

    public String role(MemberRole role) {
        return words.plain(JoinCards.phrase(role));
    }

    public String role(Role role) {
        return words.plain(JoinCards.phrase(role));
    }

    public String reporter() {
        return words.plain(Phrase.EXPORT_BY_REPORTER);
    }

    /// How many instances of a repeat there are.
    public String count(String label) {
        return words.plain(Phrase.EXPORT_COUNT, label);
    }

    public String latitude(String label) {
        return words.plain(Phrase.EXPORT_LATITUDE, label);
    }

    public String longitude(String label) {
        return words.plain(Phrase.EXPORT_LONGITUDE, label);
    }

    /// Stands in the place of files that may not be handed on.
    public String withheldFiles() {
        return words.plain(Phrase.EXPORT_WITHHELD_FILES);
    }

    /// Stands at the end of a text that was too long for a cell.
    public String cut() {
        return words.plain(Phrase.EXPORT_CUT);
    }

    /// Between the columns of a CSV file: what programs of people with this language expect, whose numbers have a comma
    /// or a point in them.
    public String separator() {
        return words.plain(Phrase.EXPORT_CSV_SEPARATOR);
    }

    public String decimalSeparator() {
        return words.plain(Phrase.DECIMAL_SEPARATOR);
    }

    public String continued(String name, int part) {
        return words.plain(Phrase.EXPORT_CONTINUED, name, part);
    }

    public String nameOfInfo() {
        return words.plain(Phrase.EXPORT_INFO);
    }

    public String nameOfDictionary() {
        return words.plain(Phrase.EXPORT_DICTIONARY);
    }

    /// Sheet, column, name, label, type, code and meaning.
    public List<String> dictionaryHeadings() {
        return List.of(words.plain(Phrase.EXPORT_DICTIONARY_HEADINGS).split("\\|", -1));
    }

    public String infoTitle() {
        return words.plain(Phrase.EXPORT_INFO_TITLE);
    }

    public String infoPeriod() {
        return words.plain(Phrase.EXPORT_INFO_PERIOD);
    }

    public String infoScope() {
        return words.plain(Phrase.EXPORT_INFO_SCOPE);
    }

    public String infoRole() {
        return words.plain(Phrase.EXPORT_INFO_ROLE);
    }

    public String infoMade() {
        return words.plain(Phrase.EXPORT_INFO_MADE);
    }

    public String infoRows(String form) {
        return words.plain(Phrase.EXPORT_INFO_ROWS, form);
    }

    public String infoLeftOut() {
        return words.plain(Phrase.EXPORT_INFO_LEFT_OUT);
    }

    public String leftOutStatuses() {
        return words.plain(Phrase.EXPORT_LEFT_OUT_STATUSES);
    }

    public String leftOutNames() {
        return words.plain(Phrase.EXPORT_LEFT_OUT_NAMES);
    }

    public String leftOutFiles() {
        return words.plain(Phrase.EXPORT_LEFT_OUT_FILES);
    }

    public String leftOutPrivate(String form) {
        return words.plain(Phrase.EXPORT_LEFT_OUT_PRIVATE, form);
    }

    public String wholeCountry() {
        return words.plain(Phrase.EXPORT_WHOLE_COUNTRY);
    }

    /// Libraries that are in the scope one by one.
    public String libraries(int count) {
        return words.plain(Phrase.EXPORT_LIBRARIES, words.number(count));
    }

    public String period(LocalDate from, LocalDate to) {
        return words.period(from, to);
    }

    public String moment(LocalDateTime at) {
        return "%s %02d.%02d".formatted(words.dayOfYear(at.toLocalDate()), at.getHour(), at.getMinute());
    }

    public String number(long number) {
        return words.number(number);
    }

    /// What a file is called, without an extension.
    public String file(ExportKind kind, LocalDate from, LocalDate to) {
        return switch (kind) {
            case ExportKind.Reports _ -> words.plain(Phrase.EXPORT_FILE, words.period(from, to));
            case ExportKind.Fixed _ -> words.plain(Phrase.EXPORT_WHAT, kind(kind), words.period(from, to));
        };
    }

    /// The sort of file, as people call it.
    public String kind(ExportKind kind) {
        return words.plain(
                switch (kind) {
                    case ExportKind.Reports reports ->
                        reports.format() == ExportKind.Format.XLSX ? Phrase.EXPORT_XLSX : Phrase.EXPORT_CSV;
                    case ExportKind.Fixed.SUMMARY -> Phrase.EXPORT_SUMMARY;
                    case ExportKind.Fixed.PHOTOS -> Phrase.EXPORT_PHOTOS;
                    case ExportKind.Fixed.IPLM -> Phrase.EXPORT_IPLM;
                    case ExportKind.Fixed.SIM_TPBIS -> Phrase.EXPORT_SIM_TPBIS;
                });
    }

    /// What is in a file of that kind, counted: reports, photos, or libraries.
    public String content(ExportKind kind, int count) {
        return words.plain(
                switch (kind) {
                    case ExportKind.Reports _ -> Phrase.EXPORT_OF_REPORTS;
                    case ExportKind.Fixed.SUMMARY -> Phrase.EXPORT_OF_REPORTS;
                    case ExportKind.Fixed.PHOTOS -> Phrase.EXPORT_OF_PHOTOS;
                    case ExportKind.Fixed.IPLM, ExportKind.Fixed.SIM_TPBIS -> Phrase.EXPORT_OF_LIBRARIES;
                },
                words.number(count));
    }

    /// That there are more photos than fit into one file, as the end of its name.
    public String firstOnly(int photos) {
        return words.plain(Phrase.EXPORT_FIRST_ONLY, words.number(photos));
    }

    public String nameOfPhotoList() {
        return words.plain(Phrase.EXPORT_PHOTO_LIST);
    }

    /// Photo, number of the report, library, day, and title.
    public List<String> photoListHeadings() {
        return List.of(words.plain(Phrase.EXPORT_PHOTO_LIST_HEADINGS).split("\\|", -1));
    }
}
