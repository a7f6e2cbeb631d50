package id.laporpustaka.telegram;

import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.Keys;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardRemove;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/// A message as a call of the Bot API: to be sent, or to be written over one that has been sent.
final class Rendered {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final int LONGEST_TEXT = 4_096;

    private Rendered() {}

    /// @param thread of a new message
    /// @param messageId empty for a message with keys
    static BotApiMethod<?> styled(long chatId, OptionalInt thread, OptionalInt messageId, OutgoingMessage message) {
        return messageId.isPresent()
                ? edited(chatId, messageId.getAsInt(), message.html(), "HTML", inline(message.keyboard()))
                : sent(chatId, thread, message.html(), "HTML", markup(message).orElse(null));
    }

    /// What stands under a message or in place of the phone's keyboard.
    static Optional<ReplyKeyboard> markup(OutgoingMessage message) {
        return switch (message.keys()) {
            case Keys.Untouched _ -> Optional.ofNullable(inline(message.keyboard()));
            case Keys.Shown(var rows) -> Optional.of(keys(rows));
            case Keys.Removed _ -> Optional.of(new ReplyKeyboardRemove(true));
        };
    }

    /// Only what can be read, for when Telegram refuses more: no style and no buttons; their links become text.
    static BotApiMethod<?> plain(long chatId, OptionalInt thread, OptionalInt messageId, OutgoingMessage message) {
        var links = message.keyboard().stream().flatMap(List::stream).flatMap(button -> switch (button) {
            case Button.Link(var label, var url) -> Stream.of(label + ": " + url);
            case Button.Callback _ -> Stream.empty();
        });
        var text = Stream.concat(Stream.of(plainText(message.html())), links).collect(Collectors.joining("\n"));
        return messageId.isPresent()
                ? edited(chatId, messageId.getAsInt(), shortened(text), null, null)
                : sent(chatId, thread, shortened(text), null, null);
    }

    private static BotApiMethod<?> sent(
            long chatId, OptionalInt thread, String text, @Nullable String style, @Nullable ReplyKeyboard markup) {
        return SendMessage.builder()
                .chatId(chatId)
                .messageThreadId(thread.isPresent() ? (Integer) thread.getAsInt() : null)
                .text(text)
                .parseMode(style)
                .linkPreviewOptions(noPreview())
                .replyMarkup(markup)
                .build();
    }

    private static BotApiMethod<?> edited(
            long chatId, int messageId, String text, @Nullable String style, @Nullable InlineKeyboardMarkup keyboard) {
        return EditMessageText.builder()
                .chatId(chatId)
                .messageId(messageId)
                .text(text)
                .parseMode(style)
                .linkPreviewOptions(noPreview())
                .replyMarkup(keyboard)
                .build();
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private static @Nullable InlineKeyboardMarkup inline(List<List<Button>> rows) {
        return rows.isEmpty()
                ? null
                : new InlineKeyboardMarkup(rows.stream()
                        .map(row -> new InlineKeyboardRow(
                                row.stream().map(Rendered::button).toList()))
                        .toList());
    }

    private static ReplyKeyboardMarkup keys(List<List<Keys.Key>> rows) {
        return ReplyKeyboardMarkup.builder()
                .keyboard(rows.stream()
                        .map(row ->
                                new KeyboardRow(row.stream().map(Rendered::key).toList()))
                        .toList())
                .resizeKeyboard(true)
                .oneTimeKeyboard(true)
                .build();
    }

    private static KeyboardButton key(Keys.Key key) {
        var button = KeyboardButton.builder().text(key.label());
        return key.asksPlace() ? button.requestLocation(true).build() : button.build();
    }

    private static InlineKeyboardButton button(Button button) {
        var builder = InlineKeyboardButton.builder().text(button.label());
        return switch (button) {
            case Button.Callback(var _, var data) -> builder.callbackData(data).build();
            case Button.Link(var _, var url) -> builder.url(url).build();
        };
    }

    private static String plainText(String html) {
        return TAG.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
