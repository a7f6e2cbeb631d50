package id.laporpustaka.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;

/// Which of a chat's waiting messages goes next, and which need not go at all.
///
/// Of several messages for one card only the newest is sent, with the first one's place in Telegram if there is
/// one; and none for a card that a newer message replaces.
///
/// @param behind what waits until the next one has gone
record Choice(Waiting next, List<Long> superseded, List<Long> behind) {

    /// @param waiting all of a chat's messages that are not finished, oldest first; at least one
    static Choice among(List<Waiting> waiting) {
        var written = new HashSet<Integer>();
        var kept = new ArrayList<Waiting>();
        var superseded = new ArrayList<Long>();
        for (var message : waiting.reversed()) {
            if (written.contains(message.card())) {
                superseded.add(message.id());
            } else {
                kept.add(message);
            }
            written.add(message.card());
            message.replaces().ifPresent(written::add);
        }
        var next = kept.stream()
                .min(Comparator.comparingInt(Waiting::priority).thenComparingLong(Waiting::id))
                .orElseThrow(() -> new NoSuchElementException("A chat without waiting messages has no next one."));
        var behind =
                kept.stream().map(Waiting::id).filter(id -> id != next.id()).toList();
        return new Choice(next, List.copyOf(superseded), behind);
    }
}
