package id.laporpustaka.web;

import id.laporpustaka.telegram.LoginClient;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;

/// The HTTP server: started once, stopped once. A request runs on a virtual thread of its own.
public final class WebServer implements AutoCloseable {
    /// Where Telegram is to post updates, below the public address.
    public static final String WEBHOOK_PATH = WebhookRoute.PATH;

    /// What stands before the token in the link that the bot gives, below the public address.
    public static final String SIGN_IN_PATH = SignInRoutes.PATH + "?" + SignInRoutes.TOKEN + "=";

    /// The page that Telegram opens as a Mini App, below the public address.
    public static final String MINI_APP_PATH = MiniAppRoutes.PATH;

    /// Where Telegram Login sends browsers back to, below the public address.
    public static final String LOGIN_RETURN_PATH = LoginRoutes.RETURN;

    private static final long LARGEST_BODY = 1_000_000;
    private static final long STOP_WITHIN_MILLIS = 2_000;

    /// What is answered for addresses that no route has.
    private static final String NO_ROUTE = "none";

    private final WebSettings settings;
    private final Readiness readiness;
    private final Javalin javalin;

    /// @throws IllegalStateException when a template or an asset is missing; nothing listens yet
    public WebServer(WebSettings settings, WebParts parts) {
        this.settings = settings;
        var checks = new ArrayList<Check>();
        checks.add(new Check("database", parts.database()::trouble));
        checks.addAll(parts.checks());
        this.readiness = new Readiness(checks, parts.clock());
        this.javalin = Javalin.create(config -> configure(config, settings, parts, readiness));
    }

    private static void configure(JavalinConfig config, WebSettings settings, WebParts parts, Readiness readiness) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        Uploads.configure(config.jetty.multipartConfig);
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_WITHIN_MILLIS));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.requestLogger.http(
                (context, milliseconds) -> count(parts.scraping().requests(), context, milliseconds));
        addRoutes(config.routes, settings, parts, readiness);
    }

    private static void count(RequestCounts counts, Context context, float milliseconds) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        counts.answered(
                context.method().name(),
                endpoint == null ? NO_ROUTE : endpoint.path,
                context.statusCode(),
                Duration.ofNanos((long) (milliseconds * 1e6)));
    }

    private static void addRoutes(RoutesConfig routes, WebSettings settings, WebParts parts, Readiness readiness) {
        var visitors = new Visitors(parts.database(), parts.clock(), settings.secure());
        var assets = new Assets();
        var waiting = new WaitingReviews(parts.database(), parts.clock());
        var pages = new Pages(settings, assets, visitors, waiting);
        var guarded = new GuardedRoutes(routes, visitors, new Programs(parts.database(), parts.clock(), visitors));

        new Defences(settings, parts.login().map(LoginClient::origin)).addTo(routes);
        new ErrorResponses(settings, pages).addTo(routes);
        assets.addTo(guarded);
        new HealthRoutes(readiness).addTo(guarded);
        new MetricsRoute(parts.scraping()).addTo(guarded);
        new SignInRoutes(pages, visitors, parts.login().isPresent()).addTo(guarded);
        parts.login().ifPresent(login -> new LoginRoutes(parts, pages, visitors, login).addTo(guarded));
        new MiniAppRoutes(parts, pages, visitors).addTo(guarded);
        new FormRoutes(settings, parts, pages).addTo(guarded);
        new ImportRoutes(parts, pages).addTo(guarded);
        new ApiRoutes(new Desk(settings, parts, pages)).addTo(guarded);
        new ProofRoutes(parts, pages).addTo(guarded);
        addDirectory(new Desk(settings, parts, pages), guarded);
        parts.webhook().ifPresent(webhook -> new WebhookRoute(webhook).addTo(guarded));
        parts.furtherRoutes().forEach(further -> further.accept(routes));
    }

    private static void addDirectory(Desk desk, GuardedRoutes guarded) {
        new SummaryPage(desk).addTo(guarded);
        new ReportTableRoutes(desk).addTo(guarded);
        new BoardRoutes(desk).addTo(guarded);
        new StandingRoutes(desk).addTo(guarded);
        new LibraryListRoutes(desk).addTo(guarded);
        new LibraryFormRoutes(desk).addTo(guarded);
        new LibraryRoutes(desk).addTo(guarded);
        new OwnReportRoutes(desk).addTo(guarded);
        new ReportRoutes(desk).addTo(guarded);
        new QueueRoutes(desk).addTo(guarded);
        new ReportPdfRoutes(desk).addTo(guarded);
        new ExportRoutes(desk).addTo(guarded);
        new TokenRoutes(desk).addTo(guarded);
        new DataLinkRoutes(desk).addTo(guarded);
        new HandOverRoutes(desk).addTo(guarded);
        new FacilitatorRoutes(desk).addTo(guarded);
        new MergeRoutes(desk).addTo(guarded);
        new InviteRoutes(desk).addTo(guarded);
        new PeopleRoutes(desk).addTo(guarded);
        new RegionRoutes(desk).addTo(guarded);
        new ScoreRulesRoutes(desk).addTo(guarded);
        new AuditRoutes(desk).addTo(guarded);
        new SessionRoutes(desk).addTo(guarded);
        new OutgoingWebhookRoutes(desk).addTo(guarded);
        new OpenRosaRoutes(desk).addTo(guarded);
        new FileRoutes(desk).addTo(guarded);
        new SetAsideRoutes(desk).addTo(guarded);
        new StatusRoutes(desk).addTo(guarded);
    }

    /// Listens from now on.
    ///
    /// @throws io.javalin.util.JavalinBindException when the port is taken
    public WebServer start() {
        if (settings.localOnly()) {
            javalin.start("127.0.0.1", settings.port());
        } else {
            javalin.start(settings.port());
        }
        readiness.start();
        return this;
    }

    /// Where it listens; with port 0 in the settings, the one that was free.
    public int port() {
        return javalin.port();
    }

    /// Takes no more requests, lets running ones finish for a moment, and stops.
    @Override
    public void close() {
        readiness.close();
        javalin.stop();
    }

    Javalin javalin() {
        return javalin;
    }
}
