package id.laporpustaka.web;

import java.util.List;

/// All that the page of one candidate shows, worded and formatted.
///
/// @param present which version people are asked now, or that the form is new
/// @param warning what publishing does besides; empty for nothing
/// @param differences against the present version; empty for a new form and where nothing differs
/// @param comparison says what the differences are against, or that there are none
/// @param remarks what was left out without harm
record FormPreviewView(
        String title,
        String otherTitle,
        String version,
        String present,
        String warning,
        String comparison,
        List<Difference> differences,
        List<String> remarks,
        List<Item> items,
        String publish,
        String discard) {
    /// Longer lists of choices are folded.
    static final int SHORT_LIST = 8;

    /// @param sign `+`, `−` or `~`
    /// @param style the class of the sign
    record Difference(String sign, String style, String kind, String title, String name, List<Cell> cells) {}

    record Cell(String column, String before, String after) {}

    /// A question, or the beginning of a group, which has no number.
    ///
    /// @param depth how many groups are around it, at most 3
    /// @param otherLabel in the other language; empty if it has none
    record Item(
            String number,
            int depth,
            String name,
            String label,
            String otherLabel,
            String hint,
            String kind,
            List<Rule> rules,
            List<Choice> choices) {}

    /// @param expression as its author wrote it; empty if the words say all
    record Rule(String label, String words, String expression) {}

    record Choice(String label, String otherLabel, String code) {}
}
