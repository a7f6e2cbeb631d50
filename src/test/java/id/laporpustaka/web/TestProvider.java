package id.laporpustaka.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An OpenID provider as "Log In With Telegram" describes Telegram's: discovery, keys, a page on which somebody
/// allows or cancels, and a token for a code, once, with PKCE and Basic authentication.
final class TestProvider implements AutoCloseable {
    static final String CLIENT_ID = "123456789";
    static final String CLIENT_SECRET = "a:secret/with%signs";

    private final RSAKey key = newKey();
    private final RSAKey otherKey = newKey();
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Javalin server;

    /// Who is in front of the page.
    volatile long telegramId;

    volatile boolean signsWithAnotherKey;
    volatile boolean isOut;
    volatile UnaryOperator<JWTClaimsSet.Builder> change = UnaryOperator.identity();

    private record Asked(
            String challenge, String redirectUri, @Nullable String nonce) {}

    private TestProvider() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/.well-known/openid-configuration", this::discovery);
                    config.routes.get(
                            "/.well-known/jwks.json",
                            context -> context.json(new JWKSet(key.toPublicJWK()).toJSONObject()));
                    config.routes.get("/auth", this::authorize);
                    config.routes.post("/token", this::token);
                })
                .start("127.0.0.1", 0);
    }

    static TestProvider start() {
        return new TestProvider();
    }

    String issuer() {
        return "http://localhost:" + server.port();
    }

    private void discovery(Context context) {
        if (isOut) {
            context.status(503);
            return;
        }
        context.json(Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/auth",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/.well-known/jwks.json",
                "response_types_supported",
                new String[] {"code"},
                "subject_types_supported",
                new String[] {"public"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"}));
    }

    private void authorize(Context context) {
        var back = Objects.requireNonNull(context.queryParam("redirect_uri"));
        var state = URLEncoder.encode(Objects.requireNonNull(context.queryParam("state")), StandardCharsets.UTF_8);
        if (!CLIENT_ID.equals(context.queryParam("client_id"))
                || !"code".equals(context.queryParam("response_type"))
                || !"S256".equals(context.queryParam("code_challenge_method"))
                || !Objects.requireNonNull(context.queryParam("scope")).contains("openid")) {
            context.status(400).result("not as it should be: " + context.queryString());
            return;
        }
        var code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        Objects.requireNonNull(context.queryParam("code_challenge")),
                        back,
                        context.queryParam("nonce")));
        context.html("""
            <!doctype html><html lang="en"><head><title>Telegram</title><link rel="icon" href="data:,"></head><body>
            <h1>Telegram</h1><a href="%s">Izinkan</a> <a href="%s">Batal</a></body></html>
            """.formatted(
                back + "?code=" + code + "&amp;state=" + state, back + "?error=access_denied&amp;state=" + state));
    }

    private void token(Context context) throws JOSEException {
        if (isOut) {
            context.status(503);
            return;
        }
        var asked = codes.remove(Objects.requireNonNullElse(context.formParam("code"), ""));
        var verifier = Objects.requireNonNullElse(context.formParam("code_verifier"), "");
        if (asked == null
                || !isClient(context)
                || !asked.challenge().equals(sha256(verifier))
                || !asked.redirectUri().equals(context.formParam("redirect_uri"))) {
            context.status(400).json(Map.of("error", "invalid_grant"));
            return;
        }
        context.json(Map.of(
                "access_token", "unused", "token_type", "Bearer", "expires_in", 3600, "id_token", idToken(asked)));
    }

    /// RFC 6749, 2.3.1: both parts are form-encoded before they are put together.
    private static boolean isClient(Context context) {
        var given = Objects.requireNonNullElse(context.header("Authorization"), "");
        var expected = CLIENT_ID + ":" + URLEncoder.encode(CLIENT_SECRET, StandardCharsets.UTF_8);
        return given.equals("Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)));
    }

    private String idToken(Asked asked) throws JOSEException {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT_ID)
                .subject("1234123412341234123")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("id", telegramId)
                .claim("name", "Ratna")
                .claim("nonce", asked.nonce());
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, change.apply(claims).build());
        token.sign(new RSASSASigner(signsWithAnotherKey ? otherKey : key));
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
