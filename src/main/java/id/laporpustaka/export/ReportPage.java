package id.laporpustaka.export;

import id.laporpustaka.texts.ReportWords;
import java.util.List;

/// What the template of a report shows.
///
/// @param photos in rows of two
/// @param qr the address of the picture of the proof's address
record ReportPage(
        ReportDocument report,
        ReportWords words,
        String title,
        String sent,
        List<Line> lines,
        List<List<Photo>> photos,
        List<String> notices,
        String qr) {

    /// @param within what the line begins to tell of; empty if it goes on with the same
    record Line(String within, String label, String answer) {}

    /// @param address empty for a place in a row without a photo
    record Photo(String address, String caption) {}
}
