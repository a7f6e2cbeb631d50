package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What Telegram recognises in a text by itself: commands, links, mentions, e-mail addresses and hashtags.
/// Offsets and lengths are in UTF-16 units, as in the Bot API.
public final class TextEntities {
    private static final Pattern FOUND = Pattern.compile("""
        (?<email>(?<![\\w.])[A-Za-z0-9][\\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,5}\\.[A-Za-z]{2,12}\\b)\
        |(?<url>(?<![\\w@.])(?:https?://)?(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z0-9]{1,24}(?::[0-9]{1,5})?(?:[/?#][^\\s<>"]*)?)\
        |(?<command>(?<![\\w/@.<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/]))\
        |(?<mention>(?<![\\w@.])@[A-Za-z0-9_]{3,32}(?!\\w))\
        |(?<hashtag>(?<![\\w#&])#\\w{0,64}\\p{L}\\w{0,64})\
        """, Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern KNOWN_END = Pattern.compile(
            "(?i).*\\.(?:com|net|org|info|id|me|io|dev|app|edu|gov|int|my|sg|au|uk|de|nl|jp|[0-9]{1,3})(?::[0-9]+)?");

    private TextEntities() {}

    /// The entities of a text, those given and those found outside of them, sorted.
    public static ArrayNode complete(String text, List<ObjectNode> given) {
        var all = new ArrayList<>(given);
        if (text.chars().anyMatch(c -> c == '/' || c == '@' || c == '.' || c == '#')) {
            findIn(text, given, all);
        }
        all.sort(Comparator.<ObjectNode>comparingInt(e -> e.path("offset").asInt())
                .thenComparing(Comparator.<ObjectNode>comparingInt(
                                e -> e.path("length").asInt())
                        .reversed()));
        return Json.array().addAll(all);
    }

    public static ObjectNode entity(String type, int offset, int length) {
        return Json.object().put("offset", offset).put("length", length).put("type", type);
    }

    private static void findIn(String text, List<ObjectNode> given, List<ObjectNode> all) {
        var matcher = FOUND.matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            String type;
            if (matcher.group("url") != null) {
                end = start + trimmedUrl(matcher.group());
                type = isUrl(text.substring(start, end)) ? "url" : "";
            } else if (matcher.group("email") != null) {
                type = "email";
            } else if (matcher.group("command") != null) {
                type = "bot_command";
            } else {
                type = matcher.group("mention") != null ? "mention" : "hashtag";
            }
            if (!type.isEmpty() && isFree(given, start, end)) {
                all.add(entity(type, start, end - start));
            }
        }
    }

    private static int trimmedUrl(String url) {
        int end = url.length();
        while (end > 0 && ".,:;!?)]}'".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isUrl(String found) {
        if (found.startsWith("http://") || found.startsWith("https://")) {
            return true;
        }
        int path = found.indexOf('/');
        return KNOWN_END.matcher(path < 0 ? found : found.substring(0, path)).matches() && !found.matches("[0-9.]+");
    }

    private static boolean isFree(List<ObjectNode> given, int start, int end) {
        for (JsonNode entity : given) {
            var type = entity.path("type").asText();
            int offset = entity.path("offset").asInt();
            boolean overlaps =
                    offset < end && start < offset + entity.path("length").asInt();
            if (overlaps && (type.equals("code") || type.equals("pre") || type.equals("text_link"))) {
                return false;
            }
        }
        return true;
    }
}
