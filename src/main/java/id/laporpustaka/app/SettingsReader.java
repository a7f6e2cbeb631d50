package id.laporpustaka.app;

import id.laporpustaka.app.Settings.LogFormat;
import id.laporpustaka.app.Settings.TelegramMode;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.relay.OpenRosaTarget;
import id.laporpustaka.submission.media.BucketStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns texts into settings and collects everything that is wrong with them. For one use by one thread.
final class SettingsReader {
    private static final String TELEGRAM_BOT_TOKEN = "TELEGRAM_BOT_TOKEN";
    private static final String TELEGRAM_API_URL = "TELEGRAM_API_URL";
    private static final String LOGIN_CLIENT_ID = "TELEGRAM_LOGIN_CLIENT_ID";
    private static final String LOGIN_CLIENT_SECRET = "TELEGRAM_LOGIN_CLIENT_SECRET";
    private static final String LOGIN_ISSUER = "TELEGRAM_LOGIN_ISSUER";
    private static final URI TELEGRAM_ISSUER = URI.create("https://oauth.telegram.org");
    private static final String DATABASE_URL = "DATABASE_URL";
    private static final String DATABASE_REPLICA_URL = "DATABASE_REPLICA_URL";
    private static final String PUBLIC_URL = "PUBLIC_URL";
    static final String MEDIA_STORE = "MEDIA_STORE";
    private static final String MEDIA_STORE_ENDPOINT = "MEDIA_STORE_ENDPOINT";
    private static final String MEDIA_STORE_REGION = "MEDIA_STORE_REGION";
    private static final String MEDIA_STORE_ACCESS_KEY = "MEDIA_STORE_ACCESS_KEY";
    private static final String MEDIA_STORE_SECRET_KEY = "MEDIA_STORE_SECRET_KEY";
    private static final String OPENROSA_URL = "OPENROSA_URL";
    private static final String OPENROSA_USER = "OPENROSA_USER";
    private static final String OPENROSA_PASSWORD = "OPENROSA_PASSWORD";
    private static final String OPENROSA_FORMS = "OPENROSA_FORMS";
    private static final List<String> OF_MEDIA_STORE =
            List.of(MEDIA_STORE_ENDPOINT, MEDIA_STORE_REGION, MEDIA_STORE_ACCESS_KEY, MEDIA_STORE_SECRET_KEY);

    /// The part before the colon is the bot's user id, at most 52 bits (Bot API, `User.id`).
    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,16}:[A-Za-z0-9_-]{30,}");
    /// Bot API, `setWebhook`, `secret_token`.
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern METRICS_TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,200}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern USER_ID = Pattern.compile("[1-9][0-9]{0,15}");
    /// Amazon S3, "Bucket naming rules", and perhaps folders.
    private static final Pattern BUCKET =
            Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:/[a-z0-9-]+)*)/?");

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern KEY = Pattern.compile("[!-~]{3,200}");
    /// Servers of one's own take any name, most call theirs so.
    private static final String USUAL_REGION = "us-east-1";

    private static final Pattern USER = Pattern.compile("[^:\\p{Cntrl}]{1,200}");
    private static final Pattern PASSWORD = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private static final String DATABASE_IN_INDONESIAN = "postgresql://pengguna:sandi@host:port/nama";
    private static final String DATABASE_IN_ENGLISH = "postgresql://user:password@host:port/name";

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> values) {
        this.values = values;
    }

    Settings read() {
        var token = find(
                TELEGRAM_BOT_TOKEN,
                text -> matching(TOKEN, text).map(Secret::new),
                SettingsReader::hide,
                "token dari @BotFather, misalnya 123456789:AAF…",
                "the token from @BotFather, such as 123456789:AAF…");
        var apiUrl = find(
                TELEGRAM_API_URL,
                SettingsReader::server,
                SettingsReader::hideUserInfo,
                "http(s)://host atau http(s)://host:port, tanpa jalur",
                "http(s)://host or http(s)://host:port, without a path");
        var mode = find(
                "TELEGRAM_MODE",
                SettingsReader::mode,
                UnaryOperator.identity(),
                "polling, webhook",
                "polling, webhook");
        var messagesPerSecond = find(
                "TELEGRAM_MESSAGES_PER_SECOND",
                text -> wholeNumber(text, 0, 100_000),
                UnaryOperator.identity(),
                "bilangan bulat 0 sampai 100000; 0 = tanpa batas",
                "a whole number from 0 to 100000; 0 = no limit");
        var webhookSecret = find(
                "TELEGRAM_WEBHOOK_SECRET",
                text -> matching(WEBHOOK_SECRET, text).map(Secret::new),
                SettingsReader::hide,
                "1 sampai 256 karakter dari A-Z a-z 0-9 _ -",
                "1 to 256 characters out of A-Z a-z 0-9 _ -");
        var publicUrl = find(
                PUBLIC_URL,
                SettingsReader::server,
                SettingsReader::hideUserInfo,
                "http(s)://host atau http(s)://host:port, tanpa jalur",
                "http(s)://host or http(s)://host:port, without a path");
        var httpPort = find(
                        "HTTP_PORT",
                        text -> wholeNumber(text, 1, 65_535),
                        UnaryOperator.identity(),
                        "bilangan bulat 1 sampai 65535",
                        "a whole number from 1 to 65535")
                .orElse(8080);
        var database = database(DATABASE_URL);
        var replica = database(DATABASE_REPLICA_URL);
        var dataDir = find(
                "DATA_DIR",
                SettingsReader::folder,
                UnaryOperator.identity(),
                "jalur sebuah folder, ditulis utuh (tanpa ~)",
                "the path of a folder, spelled out (no ~)");
        var mediaStore = mediaStore();
        var openRosa = openRosa();
        var admins = find(
                "ADMIN_TELEGRAM_IDS",
                SettingsReader::userIds,
                UnaryOperator.identity(),
                "nomor id Telegram, dipisah koma, misalnya 12345678,87654321",
                "numeric Telegram ids with commas between them, such as 12345678,87654321");
        var locale = find("DEFAULT_LOCALE", SettingsReader::locale, UnaryOperator.identity(), "id, en", "id, en");
        var timeZone = find(
                "DEFAULT_TIME_ZONE",
                SettingsReader::timeZone,
                UnaryOperator.identity(),
                "nama zona waktu: Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT) dan lainnya",
                "the name of a time zone: Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT) and others");
        var login = telegramLogin();
        var metricsToken = find(
                "METRICS_TOKEN",
                text -> matching(METRICS_TOKEN, text).map(Secret::new),
                SettingsReader::hide,
                "16 sampai 200 karakter dari A-Z a-z 0-9 _ -",
                "16 to 200 characters out of A-Z a-z 0-9 _ -");
        var logFormat =
                find("LOG_FORMAT", SettingsReader::logFormat, UnaryOperator.identity(), "plain, json", "plain, json");
        checkDatabaseHasToken();
        checkReplicaHasPrimary();
        checkWebhookCanBeReached(mode, apiUrl, publicUrl);
        checkPagesAreSafe(apiUrl, publicUrl);
        if (!problems.isEmpty()) {
            throw new UnusableSettings(problems);
        }
        return new Settings(
                token,
                apiUrl,
                mode.orElse(TelegramMode.POLLING),
                messagesPerSecond.orElse(30),
                webhookSecret,
                publicUrl.orElseGet(() -> URI.create("http://localhost:" + httpPort)),
                httpPort,
                database,
                replica,
                dataDir.orElseGet(() -> Path.of("data")).toAbsolutePath().normalize(),
                mediaStore,
                openRosa,
                admins.orElse(Set.of()),
                locale.orElseGet(() -> Locale.of("id")),
                timeZone.orElseGet(() -> ZoneId.of("Asia/Jakarta")),
                login,
                metricsToken,
                logFormat.orElse(LogFormat.PLAIN));
    }

    private Optional<DatabaseAddress> database(String name) {
        return find(
                name,
                DatabaseAddress::parse,
                SettingsReader::hideUserInfo,
                DATABASE_IN_INDONESIAN,
                DATABASE_IN_ENGLISH);
    }

    /// Empty also if something about it is wrong, which is then reported.
    private Optional<MediaBucket> mediaStore() {
        var bucket = find(
                MEDIA_STORE,
                text -> Optional.of(BUCKET.matcher(text)).filter(Matcher::matches),
                SettingsReader::hideUserInfo,
                "s3://bucket atau s3://bucket/folder",
                "s3://bucket or s3://bucket/folder");
        var endpoint = find(
                MEDIA_STORE_ENDPOINT,
                SettingsReader::server,
                SettingsReader::hideUserInfo,
                "http(s)://host atau http(s)://host:port, tanpa jalur",
                "http(s)://host or http(s)://host:port, without a path");
        var region = find(
                MEDIA_STORE_REGION,
                text -> matching(REGION, text),
                UnaryOperator.identity(),
                "nama wilayah, misalnya ap-southeast-3",
                "the name of a region, such as ap-southeast-3");
        var accessKey = mediaKey(MEDIA_STORE_ACCESS_KEY);
        var secretKey = mediaKey(MEDIA_STORE_SECRET_KEY);
        if (!isGiven(MEDIA_STORE)) {
            OF_MEDIA_STORE.stream().filter(this::isGiven).forEach(this::reportWithoutBucket);
            return Optional.empty();
        }
        checkMediaStoreIsWhole();
        return bucket.flatMap(found -> accessKey.flatMap(access -> secretKey.map(secret -> new MediaBucket(
                new BucketStore.Place(
                        found.group(1),
                        found.group(2).isEmpty() ? "" : found.group(2).substring(1),
                        endpoint,
                        region.orElse(USUAL_REGION)),
                access,
                secret))));
    }

    private Optional<Secret> mediaKey(String name) {
        return find(
                name,
                text -> matching(KEY, text).map(Secret::new),
                SettingsReader::hide,
                "3 sampai 200 karakter ASCII tanpa spasi",
                "3 to 200 ASCII characters without a space");
    }

    /// Empty also if something about it is wrong, which is then reported.
    private Optional<OpenRosaTarget> openRosa() {
        var url = find(
                OPENROSA_URL,
                SettingsReader::project,
                SettingsReader::hideUserInfo,
                "https://host/jalur sebuah proyek, tanpa /submission; http hanya untuk komputer ini",
                "https://host/path of a project, without /submission; http for this machine only");
        var user = find(
                OPENROSA_USER,
                text -> matching(USER, text),
                UnaryOperator.identity(),
                "nama pengguna tanpa titik dua, paling banyak 200 karakter",
                "a user without a colon, at most 200 characters");
        var password = find(
                OPENROSA_PASSWORD,
                text -> matching(PASSWORD, text),
                SettingsReader::hide,
                "sandi, paling banyak 200 karakter",
                "a password of at most 200 characters");
        var forms = find(
                OPENROSA_FORMS,
                SettingsReader::forms,
                UnaryOperator.identity(),
                "kode formulir dipisah koma, misalnya PM,AD; dengan kode lain di sana: PM=aBc12",
                "ids of forms with commas between them, such as PM,AD; with another id there: PM=aBc12");
        if (!isGiven(OPENROSA_URL)) {
            List.of(OPENROSA_USER, OPENROSA_PASSWORD, OPENROSA_FORMS).stream()
                    .filter(this::isGiven)
                    .forEach(name -> report(
                            name,
                            "ditemukan, padahal OPENROSA_URL kosong; yang diterima: hanya bersama OPENROSA_URL",
                            "found, but OPENROSA_URL is empty; accepted: only together with OPENROSA_URL"));
            return Optional.empty();
        }
        for (var name : List.of(OPENROSA_USER, OPENROSA_PASSWORD)) {
            if (!isGiven(name)) {
                report(
                        name,
                        "kosong, padahal OPENROSA_URL diisi; yang diterima: pengguna server itu",
                        "empty, but OPENROSA_URL is set; accepted: a user of that server");
            }
        }
        if (!isGiven(TELEGRAM_BOT_TOKEN)
                && url.filter(address -> !isLoopback(address)).isPresent()) {
            report(
                    OPENROSA_URL,
                    "ditemukan, padahal TELEGRAM_BOT_TOKEN kosong; yang diterima: keduanya diisi, atau keduanya kosong",
                    "found, but TELEGRAM_BOT_TOKEN is empty; accepted: both set, or both empty");
        }
        return url.flatMap(address -> user.flatMap(
                name -> password.map(secret -> new OpenRosaTarget(address, name, secret, forms.orElse(Map.of())))));
    }

    private static Optional<URI> project(String text) {
        try {
            var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            var isBare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && !uri.getRawPath().endsWith("/submission");
            var isSafe =
                    "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isBare && isLoopback(uri));
            return isBare && isSafe ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, String>> forms(String text) {
        var forms = new HashMap<String, String>();
        for (var part : COMMA.split(text, -1)) {
            var pair = part.strip().split("=", 2);
            if (!FORM.matcher(pair[0]).matches()
                    || !FORM.matcher(pair[pair.length - 1]).matches()) {
                return Optional.empty();
            }
            forms.put(pair[0], pair[pair.length - 1]);
        }
        return Optional.of(forms);
    }

    private void reportWithoutBucket(String name) {
        report(
                name,
                "ditemukan, padahal MEDIA_STORE kosong; yang diterima: hanya bersama MEDIA_STORE",
                "found, but MEDIA_STORE is empty; accepted: only together with MEDIA_STORE");
    }

    /// Empty also if something about it is wrong, which is then reported.
    private Optional<TelegramLogin> telegramLogin() {
        var id = find(
                LOGIN_CLIENT_ID,
                text -> matching(CLIENT_ID, text),
                UnaryOperator.identity(),
                "Client ID dari @BotFather, misalnya 123456789",
                "the Client ID from @BotFather, such as 123456789");
        var secret = find(
                LOGIN_CLIENT_SECRET,
                text -> matching(KEY, text).map(Secret::new),
                SettingsReader::hide,
                "Client Secret dari @BotFather, 3 sampai 200 karakter ASCII tanpa spasi",
                "the Client Secret from @BotFather, 3 to 200 ASCII characters without a space");
        var issuer = find(
                LOGIN_ISSUER,
                text -> server(text).filter(url -> "https".equals(url.getScheme()) || isLoopback(url)),
                SettingsReader::hideUserInfo,
                "https://host atau https://host:port, tanpa jalur",
                "https://host or https://host:port, without a path");
        if (isGiven(LOGIN_CLIENT_ID) != isGiven(LOGIN_CLIENT_SECRET)) {
            report(
                    isGiven(LOGIN_CLIENT_ID) ? LOGIN_CLIENT_SECRET : LOGIN_CLIENT_ID,
                    "kosong, padahal pasangannya diisi; yang diterima: keduanya diisi, atau keduanya kosong",
                    "empty, but its counterpart is set; accepted: both set, or both empty");
        }
        return id.flatMap(it -> secret.map(key -> new TelegramLogin(issuer.orElse(TELEGRAM_ISSUER), it, key)));
    }

    /// A forgotten token must not put what is tried out among what is real, nor may anything be guessed of a
    /// bucket.
    private void checkMediaStoreIsWhole() {
        if (!isGiven(TELEGRAM_BOT_TOKEN)) {
            report(
                    MEDIA_STORE,
                    "ditemukan, padahal TELEGRAM_BOT_TOKEN kosong; yang diterima: keduanya diisi, atau keduanya kosong",
                    "found, but TELEGRAM_BOT_TOKEN is empty; accepted: both set, or both empty");
        }
        for (var name : List.of(MEDIA_STORE_ACCESS_KEY, MEDIA_STORE_SECRET_KEY)) {
            if (!isGiven(name)) {
                report(
                        name,
                        "kosong, padahal MEDIA_STORE diisi; yang diterima: kunci bucket itu",
                        "empty, but MEDIA_STORE is set; accepted: the bucket's key");
            }
        }
        if (!isGiven(MEDIA_STORE_ENDPOINT) && !isGiven(MEDIA_STORE_REGION)) {
            report(
                    MEDIA_STORE_REGION,
                    "kosong, begitu pula MEDIA_STORE_ENDPOINT; yang diterima: salah satunya diisi",
                    "empty, as is MEDIA_STORE_ENDPOINT; accepted: one of them set");
        }
    }

    /// A forgotten token must never open the production database with the simulator's demo people.
    private void checkDatabaseHasToken() {
        if (isGiven(DATABASE_URL) && !isGiven(TELEGRAM_BOT_TOKEN)) {
            report(
                    DATABASE_URL,
                    "ditemukan, padahal TELEGRAM_BOT_TOKEN kosong; yang diterima: keduanya diisi, atau keduanya kosong",
                    "found, but TELEGRAM_BOT_TOKEN is empty; accepted: both set, or both empty");
        }
    }

    private void checkReplicaHasPrimary() {
        if (isGiven(DATABASE_REPLICA_URL) && !isGiven(DATABASE_URL)) {
            report(
                    DATABASE_REPLICA_URL,
                    "ditemukan, padahal DATABASE_URL kosong; yang diterima: hanya bersama DATABASE_URL",
                    "found, but DATABASE_URL is empty; accepted: only together with DATABASE_URL");
        }
    }

    /// Telegram delivers to https addresses only (Bot API, `setWebhook`); a Bot API server on this machine may use
    /// http.
    private void checkWebhookCanBeReached(Optional<TelegramMode> mode, Optional<URI> apiUrl, Optional<URI> publicUrl) {
        if (mode.filter(TelegramMode.WEBHOOK::equals).isEmpty() || isBad(PUBLIC_URL, publicUrl)) {
            return;
        }
        var nearby = isBad(TELEGRAM_API_URL, apiUrl)
                || apiUrl.map(SettingsReader::isLoopback).orElse(!isGiven(TELEGRAM_BOT_TOKEN));
        var https = publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
        if (!https && !nearby) {
            report(
                    PUBLIC_URL,
                    "ditemukan %s dengan TELEGRAM_MODE=webhook; yang diterima: alamat https://"
                            .formatted(found(PUBLIC_URL)),
                    "found %s with TELEGRAM_MODE=webhook; accepted: an https:// address".formatted(found(PUBLIC_URL)));
        }
    }

    /// Links that sign in and sessions must not travel in clear; a Telegram on this machine is a place for
    /// trying out.
    private void checkPagesAreSafe(Optional<URI> apiUrl, Optional<URI> publicUrl) {
        var isClear = publicUrl
                .filter(url -> !"https".equals(url.getScheme()) && !isLoopback(url))
                .isPresent();
        var isReal = isGiven(TELEGRAM_BOT_TOKEN)
                && apiUrl.filter(SettingsReader::isLoopback).isEmpty();
        if (isClear && isReal && problems.stream().noneMatch(line -> line.startsWith(PUBLIC_URL))) {
            report(
                    PUBLIC_URL,
                    "ditemukan %s; yang diterima: alamat https://, atau komputer ini (http://localhost)"
                            .formatted(found(PUBLIC_URL)),
                    "found %s; accepted: an https:// address, or this machine (http://localhost)"
                            .formatted(found(PUBLIC_URL)));
        }
    }

    /// Whether a setting has been reported already, so that nothing can be said about what depends on it.
    private boolean isBad(String name, Optional<?> parsed) {
        return isGiven(name) && parsed.isEmpty();
    }

    private static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(url.getHost()).matches();
    }

    private String found(String name) {
        return isGiven(name) ? quote(hideUserInfo(value(name))) : "kosong/empty";
    }

    private <T> Optional<T> find(
            String name,
            Function<String, Optional<T>> parse,
            UnaryOperator<String> show,
            String acceptedInIndonesian,
            String acceptedInEnglish) {
        if (!isGiven(name)) {
            return Optional.empty();
        }
        var given = value(name);
        var parsed = parse.apply(given);
        if (parsed.isEmpty()) {
            var shown = quote(show.apply(given));
            report(
                    name,
                    "ditemukan %s; yang diterima: %s".formatted(shown, acceptedInIndonesian),
                    "found %s; accepted: %s".formatted(shown, acceptedInEnglish));
        }
        return parsed;
    }

    private void report(String name, String inIndonesian, String inEnglish) {
        problems.add("%s: %s (%s)".formatted(name, inIndonesian, inEnglish));
    }

    private boolean isGiven(String name) {
        return !value(name).isEmpty();
    }

    private String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    private static String quote(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}", "?") + "\"";
    }

    private static String hide(String secret) {
        return "%s, %d karakter/characters".formatted(Secret.HIDDEN, secret.length());
    }

    /// Keeps of an address what helps to find the mistake: not its user, its password, nor its parameters.
    private static String hideUserInfo(String url) {
        var start = url.indexOf("://");
        var end = url.lastIndexOf('@');
        if (start < 0) {
            return end < 0 && url.indexOf(':') < 0 ? url : hide(url);
        }
        var parameters = url.indexOf('?', Math.max(start, end));
        var kept = parameters < 0 ? url : url.substring(0, parameters);
        return end < start ? kept : kept.substring(0, start + 3) + Secret.HIDDEN + kept.substring(end);
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return Optional.of(text).filter(given -> pattern.matcher(given).matches());
    }

    private static Optional<Integer> wholeNumber(String text, int lowest, int highest) {
        return matching(WHOLE_NUMBER, text)
                .map(Integer::valueOf)
                .filter(number -> number >= lowest && number <= highest);
    }

    /// Scheme, host and perhaps port; a single slash at the end is forgiven and dropped.
    private static Optional<URI> server(String text) {
        try {
            var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            var bare = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && "".equals(uri.getRawPath())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535;
            return bare ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<TelegramMode> mode(String text) {
        return switch (text) {
            case "polling" -> Optional.of(TelegramMode.POLLING);
            case "webhook" -> Optional.of(TelegramMode.WEBHOOK);
            default -> Optional.empty();
        };
    }

    private static Optional<LogFormat> logFormat(String text) {
        return switch (text) {
            case "plain" -> Optional.of(LogFormat.PLAIN);
            case "json" -> Optional.of(LogFormat.JSON);
            default -> Optional.empty();
        };
    }

    private static Optional<Path> folder(String text) {
        if (text.startsWith("~")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text)).filter(path -> Files.isDirectory(path) || Files.notExists(path));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<Set<Long>> userIds(String text) {
        var ids = new LinkedHashSet<Long>();
        for (var part : COMMA.split(text, -1)) {
            var id = part.strip();
            if (!USER_ID.matcher(id).matches()) {
                return Optional.empty();
            }
            ids.add(Long.valueOf(id));
        }
        return Optional.of(ids);
    }

    private static Optional<Locale> locale(String text) {
        return switch (text) {
            case "id", "en" -> Optional.of(Locale.of(text));
            default -> Optional.empty();
        };
    }

    private static Optional<ZoneId> timeZone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }
}
