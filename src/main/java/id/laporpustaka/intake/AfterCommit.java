package id.laporpustaka.intake;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.form.Language;
import java.util.List;
import java.util.Optional;

/// What is done once a batch has been committed, as best as it can be.
record AfterCommit(List<Press> presses, List<Menu> menus, boolean messages, boolean jobs, boolean files) {
    AfterCommit {
        presses = List.copyOf(presses);
        menus = List.copyOf(menus);
    }

    static AfterCommit nothing() {
        return new AfterCommit(List.of(), List.of(), false, false, false);
    }

    void run(CallbackAnswers answers, CommandMenus commandMenus, Intake.Bells bells) {
        presses.forEach(press -> answers.answer(press.queryId(), press.toast()));
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

    record Press(String queryId, Optional<String> toast) {}

    record Menu(long chatId, Language language, List<Command> commands) {}
}
