package id.laporpustaka.intake;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.form.Language;
import id.laporpustaka.outbox.DueMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is done once a batch has been committed, as best as it can be.
///
/// @param taken messages that are ours to send
/// @param messages whether there are others to be sent
record AfterCommit(
        List<Press> presses,
        List<Menu> menus,
        List<DueMessage> taken,
        boolean messages,
        boolean jobs,
        boolean files,
        Done done) {
    AfterCommit {
        presses = List.copyOf(presses);
        menus = List.copyOf(menus);
        taken = List.copyOf(taken);
    }

    static AfterCommit nothing() {
        return new AfterCommit(
                List.of(), List.of(), List.of(), false, false, false, new Done(0, 0, List.of(), List.of()));
    }

    /// @param began by [System#nanoTime], before the transaction
    void run(CallbackAnswers answers, CommandMenus commandMenus, Intake.Bells bells, long began) {
        presses.forEach(press -> answers.answer(press.queryId(), press.toast()));
        bells.outbox().sendAtOnce(taken, began);
        if (messages) {
            bells.outbox().ring();
        }
        if (jobs) {
            bells.jobs().ring();
        }
        if (files) {
            bells.files().ring();
        }
        menus.forEach(menu -> commandMenus.show(menu.chatId(), menu.language(), menu.commands()));
    }

    /// What was done, to be counted.
    ///
    /// @param updates that are done with
    /// @param stored when those updates became durable for which a step was taken
    /// @param sent when the messages that are answered were sent, by Telegram's date
    record Done(int updates, int steps, List<Instant> stored, List<Instant> sent) {
        void tell(IntakeCounts counts, Instant now) {
            if (updates > 0) {
                counts.handled(updates, steps);
            }
            stored.forEach(at -> counts.settled(sinceAtLeastNow(at, now)));
            sent.forEach(at -> counts.answered(sinceAtLeastNow(at, now)));
        }

        /// Clocks of different machines differ.
        private static Duration sinceAtLeastNow(Instant at, Instant now) {
            return at.isBefore(now) ? Duration.between(at, now) : Duration.ZERO;
        }
    }

    record Press(String queryId, Optional<String> toast) {}

    record Menu(long chatId, Language language, List<Command> commands) {}
}
