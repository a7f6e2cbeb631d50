package id.laporpustaka.telegram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as Telegram does, for tests.
public final class SignedInitData {
    private SignedInitData() {}

    /// What Telegram says when this person opens a Mini App.
    public static String of(String token, long userId, Instant at) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("query_id", "AAHdF6IQAAAAAN0XohDhrOrc");
        fields.put("user", "{\"id\":%d,\"first_name\":\"Sari & co\",\"language_code\":\"id\"}".formatted(userId));
        fields.put("auth_date", Long.toString(at.getEpochSecond()));
        return of(token, fields);
    }

    /// These fields and their hash, in the order of the map.
    public static String of(String token, Map<String, String> fields) {
        var text = fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
        var secret = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), token);
        return encoded(fields) + "&hash=" + HexFormat.of().formatHex(hmac(secret, text));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
