package id.laporpustaka.app;

import id.laporpustaka.app.demo.Demo;
import id.laporpustaka.app.demo.DemoFiles;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.db.EmbeddedDatabase;
import id.laporpustaka.db.Leadership;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.export.ExportMaker;
import id.laporpustaka.export.StoredPhotos;
import id.laporpustaka.form.Language;
import id.laporpustaka.intake.ExportWorker;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.intake.Intake;
import id.laporpustaka.intake.IntakeSettings;
import id.laporpustaka.intake.LostFiles;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.metrics.Metrics;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.place.RegionLoader;
import id.laporpustaka.relay.OpenRosaPusher;
import id.laporpustaka.relay.WebhookSender;
import id.laporpustaka.schedule.Schedule;
import id.laporpustaka.simulator.SimulatedUser;
import id.laporpustaka.simulator.Simulator;
import id.laporpustaka.simulator.SimulatorSettings;
import id.laporpustaka.submission.media.MediaFetcher;
import id.laporpustaka.telegram.InitDataCheck;
import id.laporpustaka.telegram.LoginClient;
import id.laporpustaka.telegram.LoginProvider;
import id.laporpustaka.telegram.TelegramAddress;
import id.laporpustaka.telegram.TelegramGateway;
import id.laporpustaka.telegram.Webhook;
import id.laporpustaka.texts.Texts;
import id.laporpustaka.web.Check;
import id.laporpustaka.web.Scraping;
import id.laporpustaka.web.WebParts;
import id.laporpustaka.web.WebServer;
import id.laporpustaka.web.WebSettings;
import id.laporpustaka.web.WebhookHandler;
import io.javalin.config.RoutesConfig;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The running product. This is the one place where objects are made: one after the other, each from those
/// before it.
public final class Application implements AutoCloseable {
    private static final String PUBLIC_TELEGRAM = "https://api.telegram.org";

    /// With the bot's id added, the number of the lock of whoever asks Telegram for that bot's updates.
    private static final long POLLING = 0x706f_6c6c_0000_0000L;

    private static final String FOLLOWS =
            "Another process asks Telegram for updates. This one handles them, too, and asks when that one ends.";

    private final Closing closing;

    private Application(Closing closing) {
        this.closing = closing;
    }

    /// Starts everything and says where to click.
    ///
    /// @throws UnusableSettings when a setting turns out to be unusable here, such as a port that is taken
    /// @throws id.laporpustaka.db.DatabaseUnavailable with one line for whoever starts the product
    /// @throws id.laporpustaka.telegram.TelegramUnavailable with one line for whoever starts the product
    public static Application start(Settings settings, Clock clock, PrintStream out) {
        return start(settings, clock, out, new Closing());
    }

    /// @param closing ends what has been started so far, also while this method is still at work
    static Application start(Settings settings, Clock clock, PrintStream out, Closing closing) {
        var began = clock.instant();
        try {
            checkPortIsFree(settings);
            wire(settings, clock, out, closing, began);
            return new Application(closing);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private static void wire(Settings settings, Clock clock, PrintStream out, Closing closing, Instant began) {
        var language = Language.find(settings.defaultLocale().getLanguage()).orElse(Language.INDONESIAN);
        var address = databaseAddress(settings, closing);
        var database = closing.add(Database.open(address));
        var reading = closing.add(reading(settings, database));
        var metrics = closing.add(new Metrics());
        metrics.watch(database);
        metrics.watchReads(reading);
        var store = closing.add(MediaStores.open(settings));
        new RegionLoader(database).load();
        var forms = PublishedForms.load(database.context());
        if (settings.simulated()) {
            Demo.seed(database, forms.listCurrent(), LocalDate.ofInstant(clock.instant(), settings.defaultTimeZone()));
        }
        database.useTransaction(db -> new Admins(db).appoint(settings.adminTelegramIds(), language.code()));

        var simulator = settings.simulated()
                ? Optional.of(closing.add(Simulator.start(simulatorSettings(settings), 0)))
                : Optional.<Simulator>empty();
        var queue = new SendQueue(
                database,
                settings.telegramMessagesPerSecond(),
                key -> store.open(key)
                        .orElseThrow(() -> new FileNotFoundException("No object " + key))
                        .bytes(),
                metrics.sends());
        var bells = new Intake.Bells(new WakeUp(), queue, new WakeUp(), new WakeUp());
        var inbox = new Inbox(database, bells.inbox());
        var gateway = closing.add(
                TelegramGateway.connect(telegramAddress(settings, simulator), inbox, queue, metrics.telegram()));
        metrics.watchTelegram(gateway::healthy);
        var polling = new Leadership(
                address,
                POLLING + gateway.identity().id(),
                gateway::startPolling,
                gateway::pollsWorthwhile,
                gateway::stopPolling);
        var texts = new Texts();
        var publicUrl = withoutSlash(settings.publicUrl());
        var face = new BotFace(texts, miniApp(settings, publicUrl));
        var reader = gateway.reader();
        var photos = new StoredPhotos(database.context(), store);
        var intake = closing.add(new Intake(
                database,
                reading,
                inbox,
                forms,
                gateway.files(),
                photos,
                texts,
                reader::read,
                gateway.callbackAnswers(),
                (chat, of, commands) -> {
                    gateway.introduce(face.menu(chat, of, commands));
                    face.button(chat, of, commands).ifPresent(gateway::showMenuButton);
                },
                bells,
                clock,
                new IntakeSettings(publicUrl, gateway.identity().username(), settings.defaultTimeZone()),
                metrics.intake()));
        var exports = closing.add(new ExportWorker(
                database,
                new ExportMaker(reading, forms, texts, store, publicUrl, clock, settings.defaultTimeZone()),
                store,
                bells.jobs()));
        var files = settings.simulated() ? new DemoFiles(database, gateway.files()) : gateway.files();
        var media = closing.add(new MediaFetcher(database, files, store, bells.files(), new LostFiles()));
        var isWebhook = settings.telegramMode() == Settings.TelegramMode.WEBHOOK;
        metrics.watchLeading(() -> isWebhook || polling.leads());
        var secret =
                settings.telegramWebhookSecret().orElseGet(() -> new Installation(database.context()).webhookSecret());
        var webhook = isWebhook
                ? Optional.of(new Webhook(gateway.identity().id(), secret.value(), inbox, metrics.telegram()))
                : Optional.<Webhook>empty();
        List<Consumer<RoutesConfig>> pages = simulator
                .<List<Consumer<RoutesConfig>>>map(it -> List.of(it::addPageTo))
                .orElse(List.of());
        var web = closing.add(new WebServer(
                new WebSettings(
                        settings.httpPort(),
                        settings.publicUrl(),
                        settings.simulated(),
                        language,
                        settings.defaultTimeZone()),
                new WebParts(
                        database,
                        reading,
                        clock,
                        store,
                        forms::listNewest,
                        forms,
                        photos,
                        List.of(new Check(
                                "telegram",
                                gateway::trouble,
                                () -> Optional.of(FOLLOWS).filter(_ -> !isWebhook && !polling.leads()))),
                        new InitDataCheck(token(settings)),
                        settings.telegramLogin().map(login -> loginClient(login, publicUrl)),
                        webhook.map(Application::handler),
                        gateway.identity().username(),
                        settings.shown(),
                        new Scraping(metrics::scrape, settings.metricsToken().map(Secret::value), metrics.requests()),
                        pages)));
        simulator.ifPresent(it -> closing.add(it::endWaiting));
        web.start();
        intake.start();
        exports.start();
        gateway.startSending();
        if (isWebhook) {
            gateway.startWebhook(URI.create(publicUrl + WebServer.WEBHOOK_PATH), secret.value());
        }
        gateway.introduce(face.profile());
        media.start();
        closing.add(new WebhookSender(database, clock, publicUrl, settings.simulated()))
                .start();
        settings.openRosa()
                .ifPresent(target -> closing.add(new OpenRosaPusher(database, forms, store, target, clock))
                        .start());
        closing.add(new Schedule(database, store, clock, settings.defaultTimeZone()))
                .start();
        if (!isWebhook) {
            closing.add(polling).start(); // last, so that it ends first and others need not wait to lead
        }
        var took = Duration.between(began, clock.instant());
        var link = settings.simulated()
                ? Optional.<String>empty()
                : new Admins(database.context()).firstAdminToken(clock.instant());
        Welcome.print(out, settings, gateway.identity().username(), link, took);
    }

    static DatabaseAddress databaseAddress(Settings settings, Closing closing) {
        return settings.databaseUrl().orElseGet(() -> {
            var embedded = closing.add(EmbeddedDatabase.start(settings.dataDir()));
            return embedded.address(settings.simulated() ? "simulator" : "laporpustaka");
        });
    }

    private static Reading reading(Settings settings, Database database) {
        return settings.databaseReplicaUrl()
                .map(replica -> Reading.of(database, replica))
                .orElseGet(() -> Reading.of(database))
                .start();
    }

    private static TelegramAddress telegramAddress(Settings settings, Optional<Simulator> simulator) {
        var base = simulator
                .map(it -> "http://127.0.0.1:" + it.port())
                .or(() -> settings.telegramApiUrl().map(Application::withoutSlash))
                .orElse(PUBLIC_TELEGRAM);
        return TelegramAddress.of(base, token(settings))
                .orElseThrow(() -> new UnusableSettings(List.of("TELEGRAM_API_URL: " + base)));
    }

    private static LoginClient loginClient(TelegramLogin login, String publicUrl) {
        return new LoginClient(
                new LoginProvider(
                        login.issuer(), login.clientId(), login.clientSecret().value()),
                URI.create(publicUrl + WebServer.LOGIN_RETURN_PATH));
    }

    private static String token(Settings settings) {
        return settings.telegramBotToken().map(Secret::value).orElse(SimulatedBot.TOKEN);
    }

    /// Telegram opens https addresses only; the simulator, like Telegram's test environment, any.
    private static Optional<URI> miniApp(Settings settings, String publicUrl) {
        return Optional.of(URI.create(publicUrl + WebServer.MINI_APP_PATH))
                .filter(address -> settings.simulated() || "https".equals(address.getScheme()));
    }

    private static SimulatorSettings simulatorSettings(Settings settings) {
        var people = Demo.phones().stream()
                .map(person -> new SimulatedUser(
                        person.telegramId(),
                        person.firstName(),
                        person.lastName(),
                        person.languageCode(),
                        person.label()))
                .toList();
        return new SimulatorSettings(
                SimulatedBot.TOKEN,
                SimulatedBot.USERNAME,
                SimulatedBot.NAME,
                people,
                true,
                1,
                Optional.of(settings.dataDir().resolve("simulator.jsonl")));
    }

    private static WebhookHandler handler(Webhook webhook) {
        return (secret, body) -> switch (webhook.accept(secret, body)) {
            case ACCEPTED -> WebhookHandler.Outcome.ACCEPTED;
            case UNAUTHORIZED -> WebhookHandler.Outcome.WRONG_SECRET;
            case MALFORMED -> WebhookHandler.Outcome.UNREADABLE;
        };
    }

    /// Said at once rather than after the seconds that the database takes to start.
    private static void checkPortIsFree(Settings settings) {
        try (var _ = new ServerSocket(settings.httpPort(), 1, listenAddress(settings))) {
            return;
        } catch (IOException _) {
            throw new UnusableSettings(List.of(
                    ("HTTP_PORT: ditemukan %d, yang sudah dipakai program lain; yang diterima: port yang bebas (found"
                                    + " %1$d, which another program uses; accepted: a free port)")
                            .formatted(settings.httpPort())));
        }
    }

    /// With the simulator anyone who reaches the port can be anyone, so nobody may but this machine.
    private static InetAddress listenAddress(Settings settings) {
        return settings.simulated() ? InetAddress.getLoopbackAddress() : new InetSocketAddress(0).getAddress();
    }

    private static String withoutSlash(URI address) {
        var text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        closing.close();
    }
}
