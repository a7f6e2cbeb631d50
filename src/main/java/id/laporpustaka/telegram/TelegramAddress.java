package id.laporpustaka.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.TelegramUrl;

/// Where the Bot API is and which bot we are there. The token never shows in [#toString].
///
/// @param base scheme, host and port; no path
/// @param token as BotFather gave it, which begins with the bot's id
public record TelegramAddress(URI base, String token) {
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,15}):[A-Za-z0-9_-]+");
    private static final Pattern NO_PATH = Pattern.compile("/?");

    public TelegramAddress {
        if (!isBase(base) || !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("Not the address and token of a bot");
        }
    }

    /// Empty when one of the two is not what it should be.
    public static Optional<TelegramAddress> of(String base, String token) {
        try {
            return Optional.of(new TelegramAddress(URI.create(base), token));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isBase(URI base) {
        return ("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
                && base.getHost() != null
                && NO_PATH.matcher(base.getRawPath()).matches()
                && base.getRawQuery() == null
                && base.getRawFragment() == null
                && base.getRawUserInfo() == null;
    }

    public long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    URI method(String name) {
        return base.resolve("/bot" + token + "/" + name);
    }

    /// @param path as `getFile` gave it
    URI file(String path) {
        try {
            var whole = "/file/bot" + token + "/" + path;
            return new URI(base.getScheme(), null, base.getHost(), base.getPort(), whole, null, null);
        } catch (URISyntaxException _) { // its message names the token
            throw new IllegalArgumentException("Not the path of a file: " + path);
        }
    }

    TelegramUrl url() {
        var https = "https".equals(base.getScheme());
        return TelegramUrl.builder()
                .schema(base.getScheme())
                .host(base.getHost())
                .port(base.getPort() >= 0 ? base.getPort() : https ? 443 : 80)
                .testServer(false)
                .build();
    }

    /// What an error says, without the token that an address in it may carry.
    String withoutToken(String text) {
        return text.replace(token, "…");
    }

    @Override
    public String toString() {
        return base + " (bot " + botId() + ")";
    }
}
