package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.TextEntities;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads `parse_mode` HTML as Telegram documents it ("HTML style"), with Telegram's complaints about what is not
/// so.
final class HtmlText {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("a", "text_link"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"));
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s*([A-Za-z0-9-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.-]+)))?");

    private record OpenTag(String name, Map<String, String> attributes, int start) {}

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<ObjectNode> entities = new ArrayList<>();
    private final Deque<OpenTag> open = new ArrayDeque<>();
    private int position;

    private HtmlText(String source) {
        this.source = source;
    }

    /// @throws Refusal "can't parse entities: …"
    static FormattedText parse(String source) {
        return new HtmlText(source).parse();
    }

    private FormattedText parse() {
        while (position < source.length()) {
            char next = source.charAt(position);
            if (next == '<') {
                readTag();
            } else if (next == '&') {
                readCharacterReference();
            } else {
                text.append(next);
                position++;
            }
        }
        if (!open.isEmpty()) {
            throw problem("Can't find end tag corresponding to start tag \""
                    + open.peek().name() + '"');
        }
        return new FormattedText(text.toString(), entities);
    }

    private void readTag() {
        int begin = position;
        int end = source.indexOf('>', begin);
        boolean closing = source.startsWith("</", begin);
        if (end < 0) {
            throw problem("Unclosed " + (closing ? "end" : "start") + " tag at byte offset " + bytesBefore(begin));
        }
        var inside = source.substring(begin + (closing ? 2 : 1), end).strip();
        position = end + 1;
        int nameEnd = 0;
        while (nameEnd < inside.length() && !Character.isWhitespace(inside.charAt(nameEnd))) {
            nameEnd++;
        }
        var name = inside.substring(0, nameEnd).toLowerCase(Locale.ROOT);
        if (closing) {
            closeTag(name, begin);
        } else {
            openTag(name, inside.substring(nameEnd), begin);
        }
    }

    private void openTag(String name, String rest, int begin) {
        if (!TYPES.containsKey(name)) {
            throw problem("Unsupported start tag \"" + name + "\" at byte offset " + bytesBefore(begin));
        }
        var attributes = new HashMap<String, String>();
        var matcher = ATTRIBUTE.matcher(rest);
        int read = 0;
        while (matcher.lookingAt()) {
            var value = matcher.group(2) != null
                    ? matcher.group(2)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4) != null ? matcher.group(4) : "";
            attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), unescaped(value));
            read = matcher.end();
            matcher.region(read, rest.length());
        }
        if (!rest.substring(read).isBlank()) {
            throw problem("Unexpected end of name token at byte offset " + bytesBefore(begin));
        }
        if (name.equals("span") && !"tg-spoiler".equals(attributes.get("class"))) {
            throw problem("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytesBefore(begin));
        }
        open.push(new OpenTag(name, attributes, text.length()));
    }

    private void closeTag(String name, int begin) {
        if (open.isEmpty()) {
            throw problem("Unexpected end tag at byte offset " + bytesBefore(begin));
        }
        var tag = open.pop();
        if (!name.isEmpty() && !name.equals(tag.name())) {
            throw problem("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                    .formatted(bytesBefore(begin), tag.name(), name));
        }
        int length = text.length() - tag.start();
        if (length > 0) {
            addEntity(tag, length);
        }
    }

    private void addEntity(OpenTag tag, int length) {
        var entity = TextEntities.entity(TYPES.getOrDefault(tag.name(), ""), tag.start(), length);
        if (tag.name().equals("a")) {
            var href = tag.attributes().getOrDefault("href", text.substring(tag.start()));
            if (!Urls.isAccepted(href)) {
                return;
            }
            entity.put("url", Urls.normalised(href));
        }
        if (tag.name().equals("blockquote") && tag.attributes().containsKey("expandable")) {
            entity.put("type", "expandable_blockquote");
        }
        var language = tag.attributes().getOrDefault("class", "");
        if (tag.name().equals("code")
                && language.startsWith("language-")
                && !open.isEmpty()
                && open.peek().name().equals("pre")) {
            return;
        }
        entities.add(entity);
    }

    private void readCharacterReference() {
        int end = source.indexOf(';', position);
        var decoded = end < 0 || end - position > 10 ? "" : decode(source.substring(position + 1, end));
        if (decoded.isEmpty()) {
            text.append('&');
            position++;
        } else {
            text.append(decoded);
            position = end + 1;
        }
    }

    private static String decode(String reference) {
        return switch (reference) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default -> decodeNumber(reference);
        };
    }

    private static String decodeNumber(String reference) {
        boolean hexadecimal = reference.startsWith("#x");
        if (!reference.matches("#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}")) {
            return "";
        }
        int code = Integer.parseInt(reference.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    private static String unescaped(String value) {
        return value.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private int bytesBefore(int index) {
        return source.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal problem(String reason) {
        return Refusal.badRequest("can't parse entities: " + reason);
    }
}
