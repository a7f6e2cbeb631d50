package id.laporpustaka.texts;

import id.laporpustaka.form.Language;
import id.laporpustaka.summary.Measure;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.summary.score.Colour;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a printed summary says in one language. Plain text, to be escaped where it is shown.
public final class SummaryBookWords {
    private final Wording words;
    private final SummaryWords sums;
    private final ScoreCards scores;

    SummaryBookWords(Wording words) {
        this.words = words;
        this.sums = new SummaryWords(words);
        this.scores = new ScoreCards(words);
    }

    /// A number with what it counts.
    ///
    /// @param note what is known of it besides; may be empty
    public record Figure(String value, String label, String note) {}

    public Language language() {
        return words.language();
    }

    public String title() {
        return words.plain(Phrase.BOOK_TITLE);
    }

    public String period(LocalDate from, LocalDate to) {
        return words.period(from, to);
    }

    public String made(String role, String moment) {
        return words.plain(Phrase.BOOK_MADE, role, moment);
    }

    /// The totals, without those of which there are none.
    public List<Figure> figures(Totals totals) {
        var figures = new ArrayList<Figure>();
        figures.add(figure(totals.reports(), Phrase.SUMMARY_REPORTS, ""));
        figures.add(figure(
                totals.participants(),
                Phrase.SUMMARY_PARTICIPANTS,
                words.plain(Phrase.SUMMARY_SPLIT, words.number(totals.male()), words.number(totals.female()))));
        figures.add(figure(totals.sessions(), Phrase.SUMMARY_SESSIONS, ""));
        some(figures, totals.photos(), Phrase.SUMMARY_PHOTOS);
        some(figures, totals.visits(), Phrase.SUMMARY_VISITS);
        some(figures, totals.regulations(), Phrase.SUMMARY_REGULATIONS);
        some(figures, totals.stories(), Phrase.SUMMARY_STORIES);
        if (totals.amount() > 0) {
            figures.add(new Figure(words.rupiah(totals.amount()), sums.name(Measure.AMOUNT), ""));
        }
        return figures;
    }

    private void some(List<Figure> figures, long number, Phrase what) {
        if (number > 0) {
            figures.add(figure(number, what, ""));
        }
    }

    private Figure figure(long number, Phrase what, String note) {
        return new Figure(words.number(number), words.plain(what), note);
    }

    public String disabled(Totals totals) {
        return totals.disabledShown().stream()
                .mapToObj(number -> words.plain(Phrase.SUMMARY_DISABLED, words.number(number)))
                .findFirst()
                .orElseGet(() -> words.plain(Phrase.SUMMARY_DISABLED_FEW, Totals.FEWEST_SHOWN));
    }

    public String comparison(Totals now, Totals before, String period) {
        var said = sums.comparison(now, before, period);
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".";
    }

    public String scoreTitle(int year) {
        return words.plain(Phrase.BOOK_SCORE, Integer.toString(year));
    }

    /// `69,6 (kuning)`.
    public String score(BigDecimal points, Colour colour) {
        return scores.inWords(points, colour);
    }

    /// How many libraries have a colour.
    public String colour(Colour colour, int libraries) {
        return words.plain(Phrase.BOOK_COLOUR, words.plain(ScoreCards.phrase(colour)), words.number(libraries));
    }

    /// The heading of how many reports there were in the period before.
    public String earlier() {
        return words.plain(Phrase.BOOK_EARLIER);
    }

    public String neverJoined(int libraries) {
        return words.plain(Phrase.SCORE_NEVER_JOINED, words.number(libraries));
    }

    public String number(long number) {
        return words.number(number);
    }

    public String rupiah(long amount) {
        return words.rupiah(amount);
    }

    public String rest(int rows) {
        return words.plain(Phrase.BOOK_REST, words.number(rows));
    }

    public SummaryWords sums() {
        return sums;
    }
}
