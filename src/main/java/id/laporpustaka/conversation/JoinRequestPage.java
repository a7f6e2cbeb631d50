package id.laporpustaka.conversation;

import java.util.List;

/// Some of those who wait to be let in.
///
/// @param page counted from 0
/// @param all how many wait
public record JoinRequestPage(int page, int all, List<JoinRequest> requests) {
    /// How many a page has.
    public static final int SIZE = 10;

    public JoinRequestPage {
        requests = List.copyOf(requests);
    }
}
