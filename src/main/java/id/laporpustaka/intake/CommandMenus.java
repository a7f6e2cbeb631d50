package id.laporpustaka.intake;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.form.Language;
import java.util.List;

/// Shows in a chat the commands that its person may use: best effort, does not wait for Telegram.
@FunctionalInterface
public interface CommandMenus {
    void show(long chatId, Language language, List<Command> commands);
}
