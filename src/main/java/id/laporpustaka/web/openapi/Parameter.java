package id.laporpustaka.web.openapi;

import java.util.List;

/// A parameter of an operation. What it means is told by its name, which means the same everywhere.
public record Parameter(String name, In in, Kind kind, String example) {
    /// Where it stands.
    public enum In {
        PATH,
        QUERY
    }

    /// What it takes.
    public sealed interface Kind {
        /// Any short text.
        record Text() implements Kind {}

        /// A day as in ISO 8601.
        record Day() implements Kind {}

        record Whole(long least, long most) implements Kind {}

        record OneOf(List<String> values) implements Kind {
            public OneOf {
                values = List.copyOf(values);
            }
        }
    }

    public static Parameter path(String name, Kind kind, String example) {
        return new Parameter(name, In.PATH, kind, example);
    }

    public static Parameter query(String name, Kind kind, String example) {
        return new Parameter(name, In.QUERY, kind, example);
    }
}
