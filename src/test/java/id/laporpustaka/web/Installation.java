package id.laporpustaka.web;

import id.laporpustaka.FreePort;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.Reading;
import id.laporpustaka.export.PhotoSource;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.submission.media.MediaStore;
import id.laporpustaka.submission.media.StoreInMemory;
import id.laporpustaka.telegram.InitDataCheck;
import id.laporpustaka.telegram.LoginClient;
import id.laporpustaka.telegram.LoginProvider;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A started web server over a test's database, with a clock that stands still until it is moved.
final class Installation implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    static final String BOT_TOKEN = "110000001:test-token-of-the-web";

    private final Database database;
    PhotoSource photoSource = PhotoSource.none();
    private Instant now = Instant.parse("2025-08-20T03:00:00Z");
    final AtomicBoolean pollerHealthy = new AtomicBoolean(true);
    final WebServer server;

    Installation(Database database) {
        this(database, new StoreInMemory());
    }

    /// With pages that are read where a replica may be.
    Installation(Reading reading) {
        this(
                reading.primary(),
                reading,
                new StoreInMemory(),
                new WebSettings(0, URI.create("http://localhost:8080"), false, Language.INDONESIAN, ZONE),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    Installation(Database database, MediaStore media) {
        this(database, media, "http://localhost:8080", false, Optional.empty(), List.of());
    }

    Installation(
            Database database,
            String publicUrl,
            boolean localOnly,
            Optional<WebhookHandler> webhook,
            List<Consumer<RoutesConfig>> furtherRoutes) {
        this(database, new StoreInMemory(), publicUrl, localOnly, webhook, furtherRoutes);
    }

    private Installation(
            Database database,
            MediaStore media,
            String publicUrl,
            boolean localOnly,
            Optional<WebhookHandler> webhook,
            List<Consumer<RoutesConfig>> furtherRoutes) {
        this(
                database,
                Reading.of(database),
                media,
                new WebSettings(0, URI.create(publicUrl), localOnly, Language.INDONESIAN, ZONE),
                Optional.empty(),
                webhook,
                furtherRoutes);
    }

    /// With Telegram Login at a provider of the test; the provider can send browsers back here.
    static Installation withLogin(Database database, String issuer) {
        var port = FreePort.find();
        var address = "http://localhost:" + port;
        var provider = new LoginProvider(URI.create(issuer), TestProvider.CLIENT_ID, TestProvider.CLIENT_SECRET);
        return new Installation(
                database,
                Reading.of(database),
                new StoreInMemory(),
                new WebSettings(port, URI.create(address), false, Language.INDONESIAN, ZONE),
                Optional.of(new LoginClient(provider, URI.create(address + WebServer.LOGIN_RETURN_PATH))),
                Optional.empty(),
                List.of());
    }

    private Installation(
            Database database,
            Reading reading,
            MediaStore media,
            WebSettings settings,
            Optional<LoginClient> login,
            Optional<WebhookHandler> webhook,
            List<Consumer<RoutesConfig>> furtherRoutes) {
        this.database = database;
        PhotoSource photos = ids -> photoSource.findAll(ids);
        var checks = List.of(
                new Check("poller", () -> pollerHealthy.get() ? Optional.empty() : Optional.of("Nothing was heard.")));
        this.server = new WebServer(
                        settings,
                        new WebParts(
                                database,
                                reading,
                                new Now(),
                                media,
                                TestForms::all,
                                TestForms.catalogue(),
                                photos,
                                checks,
                                new InitDataCheck(BOT_TOKEN),
                                login,
                                webhook,
                                "laporpustaka_bot",
                                List.of(new Setting("HTTP_PORT", "8080")),
                                new Scraping(() -> "# of a test\n", Optional.empty(), (_, _, _, _) -> {}),
                                furtherRoutes))
                .start();
    }

    String address(String path) {
        return "http://localhost:" + server.port() + path;
    }

    Client client() {
        return new Client(server.port());
    }

    /// A client that has signed in as this person.
    Client signedIn(long personId) {
        var client = client();
        client.signIn(link(personId));
        return client;
    }

    String link(long personId) {
        return new OneTimeLinks(database.context())
                .create(OneTimeLink.Purpose.WEB_SIGN_IN, OptionalLong.of(personId), now, Duration.ofMinutes(10));
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Now extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
