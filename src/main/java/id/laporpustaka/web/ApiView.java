package id.laporpustaka.web;

import id.laporpustaka.web.openapi.Parameter;
import java.util.List;

/// The API as people read about it.
///
/// @param tokens where they make a token; empty for those who can't
record ApiView(String document, String tokens, List<Shown> operations, List<RequestProblem.Kind> problems) {
    record Shown(
            String id,
            String path,
            String title,
            String text,
            String right,
            boolean csv,
            List<Named> parameters,
            List<Tried> examples) {}

    /// @param accepted the only values that it takes; empty if there are others
    record Named(String name, String meaning, List<String> accepted) {}

    record Tried(String command, String answer) {}

    static List<String> accepted(Parameter.Kind kind) {
        return kind instanceof Parameter.Kind.OneOf(var values) ? values : List.of();
    }
}
