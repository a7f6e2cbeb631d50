package id.laporpustaka.simulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Opens the Mini App behind the menu button as Telegram does: who opens it stands behind the `#` of the address,
/// signed with the bot's token ("Mini Apps", `initData`). Telegram's own signature for third parties (`signature`)
/// has its shape only.
final class MiniApps {
    private static final String ALGORITHM = "HmacSHA256";

    private final World world;

    MiniApps(World world) {
        this.world = world;
    }

    /// @param date when it is opened, in seconds since 1970
    JsonNode open(Chat chat, Person person, long date) {
        var button = world.profile().menuButton(chat.id());
        if (!button.path("type").asText().equals("web_app")) {
            throw ControlProblem.badRequest("no page is behind the menu button of this chat");
        }
        var fragment = "#tgWebAppData=" + encode(initData(person, date))
                + "&tgWebAppVersion=9.2&tgWebAppPlatform=web&tgWebAppThemeParams=%7B%7D";
        return Json.object().put("url", button.path("web_app").path("url").asText() + fragment);
    }

    private String initData(Person person, long date) {
        var user = Json.object().put("id", person.id()).put("first_name", person.firstName());
        user.put("last_name", person.lastName())
                .put("language_code", person.languageCode())
                .put("allows_write_to_pm", true);
        var fields = new TreeMap<String, String>();
        fields.put("query_id", "AAH" + base64(9));
        fields.put("user", new String(Json.bytes(user), StandardCharsets.UTF_8));
        fields.put("auth_date", Long.toString(date));
        fields.put("signature", base64(64));
        fields.put("hash", hash(fields));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private String hash(Map<String, String> sorted) {
        var text = sorted.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
        var secret =
                hmac("WebAppData".getBytes(StandardCharsets.UTF_8), world.bot().token());
        return HexFormat.of().formatHex(hmac(secret, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static String base64(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
