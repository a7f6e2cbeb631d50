package id.laporpustaka.telegram;

import id.laporpustaka.intake.Inbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/// Takes updates that Telegram sends to us. Safe to use from all threads.
public final class Webhook {
    /// The header in which Telegram repeats the secret.
    public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final long botId;
    private final byte[] secret;
    private final Inbox inbox;
    private final TelegramCounts counts;

    public enum Outcome {
        /// It is stored: answer 200.
        ACCEPTED,
        /// It is not from Telegram: answer 401.
        UNAUTHORIZED,
        /// It is no update: answer 400.
        MALFORMED
    }

    /// @param secret 1 to 256 characters of `[A-Za-z0-9_-]`
    public Webhook(long botId, String secret, Inbox inbox, TelegramCounts counts) {
        this.botId = botId;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.inbox = inbox;
        this.counts = counts;
    }

    /// Stores an update; when it returns [Outcome#ACCEPTED] the update is durable. If it throws, answer 500:
    /// Telegram sends the update again.
    public Outcome accept(Optional<String> secretHeader, String body) {
        var given = secretHeader.orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(secret, given)) {
            return Outcome.UNAUTHORIZED;
        }
        return RawUpdates.of(botId, body)
                .map(update -> {
                    inbox.storeAmongOthers(update);
                    counts.received(RawUpdates.kindOf(update));
                    return Outcome.ACCEPTED;
                })
                .orElse(Outcome.MALFORMED);
    }

    /// Tells Telegram to send updates to `publicUrl`.
    CompletableFuture<Answer> register(BotApi api, URI publicUrl) {
        return api.register(SetWebhook.builder()
                .url(publicUrl.toString())
                .secretToken(new String(secret, StandardCharsets.UTF_8))
                .allowedUpdates(AllowedUpdates.NAMES)
                .build());
    }
}
