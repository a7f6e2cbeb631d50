package id.laporpustaka.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether Telegram has signed what a Mini App was opened with ("Validating data received via the Mini App").
/// Pure: the same data and time always give the same answer. Safe to use from all threads.
public final class InitDataCheck {
    /// The page sends it at once, so this is for slow networks and clocks that differ a little; and it is how long
    /// we must remember what has been used.
    public static final Duration OLDEST = Duration.ofMinutes(5);

    /// A clock of ours that is behind must not keep people out.
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final int LONGEST = 8_192;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String HASH = "hash";
    private static final Pattern FIELDS = Pattern.compile("&");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] secret;

    /// @param botToken as BotFather gave it
    public InitDataCheck(String botToken) {
        secret = sign("WebAppData".getBytes(StandardCharsets.UTF_8), botToken);
    }

    /// Who opened a Mini App.
    ///
    /// @param signature differs each time that it is opened
    /// @param until when it will be too old
    public record Opened(long userId, String signature, Instant until) {}

    /// Empty for what Telegram has not signed with this bot's token, and for what is too old.
    public Optional<Opened> check(String initData, Instant now) {
        if (initData.length() > LONGEST) {
            return Optional.empty();
        }
        return read(initData).filter(this::isGenuine).flatMap(fields -> opened(fields, now));
    }

    /// Empty if a field is there twice, or not encoded as it should be.
    private static Optional<Map<String, String>> read(String initData) {
        var fields = new TreeMap<String, String>();
        for (var field : FIELDS.split(initData, -1)) {
            var equals = field.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            try {
                var name = URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8);
                var value = URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8);
                if (fields.put(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }

    private boolean isGenuine(Map<String, String> fields) {
        var signature = fields.getOrDefault(HASH, "");
        if (!SIGNATURE.matcher(signature).matches()) {
            return false;
        }
        var signed = fields.entrySet().stream()
                .filter(field -> !field.getKey().equals(HASH))
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
        return MessageDigest.isEqual(sign(secret, signed), HexFormat.of().parseHex(signature));
    }

    private static Optional<Opened> opened(Map<String, String> fields, Instant now) {
        var seconds = fields.getOrDefault("auth_date", "");
        if (!SECONDS.matcher(seconds).matches()) {
            return Optional.empty();
        }
        var at = Instant.ofEpochSecond(Long.parseLong(seconds));
        var until = at.plus(OLDEST);
        if (!now.isBefore(until) || at.isAfter(now.plus(AHEAD))) {
            return Optional.empty();
        }
        return userId(fields.getOrDefault("user", "")).map(id -> new Opened(id, fields.getOrDefault(HASH, ""), until));
    }

    private static Optional<Long> userId(String user) {
        try {
            var id = JSON.readTree(user).path("id");
            return id.isIntegralNumber() && id.canConvertToLong() ? Optional.of(id.longValue()) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static byte[] sign(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
