package id.laporpustaka.export;

import id.laporpustaka.texts.ReportWords;
import id.laporpustaka.texts.ReportWords.Label;

/// What the template of the cover of several reports shows.
///
/// @param unprintable whether a sign on it had to be replaced
record CoverPage(ReportBook book, ReportWords words, boolean unprintable) {
    String period() {
        return words.periodLine(words.period(book.from(), book.to()));
    }

    String title() {
        return words.file(book.letterhead().library().name(), words.period(book.from(), book.to()));
    }

    String titleOf(ReportDocument report) {
        return report.title().orElseGet(() -> words.label(Label.UNTITLED));
    }

    String unprintableNotice() {
        return words.unprintable(PrintableText.PLACEHOLDER);
    }
}
