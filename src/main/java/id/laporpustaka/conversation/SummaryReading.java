package id.laporpustaka.conversation;

import id.laporpustaka.conversation.SummaryAsk.By;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SummaryFilter;
import java.util.List;
import java.util.Optional;

/// How a question for a summary was understood.
///
/// @param place what remains: the name of a region or a library; may be empty
/// @param unknown words that mean nothing here, or that say the same thing twice
public record SummaryReading(
        Optional<Period> period, Optional<By> by, SummaryFilter filter, String place, List<String> unknown) {
    public SummaryReading {
        unknown = List.copyOf(unknown);
    }
}
