package id.laporpustaka.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.menubutton.SetChatMenuButton;
import org.telegram.telegrambots.meta.api.objects.menubutton.MenuButtonDefault;
import org.telegram.telegrambots.meta.api.objects.menubutton.MenuButtonWebApp;
import org.telegram.telegrambots.meta.api.objects.webapp.WebAppInfo;

/// Sets the menu buttons of chats: best effort, and only what differs from what this process has set last. Safe to
/// use from all threads.
final class MenuButtons {
    private static final Logger LOG = LoggerFactory.getLogger(MenuButtons.class);
    private static final int REMEMBERED = 10_000;

    private final BotApi api;
    private final Map<Long, MenuButton> shown = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, MenuButton> eldest) {
            return size() > REMEMBERED;
        }
    };

    MenuButtons(BotApi api) {
        this.api = api;
    }

    /// Does not wait for Telegram.
    void show(MenuButton button) {
        if (!isNew(button)) {
            return;
        }
        var _ = api.call(method(button)).thenAccept(answer -> {
            if (!(answer instanceof Answer.Done)) {
                LOG.warn("The menu button of a chat could not be set: {}", answer);
                forget(button);
            }
        });
    }

    private synchronized boolean isNew(MenuButton button) {
        return !button.equals(shown.put(button.chatId(), button));
    }

    private synchronized void forget(MenuButton button) {
        shown.remove(button.chatId(), button);
    }

    private static SetChatMenuButton method(MenuButton button) {
        var shown = button.page()
                .<org.telegram.telegrambots.meta.api.objects.menubutton.MenuButton>map(page -> new MenuButtonWebApp(
                        page.text(), new WebAppInfo(page.address().toString())))
                .orElseGet(MenuButtonDefault::new);
        var method = new SetChatMenuButton();
        method.setChatId(Long.toString(button.chatId()));
        method.setMenuButton(shown);
        return method;
    }
}
