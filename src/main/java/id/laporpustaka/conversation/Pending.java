package id.laporpustaka.conversation;

import id.laporpustaka.form.Value;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the question being asked still needs, or what is shown in its place. Gone with the next answer.
public sealed interface Pending {
    record Nothing() implements Pending {}

    /// Choices marked so far where several may be taken, and the page of the list that is shown.
    record Marked(List<String> codes, int page) implements Pending {
        public Marked {
            codes = List.copyOf(codes);
        }
    }

    /// Only the number of all participants is known; the split is asked.
    record Total(long number) implements Pending {}

    /// An answer that the form finds unusual waits for a yes.
    record Unusual(Map<String, Value> values, Optional<Integer> source) implements Pending {
        public Unusual {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /// A month's days are offered.
    record Calendar(YearMonth month) implements Pending {}

    /// A page of a long list of choices, counted from 0.
    record Page(int number) implements Pending {}

    /// The answers are listed, each with a button to change it; pages are counted from 0.
    record Editing(int page) implements Pending {}

    /// "Has it been reported already?" has been asked.
    record Doubted() implements Pending {}

    /// "Really cancel?" has been asked.
    record Cancelling() implements Pending {}
}
