package id.laporpustaka.conversation;

import java.util.List;

/// That a place that was typed is not clear.
///
/// @param places of such a name that the person may see, few; empty if there are none
/// @param elsewhere whether there is such a place where they may not see
/// @param own what they may see
public record PlaceChoice(List<Found> places, boolean elsewhere, String own) {
    public PlaceChoice {
        places = List.copyOf(places);
    }

    /// One that may be meant.
    ///
    /// @param code of a [SummaryAsk.Place]
    public record Found(String code, String title) {}
}
