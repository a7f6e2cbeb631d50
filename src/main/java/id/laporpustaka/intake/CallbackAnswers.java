package id.laporpustaka.intake;

import java.util.Optional;

/// Answers button presses: best effort, outside the outbox and its limits, once for each press and never again.
/// Neither method waits for Telegram.
public interface CallbackAnswers {

    /// A press has been taken for handling: if it has not been answered within a second, it gets an empty answer, so
    /// that
    /// the button stops spinning.
    void expect(String queryId);

    /// The step that the press caused has committed.
    ///
    /// @param toast shown for a moment over the chat, at most 200 characters
    void answer(String queryId, Optional<String> toast);
}
