package id.laporpustaka.texts;

import id.laporpustaka.form.Language;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.texts.ExportWords.Heading;
import java.time.LocalDate;
import java.time.YearMonth;

/// What workbooks with figures for the National Library say in one language. Plain text, to be escaped where it is
/// shown.
public final class RecapWords {
    private final Wording words;
    private final ExportWords exports;

    RecapWords(Wording words) {
        this.words = words;
        this.exports = new ExportWords(words);
    }

    /// A number that reports add up to.
    public enum Figure {
        ENGAGEMENTS(Phrase.RECAP_ENGAGEMENTS),
        SESSIONS(Phrase.RECAP_SESSIONS),
        MALE(Phrase.RECAP_MALE),
        FEMALE(Phrase.RECAP_FEMALE),
        PARTICIPANTS(Phrase.RECAP_PARTICIPANTS),
        DISABLED(Phrase.RECAP_DISABLED),
        WITH_PARTNERS(Phrase.RECAP_WITH_PARTNERS),
        ADVOCACIES(Phrase.RECAP_ADVOCACIES),
        AGREEMENTS(Phrase.RECAP_AGREEMENTS),
        IMPROVEMENTS(Phrase.RECAP_IMPROVEMENTS),
        PUBLICATIONS(Phrase.RECAP_PUBLICATIONS),
        POSTS(Phrase.RECAP_POSTS),
        STORIES(Phrase.RECAP_STORIES),
        STATISTICS(Phrase.RECAP_STATISTICS),
        VISITS(Phrase.RECAP_VISITS),
        ONLINE_USERS(Phrase.RECAP_ONLINE_USERS),
        USERS(Phrase.RECAP_USERS),
        ICT_USERS(Phrase.RECAP_ICT_USERS),
        LOANS(Phrase.RECAP_LOANS),
        DIGITAL_USES(Phrase.RECAP_DIGITAL_USES),
        SERVICES(Phrase.RECAP_SERVICES),
        POLICIES(Phrase.RECAP_POLICIES);

        private final Phrase phrase;

        Figure(Phrase phrase) {
            this.phrase = phrase;
        }
    }

    public Language language() {
        return words.language();
    }

    public String heading(Figure figure) {
        return words.plain(figure.phrase);
    }

    /// Of a column about the library.
    public String heading(Heading heading) {
        return exports.heading(heading);
    }

    /// What is counted by the kinds of regulation that a form lists.
    public String regulation(String kind) {
        return words.plain(Phrase.RECAP_REGULATION, kind);
    }

    public String npp() {
        return words.plain(Phrase.RECAP_NPP);
    }

    public String type(LibraryType type) {
        return exports.type(type);
    }

    public String month(YearMonth month) {
        return words.month(month);
    }

    public String period(LocalDate from, LocalDate to) {
        return words.period(from, to);
    }

    public String iplmTitle(int year) {
        return words.plain(Phrase.RECAP_IPLM_TITLE, Integer.toString(year));
    }

    public String simTitle() {
        return words.plain(Phrase.RECAP_SIM_TITLE);
    }

    /// Names of sheets.
    public String nameOfOverview() {
        return words.plain(Phrase.RECAP_OVERVIEW);
    }

    public String nameOfLibraries() {
        return words.plain(Phrase.RECAP_LIBRARIES);
    }

    public String nameOfMonths() {
        return words.plain(Phrase.RECAP_MONTHS);
    }

    public String headingOfFigure() {
        return words.plain(Phrase.RECAP_FIGURE);
    }

    public String headingOfNumber() {
        return words.plain(Phrase.RECAP_NUMBER);
    }

    public String headingOfSource() {
        return words.plain(Phrase.RECAP_SOURCE);
    }

    public String headingOfMonth() {
        return words.plain(Phrase.RECAP_MONTH);
    }

    /// In the place of a number that reports do not tell.
    public String notCollected() {
        return words.plain(Phrase.RECAP_NOT_COLLECTED);
    }

    /// In the place of a number that nobody has reported anything for.
    public String noneOf(String form) {
        return words.plain(Phrase.RECAP_NONE_OF_FORM, form);
    }

    /// Where the numbers of a form come from.
    public String source(String form) {
        return words.plain(Phrase.RECAP_FROM_FORM, form);
    }

    public String statisticsHint(long complete, long libraries) {
        return words.plain(Phrase.RECAP_STATISTICS_HINT, words.number(complete), words.number(libraries));
    }

    /// That people at an event of several libraries are counted once in sums, and by each library in its row.
    public String sharedOnce() {
        return words.plain(Phrase.RECAP_SHARED_ONCE);
    }

    public String iplmSource() {
        return words.plain(Phrase.RECAP_IPLM_SOURCE);
    }

    public String simSource() {
        return words.plain(Phrase.RECAP_SIM_SOURCE);
    }

    public String leftOut() {
        return exports.infoLeftOut() + ": " + exports.leftOutStatuses();
    }

    public String place() {
        return exports.infoScope();
    }

    public String period() {
        return exports.infoPeriod();
    }

    public String role() {
        return exports.infoRole();
    }

    public String made() {
        return exports.infoMade();
    }
}
