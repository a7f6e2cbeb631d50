package id.laporpustaka.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Facts outside the form; pure: an implementation answers from what it was given, and notes what it could not
/// answer.
///
/// What is not looked up yet reads as `''` or as no rows; the caller looks it up and evaluates again.
public interface ExternalData {
    /// The cell of the row whose column `key` is `value`, `""` if there is no such row; empty while it is not
    /// looked up yet.
    Optional<String> find(ExternalCell cell);

    /// All rows of a table, by column; empty while not looked up yet. Each row has at least `name` and `label`.
    Optional<List<Map<String, String>>> findRows(ExternalTable table);

    /// Knows everything to be absent.
    static ExternalData none() {
        return None.ABSENT;
    }

    /// What [#none()] gives.
    enum None implements ExternalData {
        ABSENT;

        @Override
        public Optional<String> find(ExternalCell cell) {
            return Optional.of("");
        }

        @Override
        public Optional<List<Map<String, String>>> findRows(ExternalTable table) {
            return Optional.of(List.of());
        }
    }
}
