package id.laporpustaka.export;

import id.laporpustaka.texts.SummaryBookWords;
import java.util.List;

/// What the template of a printed summary shows, all of it in words already.
///
/// @param figures in rows
/// @param lines what the totals say besides
/// @param standing how libraries stand; empty where none has a score
/// @param charts in rows
record SummaryPage(
        SummaryBookWords words,
        String title,
        String place,
        String period,
        String made,
        List<List<SummaryBookWords.Figure>> figures,
        List<String> lines,
        String standingTitle,
        List<String> standing,
        List<List<Chart>> charts,
        Table table,
        List<String> notices) {

    /// @param address empty for a place in a row without a picture
    record Chart(String address, String name) {}

    /// @param rest what the table has no room for; may be empty
    record Table(String title, List<String> headings, List<List<String>> rows, List<String> total, String rest) {}
}
