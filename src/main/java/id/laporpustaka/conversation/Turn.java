package id.laporpustaka.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from one message: what is remembered, what is said, and what is changed.
///
/// @param keysGone sent before the reply where keys have to be taken away
/// @param reply at most one, so that a person gets one message for one answer
/// @param toast answers a press
/// @param language what both are worded in
public record Turn(
        ChatState after,
        Optional<Draft> draft,
        Optional<Placed> keysGone,
        Optional<Placed> reply,
        Optional<Toast> toast,
        List<Effect> effects,
        id.laporpustaka.form.Language language) {
    public Turn {
        effects = List.copyOf(effects);
    }

    Turn remembering(Pace pace) {
        return new Turn(after.with(pace), draft, keysGone, reply, toast, effects, language);
    }

    Turn with(Effect further) {
        var all = new ArrayList<>(effects);
        all.add(further);
        return new Turn(after, draft, keysGone, reply, toast, all, language);
    }

    /// A reply and the card it is written on.
    ///
    /// @param edit over that card, or as a new message
    /// @param replaces whether the card before it need not be sent any more, as this one asks in its place
    public record Placed(Reply reply, int card, boolean edit, boolean replaces) {}
}
