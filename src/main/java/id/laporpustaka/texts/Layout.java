package id.laporpustaka.texts;

import id.laporpustaka.conversation.Press;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// A message being laid out: paragraphs, and rows of buttons under them.
final class Layout {
    /// Two buttons share a row on a small phone if neither label is longer than this.
    private static final int HALF_A_ROW = 18;

    /// Telegram's limit for the text of a message, in UTF-16 units (Bot API, sendMessage).
    private static final int LONGEST = 4096;

    private final StringBuilder html = new StringBuilder();
    private final List<List<Button>> rows = new ArrayList<>();

    /// Begins a new line; nothing for an empty text.
    Layout line(Html text) {
        return append(text, "\n");
    }

    /// Begins a new paragraph.
    Layout paragraph(Html text) {
        return append(text, "\n\n");
    }

    private Layout append(Html text, String before) {
        if (text.source().isEmpty()
                || html.length() + before.length() + text.source().length() > LONGEST) {
            return this;
        }
        if (!html.isEmpty()) {
            html.append(before);
        }
        html.append(text.source());
        return this;
    }

    Layout row(Button button) {
        return row(List.of(button));
    }

    Layout row(Button... buttons) {
        return row(List.of(buttons));
    }

    Layout row(List<Button> buttons) {
        if (!buttons.isEmpty()) {
            rows.add(List.copyOf(buttons));
        }
        return this;
    }

    /// In as few rows as a small phone allows, in order.
    Layout packed(List<Button> buttons) {
        var waiting = new ArrayList<Button>();
        for (var button : buttons) {
            var isShort = button.label().length() <= HALF_A_ROW;
            if (!isShort || waiting.size() == 2) {
                row(waiting);
                waiting.clear();
            }
            waiting.add(button);
            if (!isShort) {
                row(waiting);
                waiting.clear();
            }
        }
        return row(waiting);
    }

    /// A way to a page. Telegram refuses an address without a dot in its host as a button, so such a one is sent as
    /// text.
    Layout link(String label, String address) {
        var host = URI.create(address).getHost();
        return host != null && host.contains(".") && !host.matches("[0-9.]+")
                ? row(new Button.Link(label, address))
                : paragraph(Html.of(address));
    }

    OutgoingMessage message() {
        return new OutgoingMessage(html.toString(), rows);
    }

    static Button button(String label, Press press) {
        return new Button.Callback(label, press.data());
    }

    static Button form(String label, Press.OnForm verb, String argument) {
        return button(label, new Press.OfForm(verb, argument));
    }

    static Button menu(String label, Press.OnMenu verb, String argument) {
        return button(label, new Press.OfMenu(verb, argument));
    }
}
