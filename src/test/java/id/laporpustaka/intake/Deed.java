package id.laporpustaka.intake;

import id.laporpustaka.conversation.Input;
import java.util.Optional;

/// What somebody may do in a private chat; numbers are taken modulo what there is, so that every deed always fits.
sealed interface Deed {

    /// Does what the newest card asks for: types an answer that fits, or presses a button that leads on.
    record Advance(int which) implements Deed {}

    record Type(String text) implements Deed {}

    /// Presses any button that has ever been shown, the newest first.
    record Press(int which) implements Deed {}

    /// Presses a button that we never made, on a card that we may never have sent.
    record Forge(String data, Optional<Integer> card) implements Deed {}

    /// Does something else with the question that is asked, or the report that is shown, than its buttons offer.
    record Twist(String action, boolean question) implements Deed {}

    record Photo(Optional<String> album) implements Deed {}

    /// Changes the text of an earlier message.
    record Edit(int message, String text) implements Deed {}

    record Send(Input input) implements Deed {}

    /// A summary that was asked for is done.
    record Finish(int lines) implements Deed {}

    /// Goes on as the person of that name, or as nobody we know.
    record Become(String who) implements Deed {}

    record Wait(int hours) implements Deed {}
}
