package id.laporpustaka.telegram;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs people in with Telegram Login: OpenID Connect, the code flow with PKCE. Safe to use from all threads.
///
/// What the provider says of itself is fetched when the first person signs in, and anew once an hour.
public final class LoginClient {
    private static final Logger LOG = LoggerFactory.getLogger(LoginClient.class);

    /// Telegram signs with the first one unless BotFather was told otherwise.
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final Duration METADATA = Duration.ofHours(1);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;
    private static final int LARGEST_KEYS = 100_000;

    /// The person's id in Telegram; `sub` is another number ("Log In With Telegram", user data structure).
    private static final String TELEGRAM_ID = "id";

    private final LoginProvider provider;
    private final URI returnAddress;
    private volatile @Nullable Known known;

    /// @param returnAddress where the provider sends browsers back to, as BotFather knows it
    public LoginClient(LoginProvider provider, URI returnAddress) {
        this.provider = provider;
        this.returnAddress = returnAddress;
    }

    /// What came of fetching what the provider says about somebody.
    public sealed interface Outcome {
        record SignedIn(long telegramId) implements Outcome {}

        /// The provider has not vouched for anybody, or not in answer to our question.
        record Refused() implements Outcome {}

        /// The provider cannot be reached or cannot answer now.
        record Away() implements Outcome {}
    }

    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

    /// The origin to which browsers are sent.
    public URI origin() {
        return provider.issuer();
    }

    /// Where the browser is to go; empty while the provider is away.
    public Optional<URI> begin(String state, String nonce, String verifier) {
        return provider()
                .map(it -> new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid", "profile"),
                                new ClientID(provider.clientId()),
                                returnAddress)
                        .endpointURI(it.metadata().getAuthorizationEndpointURI())
                        .state(new State(state))
                        .nonce(new Nonce(nonce))
                        .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
                        .build()
                        .toURI());
    }

    /// Fetches and checks what the provider says.
    ///
    /// @param code what the browser brought back
    public Outcome finish(String code, String nonce, String verifier) {
        return provider()
                .map(it -> {
                    try {
                        return fetch(it, code, nonce, verifier);
                    } catch (IOException e) {
                        LOG.warn("Telegram Login at {} did not answer: {}", provider, e.toString());
                        return new Outcome.Away();
                    } catch (ParseException | BadJOSEException | JOSEException e) {
                        LOG.warn("What Telegram Login at {} said is not acceptable: {}", provider, e.getMessage());
                        return new Outcome.Refused();
                    }
                })
                .orElseGet(Outcome.Away::new);
    }

    private Outcome fetch(Known it, String code, String nonce, String verifier)
            throws IOException, ParseException, BadJOSEException, JOSEException {
        var clientId = new ClientID(provider.clientId());
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), returnAddress, new CodeVerifier(verifier));
        var request = new TokenRequest.Builder(
                        it.metadata().getTokenEndpointURI(),
                        new ClientSecretBasic(clientId, new Secret(provider.clientSecret())),
                        grant)
                .customParameter("client_id", provider.clientId())
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        var response = request.send();
        if (response.getStatusCode() >= 500) {
            LOG.warn("Telegram Login at {} answered {}", provider, response.getStatusCode());
            return new Outcome.Away();
        }
        var parsed = OIDCTokenResponseParser.parse(response);
        if (!parsed.indicatesSuccess()) {
            LOG.warn(
                    "Telegram Login at {} gave nothing for a code: {}",
                    provider,
                    parsed.toErrorResponse().getErrorObject().getCode());
            return new Outcome.Refused();
        }
        return parsed instanceof OIDCTokenResponse answer
                ? signedIn(it.validator().validate(answer.getOIDCTokens().getIDToken(), new Nonce(nonce)))
                : new Outcome.Refused();
    }

    private static Outcome signedIn(IDTokenClaimsSet claims) {
        return claims.getClaim(TELEGRAM_ID) instanceof Long id && id > 0
                ? new Outcome.SignedIn(id)
                : new Outcome.Refused();
    }

    private Optional<Known> provider() {
        var present = known;
        if (present != null && Instant.now().isBefore(present.until())) {
            return Optional.of(present);
        }
        try {
            var fetched = discover();
            known = fetched;
            return Optional.of(fetched);
        } catch (IOException | GeneralException e) {
            LOG.warn("Telegram Login at {} cannot be used: {}", provider, e.toString());
            return Optional.empty();
        }
    }

    private Known discover() throws IOException, GeneralException {
        var issuer = new Issuer(provider.issuer());
        var metadata = OIDCProviderMetadata.resolve(issuer, CONNECT_MILLIS, READ_MILLIS);
        if (metadata.getAuthorizationEndpointURI() == null
                || metadata.getTokenEndpointURI() == null
                || metadata.getJWKSetURI() == null) {
            throw new GeneralException("the provider does not name all of its addresses");
        }
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEYS))
                .build();
        var validator = new IDTokenValidator(
                issuer, new ClientID(provider.clientId()), new JWSVerificationKeySelector<>(ALGORITHMS, keys), null);
        return new Known(metadata, validator, Instant.now().plus(METADATA));
    }
}
