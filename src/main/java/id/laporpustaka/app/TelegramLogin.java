package id.laporpustaka.app;

import java.net.URI;

/// As whom we ask Telegram who somebody is, who signs in on the web.
///
/// @param issuer scheme, host and perhaps port
public record TelegramLogin(URI issuer, String clientId, Secret clientSecret) {}
