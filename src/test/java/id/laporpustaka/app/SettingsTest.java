package id.laporpustaka.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.laporpustaka.app.Settings.TelegramMode;
import id.laporpustaka.submission.media.BucketStore;
import id.laporpustaka.web.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String TOKEN = "123456789:AAFdemo_demo-demo0demo1demo2demo34";
    private static final String DATABASE = "postgresql://lapor:rahasia@db:5432/lapor";

    private static final Map<String, String> BUCKET = Map.of(
            "TELEGRAM_BOT_TOKEN", TOKEN,
            "MEDIA_STORE", "s3://berkas",
            "MEDIA_STORE_ENDPOINT", "http://s3:9000",
            "MEDIA_STORE_REGION", "idn",
            "MEDIA_STORE_ACCESS_KEY", "rahasia-akses",
            "MEDIA_STORE_SECRET_KEY", "rahasia-kunci");

    @TempDir
    private Path folder;

    @Test
    void nothing_set_is_a_laptop_with_the_simulator() {
        var settings = read(Map.of());

        assertThat(settings.simulated()).isTrue();
        assertThat(settings.telegramApiUrl()).isEmpty();
        assertThat(settings.telegramMode()).isEqualTo(TelegramMode.POLLING);
        assertThat(settings.telegramMessagesPerSecond()).isEqualTo(30);
        assertThat(settings.telegramWebhookSecret()).isEmpty();
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.databaseReplicaUrl()).isEmpty();
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.mediaStore()).isEmpty();
        assertThat(settings.openRosa()).isEmpty();
        assertThat(settings.adminTelegramIds()).isEmpty();
        assertThat(settings.defaultLocale()).isEqualTo(Locale.of("id"));
        assertThat(settings.defaultTimeZone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(settings.metricsToken()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(Settings.LogFormat.PLAIN);
    }

    @Test
    void an_openrosa_server_is_a_project_with_a_user_and_perhaps_some_forms() {
        var settings = read(Map.of(
                "TELEGRAM_BOT_TOKEN", TOKEN,
                "OPENROSA_URL", "https://central.example.id/v1/projects/3/",
                "OPENROSA_USER", "lapor@example.id",
                "OPENROSA_PASSWORD", "kata:sandi rahasia",
                "OPENROSA_FORMS", "PM=aBc12, AD"));

        var target = settings.openRosa().orElseThrow();
        assertThat(target.address()).isEqualTo(URI.create("https://central.example.id/v1/projects/3"));
        assertThat(target.forms()).containsOnly(Map.entry("PM", "aBc12"), Map.entry("AD", "AD"));
        assertThat(settings.toString()).doesNotContain("kata:sandi");
        assertThat(problems(Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "OPENROSA_URL", "http://central.example.id/v1")))
                .hasSize(3)
                .allMatch(problem -> problem.startsWith("OPENROSA_"));
        assertThat(problems(Map.of("OPENROSA_USER", "x")))
                .singleElement()
                .asString()
                .contains("OPENROSA_URL");
        assertThat(problems(Map.of(
                        "OPENROSA_URL",
                        "https://central.example.id/v1",
                        "OPENROSA_USER",
                        "x",
                        "OPENROSA_PASSWORD",
                        "y")))
                .singleElement()
                .asString()
                .contains("TELEGRAM_BOT_TOKEN");
    }

    @Test
    void telegram_login_takes_its_two_secrets_and_telegrams_address() {
        var settings =
                read(Map.of("TELEGRAM_LOGIN_CLIENT_ID", "123456789", "TELEGRAM_LOGIN_CLIENT_SECRET", "rahasia/1+="));
        var elsewhere = read(Map.of(
                "TELEGRAM_LOGIN_CLIENT_ID", "123456789",
                "TELEGRAM_LOGIN_CLIENT_SECRET", "rahasia/1+=",
                "TELEGRAM_LOGIN_ISSUER", "http://localhost:9000/"));

        assertThat(settings.telegramLogin())
                .contains(new TelegramLogin(
                        URI.create("https://oauth.telegram.org"), "123456789", new Secret("rahasia/1+=")));
        assertThat(settings.toString()).doesNotContain("rahasia");
        assertThat(elsewhere.telegramLogin().orElseThrow().issuer()).isEqualTo(URI.create("http://localhost:9000"));
        assertThat(read(Map.of()).telegramLogin()).isEmpty();
    }

    @Test
    void half_of_telegram_login_or_a_bad_part_stops_the_start() {
        assertThat(problems(Map.of("TELEGRAM_LOGIN_CLIENT_ID", "123456789")))
                .singleElement()
                .asString()
                .startsWith("TELEGRAM_LOGIN_CLIENT_SECRET: ")
                .contains("empty, but its counterpart is set");
        assertThat(problems(Map.of("TELEGRAM_LOGIN_CLIENT_SECRET", "sangat-rahasia")))
                .singleElement()
                .asString()
                .startsWith("TELEGRAM_LOGIN_CLIENT_ID: ")
                .doesNotContain("sangat");
        assertThat(problems(Map.of(
                        "TELEGRAM_LOGIN_CLIENT_ID", "12 34",
                        "TELEGRAM_LOGIN_CLIENT_SECRET", "sangat rahasia",
                        "TELEGRAM_LOGIN_ISSUER", "http://oauth.telegram.org")))
                .hasSize(3)
                .noneMatch(line -> line.contains("sangat"));
    }

    @Test
    void everything_can_be_set() {
        var settings = read(Map.ofEntries(
                Map.entry("TELEGRAM_BOT_TOKEN", TOKEN),
                Map.entry("TELEGRAM_API_URL", "http://bot-api:8081"),
                Map.entry("TELEGRAM_MODE", "webhook"),
                Map.entry("TELEGRAM_MESSAGES_PER_SECOND", "0"),
                Map.entry("TELEGRAM_WEBHOOK_SECRET", "r4hasia_-"),
                Map.entry("PUBLIC_URL", "https://lapor.example.id/"),
                Map.entry("HTTP_PORT", "9090"),
                Map.entry("DATABASE_URL", DATABASE),
                Map.entry("DATABASE_REPLICA_URL", "postgresql://baca:rahasia@replica/lapor"),
                Map.entry("DATA_DIR", folder.toString()),
                Map.entry("MEDIA_STORE", "s3://berkas/lapor/pustaka"),
                Map.entry("MEDIA_STORE_ENDPOINT", "https://s3.example.id:9000"),
                Map.entry("MEDIA_STORE_REGION", "idn"),
                Map.entry("MEDIA_STORE_ACCESS_KEY", "rahasia-akses"),
                Map.entry("MEDIA_STORE_SECRET_KEY", "rahasia/kunci+1="),
                Map.entry("ADMIN_TELEGRAM_IDS", "11, 22,11"),
                Map.entry("DEFAULT_LOCALE", "en"),
                Map.entry("DEFAULT_TIME_ZONE", "Asia/Jayapura"),
                Map.entry("METRICS_TOKEN", "rahasia-angka-angka"),
                Map.entry("LOG_FORMAT", "json")));

        assertThat(settings.telegramBotToken()).contains(new Secret(TOKEN));
        assertThat(settings.telegramApiUrl()).contains(URI.create("http://bot-api:8081"));
        assertThat(settings.telegramMode()).isEqualTo(TelegramMode.WEBHOOK);
        assertThat(settings.telegramMessagesPerSecond()).isZero();
        assertThat(settings.telegramWebhookSecret()).contains(new Secret("r4hasia_-"));
        assertThat(settings.publicUrl()).isEqualTo(URI.create("https://lapor.example.id"));
        assertThat(settings.httpPort()).isEqualTo(9090);
        assertThat(settings.databaseUrl().orElseThrow().password()).isEqualTo("rahasia");
        assertThat(settings.databaseReplicaUrl().orElseThrow().host()).isEqualTo("replica");
        assertThat(settings.dataDir()).isEqualTo(folder);
        assertThat(settings.mediaStore())
                .contains(new MediaBucket(
                        new BucketStore.Place(
                                "berkas",
                                "lapor/pustaka",
                                Optional.of(URI.create("https://s3.example.id:9000")),
                                "idn"),
                        new Secret("rahasia-akses"),
                        new Secret("rahasia/kunci+1=")));
        assertThat(settings.adminTelegramIds()).containsExactlyInAnyOrder(11L, 22L);
        assertThat(settings.defaultLocale()).isEqualTo(Locale.of("en"));
        assertThat(settings.defaultTimeZone()).isEqualTo(ZoneId.of("Asia/Jayapura"));
        assertThat(settings.metricsToken()).contains(new Secret("rahasia-angka-angka"));
        assertThat(settings.logFormat()).isEqualTo(Settings.LogFormat.JSON);
        assertThat(settings.toString()).doesNotContain(TOKEN, "rahasia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TELEGRAM_BOT_TOKEN           | 123456789                 | *****, 9 karakter",
                "TELEGRAM_BOT_TOKEN           | bot:AAFdemo_demo-demo0demo1demo2demo34 | *****",
                "TELEGRAM_BOT_TOKEN           | 123456789:AAFdemo demo-demo0demo1demo2demo34 | *****",
                "TELEGRAM_API_URL             | http://127.0.0.1:8081/bot | \"http://127.0.0.1:8081/bot\"",
                "TELEGRAM_API_URL             | http://host:8081?x=1      | \"http://host:8081\"",
                "TELEGRAM_API_URL             | http://me:secret@host     | \"http://*****@host\"",
                "TELEGRAM_API_URL             | host:8081                 | *****",
                "TELEGRAM_API_URL             | ftp://host                | ftp://host",
                "TELEGRAM_API_URL             | http://host:70000         | http://host:70000",
                "TELEGRAM_API_URL             | http://ho st              | http://ho st",
                "TELEGRAM_MODE                | poling                    | \"poling\"; yang diterima: polling,"
                        + " webhook",
                "TELEGRAM_MODE                | WEBHOOK                   | \"WEBHOOK\"",
                "TELEGRAM_MESSAGES_PER_SECOND | -1                        | \"-1\"",
                "TELEGRAM_MESSAGES_PER_SECOND | 100001                    | \"100001\"",
                "TELEGRAM_MESSAGES_PER_SECOND | 30.5                      | \"30.5\"",
                "TELEGRAM_WEBHOOK_SECRET      | rahasia sekali            | *****, 14 karakter",
                "PUBLIC_URL                   | https://lapor.id/app      | \"https://lapor.id/app\"",
                "PUBLIC_URL                   | lapor.id                  | \"lapor.id\"",
                "HTTP_PORT                    | 0                         | \"0\"",
                "HTTP_PORT                    | 65536                     | \"65536\"",
                "HTTP_PORT                    | 99999999999999            | \"99999999999999\"",
                "HTTP_PORT                    | http                      | \"http\"",
                "DATA_DIR                     | ~/data                    | \"~/data\"",
                "DATA_DIR                     | pom.xml                   | \"pom.xml\"",
                "ADMIN_TELEGRAM_IDS           | @ibusari                  | \"@ibusari\"",
                "ADMIN_TELEGRAM_IDS           | 11,,22                    | \"11,,22\"",
                "ADMIN_TELEGRAM_IDS           | -100123                   | \"-100123\"",
                "DEFAULT_LOCALE               | fr                        | \"fr\"; yang diterima: id, en",
                "DEFAULT_TIME_ZONE            | WIB                       | \"WIB\"",
                "DEFAULT_TIME_ZONE            | +07:00                    | \"+07:00\"",
                "METRICS_TOKEN                | rahasia                   | *****, 7 karakter",
                "LOG_FORMAT                   | xml                       | \"xml\"",
            })
    void a_value_that_cannot_be_understood_is_named_and_shown(String name, String value, String shown) {
        var problems = problems(Map.of(name, value));

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst())
                .startsWith(name + ": ditemukan ")
                .contains(shown, "yang diterima: ", "(found ", "accepted: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://lapor:rahasia@db/lapor",
                "jdbc:postgresql://lapor:rahasia@db/lapor",
                "postgresql://lapor:rahasia@db",
                "postgresql://db/lapor?password=rahasia",
                "lapor:rahasia@db",
            })
    void a_database_that_cannot_be_understood_is_shown_without_its_password(String url) {
        var problems = problems(Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "DATABASE_URL", url));

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).startsWith("DATABASE_URL: ditemukan ").doesNotContain("rahasia");
    }

    @Test
    void all_problems_are_reported_together_and_once() {
        var problems = problems(Map.of(
                "TELEGRAM_BOT_TOKEN", "salah",
                "TELEGRAM_MODE", "webhook",
                "PUBLIC_URL", "lapor",
                "DATABASE_URL", "db",
                "HTTP_PORT", "web"));

        assertThat(problems)
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("TELEGRAM_BOT_TOKEN", "PUBLIC_URL", "HTTP_PORT", "DATABASE_URL");
    }

    @Test
    void a_forgotten_token_never_opens_the_production_database() {
        var problems = problems(Map.of("DATABASE_URL", DATABASE));

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst())
                .startsWith("DATABASE_URL: ditemukan, padahal TELEGRAM_BOT_TOKEN kosong")
                .doesNotContain("rahasia");
    }

    @Test
    void a_replica_needs_a_primary() {
        var problems = problems(Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "DATABASE_REPLICA_URL", DATABASE));

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).startsWith("DATABASE_REPLICA_URL: ditemukan, padahal DATABASE_URL kosong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MEDIA_STORE            | berkas                        | \"berkas\"",
                "MEDIA_STORE            | s3://Berkas                   | \"s3://Berkas\"",
                "MEDIA_STORE            | s3://berkas/../lain           | \"s3://berkas/../lain\"",
                "MEDIA_STORE            | s3://kunci:rahasia@berkas     | \"s3://*****@berkas\"",
                "MEDIA_STORE_ENDPOINT   | https://kunci:rahasia@s3.id   | \"https://*****@s3.id\"",
                "MEDIA_STORE_ENDPOINT   | https://s3.id/berkas          | \"https://s3.id/berkas\"",
                "MEDIA_STORE_REGION     | Jakarta Raya                  | \"Jakarta Raya\"",
                "MEDIA_STORE_ACCESS_KEY | rahasia sekali                | *****, 14 karakter",
                "MEDIA_STORE_SECRET_KEY | rahasia sekali                | *****, 14 karakter",
            })
    void a_bucket_that_cannot_be_understood_is_named_and_shown_without_its_keys(
            String name, String value, String shown) {
        var environment = new HashMap<>(BUCKET);
        environment.put(name, value);

        var problems = problems(environment);

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst())
                .startsWith(name + ": ditemukan ")
                .contains(shown, "yang diterima: ", "(found ", "accepted: ")
                .doesNotContain("rahasia");
    }

    @Test
    void a_bucket_needs_its_keys_a_region_or_an_endpoint_and_a_token() {
        var problems = problems(Map.of("MEDIA_STORE", "s3://berkas"));

        assertThat(problems)
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly(
                        "MEDIA_STORE", "MEDIA_STORE_ACCESS_KEY", "MEDIA_STORE_SECRET_KEY", "MEDIA_STORE_REGION");
    }

    @Test
    void what_belongs_to_a_bucket_needs_one() {
        var problems = problems(Map.of("MEDIA_STORE_REGION", "idn", "MEDIA_STORE_SECRET_KEY", "rahasia"));

        assertThat(problems)
                .allMatch(line -> line.contains("padahal MEDIA_STORE kosong"))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("MEDIA_STORE_REGION", "MEDIA_STORE_SECRET_KEY");
    }

    @Test
    void a_server_of_ones_own_needs_no_region() {
        var environment = new HashMap<>(BUCKET);
        environment.remove("MEDIA_STORE_REGION");

        assertThat(read(environment).mediaStore())
                .hasValueSatisfying(it -> assertThat(it.place().region()).isEqualTo("us-east-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://lapor.example.id, ''",
        "'', http://127.0.0.1:8081",
        "http://lapor.example.id, http://localhost:8081",
        "http://lapor.example.id, 'http://[::1]:8081'",
    })
    void a_webhook_needs_https_or_a_telegram_on_this_machine(String publicUrl, String apiUrl) {
        var settings = read(webhook(publicUrl, apiUrl));

        assertThat(settings.telegramMode()).isEqualTo(TelegramMode.WEBHOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "http://lapor.example.id, ''",
        "http://lapor.example.id, http://bot-api:8081",
        "http://lapor.example.id, http://127.example.id",
    })
    void a_webhook_that_telegram_would_not_call_is_refused(String publicUrl, String apiUrl) {
        var problems = problems(webhook(publicUrl, apiUrl));

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst())
                .startsWith("PUBLIC_URL: ditemukan ")
                .contains("TELEGRAM_MODE=webhook", "https://");
    }

    @Test
    void pages_that_people_reach_over_plain_http_are_refused() {
        var problems = problems(Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "PUBLIC_URL", "http://lapor.example.id"));

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).startsWith("PUBLIC_URL: ditemukan ").contains("https://", "http://localhost");
    }

    @Test
    void the_simulator_can_be_played_over_a_webhook() {
        assertThat(read(Map.of("TELEGRAM_MODE", "webhook")).simulated()).isTrue();
    }

    @Test
    void the_public_address_follows_the_port() {
        assertThat(read(Map.of("HTTP_PORT", "9090")).publicUrl()).isEqualTo(URI.create("http://localhost:9090"));
    }

    @Test
    void the_environment_wins_over_the_file_unless_it_is_empty() throws IOException {
        Files.writeString(folder.resolve(".env"), """
            # a comment
            HTTP_PORT=9090
            DEFAULT_LOCALE="en" # English
            TELEGRAM_MODE=
            DEFAULT_TIME_ZONE=Asia/Makassar
            """);

        var settings = read(Map.of("HTTP_PORT", "9191", "DEFAULT_TIME_ZONE", ""));

        assertThat(settings.httpPort()).isEqualTo(9191);
        assertThat(settings.defaultLocale()).isEqualTo(Locale.of("en"));
        assertThat(settings.telegramMode()).isEqualTo(TelegramMode.POLLING);
        assertThat(settings.defaultTimeZone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    }

    @Test
    void a_line_of_the_file_that_is_not_understood_is_named_by_its_number() throws IOException {
        Files.writeString(folder.resolve(".env"), "HTTP_PORT=9090\n\nTELEGRAM_BOT_TOKEN " + TOKEN + "\n");

        var problems = problems(Map.of());

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).contains(".env: baris 3 tidak dipahami").doesNotContain(TOKEN);
    }

    @Test
    void the_example_file_names_every_setting_with_its_default_and_changes_nothing() throws IOException {
        var example = Files.readAllLines(Path.of(".env.example"));
        var assignments = example.stream()
                .filter(line -> line.matches("# [A-Z_]+=.*"))
                .map(line -> line.substring(2))
                .toList();
        Files.write(folder.resolve(".env"), assignments);

        assertThat(read(Map.of())).isEqualTo(Settings.read(Map.of(), folder.resolve("none")));
        assertThat(assignments)
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsExactly(
                        "TELEGRAM_BOT_TOKEN",
                        "TELEGRAM_API_URL",
                        "TELEGRAM_MODE",
                        "TELEGRAM_MESSAGES_PER_SECOND",
                        "TELEGRAM_WEBHOOK_SECRET",
                        "TELEGRAM_LOGIN_CLIENT_ID",
                        "TELEGRAM_LOGIN_CLIENT_SECRET",
                        "TELEGRAM_LOGIN_ISSUER",
                        "PUBLIC_URL",
                        "HTTP_PORT",
                        "DATABASE_URL",
                        "DATABASE_REPLICA_URL",
                        "DATA_DIR",
                        "MEDIA_STORE",
                        "MEDIA_STORE_ENDPOINT",
                        "MEDIA_STORE_REGION",
                        "MEDIA_STORE_ACCESS_KEY",
                        "MEDIA_STORE_SECRET_KEY",
                        "OPENROSA_URL",
                        "OPENROSA_USER",
                        "OPENROSA_PASSWORD",
                        "OPENROSA_FORMS",
                        "ADMIN_TELEGRAM_IDS",
                        "DEFAULT_LOCALE",
                        "DEFAULT_TIME_ZONE",
                        "METRICS_TOKEN",
                        "LOG_FORMAT");
        assertThat(example).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    private static Map<String, String> webhook(String publicUrl, String apiUrl) {
        var environment = new HashMap<>(Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "TELEGRAM_MODE", "webhook"));
        environment.put("PUBLIC_URL", publicUrl);
        environment.put("TELEGRAM_API_URL", apiUrl);
        return environment;
    }

    private Settings read(Map<String, String> environment) {
        return Settings.read(environment, folder);
    }

    private List<String> problems(Map<String, String> environment) {
        var refused = catchThrowableOfType(UnusableSettings.class, () -> read(environment));
        assertThat(refused).isNotNull();
        return String.valueOf(refused.getMessage()).lines().toList();
    }

    @Test
    void admins_see_what_is_in_force_but_no_secret() throws IOException {
        var environment = new HashMap<>(BUCKET);
        environment.put("DATABASE_URL", DATABASE);
        environment.put("TELEGRAM_WEBHOOK_SECRET", "rahasia-webhook");
        environment.put("TELEGRAM_LOGIN_CLIENT_ID", "123456789");
        environment.put("TELEGRAM_LOGIN_CLIENT_SECRET", "rahasia-masuk");
        environment.put("METRICS_TOKEN", "rahasia-angka-angka");

        var shown = read(environment).shown();

        assertThat(shown)
                .noneMatch(setting ->
                        setting.value().contains("rahasia") || setting.value().contains(TOKEN.substring(12)));
        var names = Files.readAllLines(Path.of(".env.example")).stream()
                .map(line -> line.replaceFirst("^# ?", ""))
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(name -> !name.startsWith("MEDIA_STORE_"))
                .filter(name -> !name.equals("OPENROSA_USER") && !name.equals("OPENROSA_PASSWORD"))
                .toList();
        assertThat(shown).extracting(Setting::name).containsExactlyInAnyOrderElementsOf(names);
    }
}
