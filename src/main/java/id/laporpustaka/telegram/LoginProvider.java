package id.laporpustaka.telegram;

import java.net.URI;

/// Where people sign in with Telegram, and as whom we ask there. Its text hides the secret.
///
/// @param issuer scheme, host and perhaps port; `https://oauth.telegram.org`
/// @param clientId as BotFather gave it
public record LoginProvider(URI issuer, String clientId, String clientSecret) {
    @Override
    public String toString() {
        return issuer + " (client " + clientId + ")";
    }
}
