package id.laporpustaka.texts;

/// Text in Telegram's HTML style, safe to send: what people wrote has been escaped.
record Html(String source) {
    /// Any text, shown as it is (Telegram Bot API, "HTML style": these three characters have to be replaced).
    static Html of(String text) {
        return new Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    static Html bold(String text) {
        return new Html("<b>" + of(text).source + "</b>");
    }

    static Html italic(String text) {
        return new Html("<i>" + of(text).source + "</i>");
    }
}
