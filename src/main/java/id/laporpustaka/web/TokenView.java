package id.laporpustaka.web;

import java.util.List;
import java.util.Set;

/// What somebody has given to programs, and the forms to give more.
///
/// @param made what has just been made, with its secret, which is shown this once
/// @param forms of which a link can be made; empty for those who may not export
record TokenView(
        String notice,
        String problem,
        Made made,
        List<Row> tokens,
        List<Row> links,
        Typed typed,
        List<Option> rights,
        List<Option> regions,
        List<Option> forms,
        List<Option> periods,
        int mostDays) {
    record Made(String what, List<String> secrets) {
        static Made nothing() {
            return new Made("", List.of());
        }
    }

    /// @param soon whether it ends soon or is over
    record Row(String name, List<String> what, String where, String used, String until, boolean soon, String end) {}

    record Typed(String name, String days, String region, Set<String> rights) {}

    record Option(String value, String label) {}
}
