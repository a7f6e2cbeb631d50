package id.laporpustaka.app;

import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.relay.OpenRosaTarget;
import id.laporpustaka.web.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the installer decides, read once at the start. Its text hides the secrets.
///
/// @param telegramBotToken empty: the simulator stands in for Telegram
/// @param telegramApiUrl scheme, host and perhaps port of the Bot API; empty: the public one, or the simulator's
/// @param telegramMessagesPerSecond to all chats together, from all processes; 0 is no limit
/// @param telegramWebhookSecret empty: one is generated and kept in the database
/// @param telegramLogin empty: people sign in by links of the bot, and inside Telegram
/// @param publicUrl scheme, host and perhaps port at which people reach the web pages
/// @param databaseUrl empty: the embedded PostgreSQL under `dataDir`
/// @param databaseReplicaUrl empty: summaries and exports read from the primary
/// @param dataDir absolute
/// @param mediaStore empty: photos and other files lie in a folder under `dataDir`
/// @param openRosa empty: reports go to no other server
/// @param adminTelegramIds user ids of Telegram
/// @param metricsToken empty: only programs on this machine may ask for `/metrics`
/// @param defaultLocale Indonesian or English
public record Settings(
        Optional<Secret> telegramBotToken,
        Optional<URI> telegramApiUrl,
        TelegramMode telegramMode,
        int telegramMessagesPerSecond,
        Optional<Secret> telegramWebhookSecret,
        URI publicUrl,
        int httpPort,
        Optional<DatabaseAddress> databaseUrl,
        Optional<DatabaseAddress> databaseReplicaUrl,
        Path dataDir,
        Optional<MediaBucket> mediaStore,
        Optional<OpenRosaTarget> openRosa,
        Set<Long> adminTelegramIds,
        Locale defaultLocale,
        ZoneId defaultTimeZone,
        Optional<TelegramLogin> telegramLogin,
        Optional<Secret> metricsToken,
        LogFormat logFormat) {

    /// How updates come from Telegram.
    public enum TelegramMode {
        POLLING,
        WEBHOOK
    }

    /// How the log is written: for people, or a JSON object a line for programs.
    public enum LogFormat {
        PLAIN,
        JSON
    }

    private static final String UNSET = "–";

    public Settings {
        adminTelegramIds = Set.copyOf(adminTelegramIds);
    }

    /// Reads the environment and, for what is not set there, the file `.env` in a folder, if there is one.
    ///
    /// @throws UnusableSettings with all problems at once
    public static Settings read(Map<String, String> environment, Path folder) {
        return new SettingsReader(DotEnv.under(environment, folder)).read();
    }

    /// Whether the simulator stands in for Telegram; nothing may then be reachable from other machines.
    public boolean simulated() {
        return telegramBotToken.isEmpty();
    }

    /// What is in force, for admins to look at: of a secret only whether there is one, of an address neither
    /// its user nor its password.
    List<Setting> shown() {
        return List.of(
                new Setting("TELEGRAM_BOT_TOKEN", shown(telegramBotToken)),
                new Setting(
                        "TELEGRAM_API_URL", telegramApiUrl.map(URI::toString).orElse(UNSET)),
                new Setting("TELEGRAM_MODE", telegramMode.name().toLowerCase(Locale.ROOT)),
                new Setting("TELEGRAM_MESSAGES_PER_SECOND", Integer.toString(telegramMessagesPerSecond)),
                new Setting("TELEGRAM_WEBHOOK_SECRET", shown(telegramWebhookSecret)),
                new Setting(
                        "TELEGRAM_LOGIN_CLIENT_ID",
                        telegramLogin.map(TelegramLogin::clientId).orElse(UNSET)),
                new Setting("TELEGRAM_LOGIN_CLIENT_SECRET", shown(telegramLogin)),
                new Setting(
                        "TELEGRAM_LOGIN_ISSUER",
                        telegramLogin.map(login -> login.issuer().toString()).orElse(UNSET)),
                new Setting("PUBLIC_URL", publicUrl.toString()),
                new Setting("HTTP_PORT", Integer.toString(httpPort)),
                new Setting("DATABASE_URL", shown(databaseUrl)),
                new Setting("DATABASE_REPLICA_URL", shown(databaseReplicaUrl)),
                new Setting("DATA_DIR", dataDir.toString()),
                new Setting("MEDIA_STORE", shown(mediaStore)),
                new Setting("OPENROSA_URL", shown(openRosa)),
                new Setting(
                        "OPENROSA_FORMS",
                        openRosa.map(target -> String.join(
                                        ", ", new TreeSet<>(target.forms().keySet())))
                                .filter(forms -> !forms.isEmpty())
                                .orElse(UNSET)),
                new Setting("ADMIN_TELEGRAM_IDS", Integer.toString(adminTelegramIds.size())),
                new Setting("DEFAULT_LOCALE", defaultLocale.toLanguageTag()),
                new Setting("DEFAULT_TIME_ZONE", defaultTimeZone.getId()),
                new Setting("METRICS_TOKEN", shown(metricsToken)),
                new Setting("LOG_FORMAT", logFormat.name().toLowerCase(Locale.ROOT)));
    }

    private static String shown(Optional<?> setting) {
        return setting.isPresent() ? "✓" : UNSET;
    }
}
