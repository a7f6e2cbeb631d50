package id.laporpustaka.form.reading;

import id.laporpustaka.form.Value;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a typed text means as an answer.
public sealed interface Reading {
    /// `values` by the name of the question. `approximate` if the person said so (`25an`, `±25`, `250rb/bulan`).
    record Understood(Map<String, Value> values, boolean approximate) implements Reading {
        public Understood {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /// Must be asked; the candidates, if there are any, in the order of likelihood. A single one is to be confirmed.
    record Ambiguous(String question, AmbiguityKind kind, List<Value> candidates) implements Reading {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /// A number of participants without men and women. "Don't know" is an acceptable answer to the question that
    /// follows.
    record TotalOnly(long total, boolean approximate) implements Reading {}

    /// Both days included; the end is not before the start and not after the day of the message.
    record DayRange(LocalDate start, LocalDate end) implements Reading {}

    record Refused(Refusal reason) implements Reading {}
}
