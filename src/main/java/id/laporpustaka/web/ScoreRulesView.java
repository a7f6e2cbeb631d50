package id.laporpustaka.web;

import java.util.List;
import java.util.Map;

/// What the page of the score's rules shows.
///
/// @param read the version that the visitor saw, so that nobody overwrites what somebody else has published since
/// @param typed what stands in each field
/// @param problems by field; those of the whole under `""`
/// @param preview what would become of the libraries; empty before it is asked for
record ScoreRulesView(
        String notice,
        String inForce,
        String read,
        List<Group> groups,
        List<Row> rows,
        Map<String, String> typed,
        Map<String, String> problems,
        List<String> preview,
        List<Version> versions) {

    /// A type of libraries.
    ///
    /// @param same the field that says that the same is expected as of the first type; empty for that one
    record Group(String key, String label, String same) {}

    /// @param unit what a target is for
    record Row(String indicator, String label, String unit) {}

    /// @param changes what differs from the version before it
    record Version(String title, String published, List<String> changes) {}

    String value(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean isWrong(String field) {
        return problems.containsKey(field);
    }

    String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}
