package id.laporpustaka.simulator;

import id.laporpustaka.simulator.botapi.BotApi;
import id.laporpustaka.simulator.botapi.Faults;
import id.laporpustaka.simulator.phone.LocalOnly;
import id.laporpustaka.simulator.phone.PhoneRoutes;
import id.laporpustaka.simulator.world.Bot;
import id.laporpustaka.simulator.world.Journal;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.World;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ForbiddenResponse;
import java.time.Clock;

/// A Telegram of one's own: a Bot API server on 127.0.0.1 and a page of phones that talk to the bot. Thread-safe;
/// [#close] ends every open request at once.
public final class Simulator implements AutoCloseable {
    private static final long LARGEST_REQUEST = 64_000_000;

    private final World world;
    private final BotApi botApi;
    private final PhoneRoutes phones;
    private final Javalin server;

    private Simulator(SimulatorSettings settings, int port) {
        var bot = Bot.of(settings.botToken(), settings.botUsername(), settings.botName());
        var faults = new Faults();
        world = new World(bot, Clock.systemUTC(), new Journal(settings.journal()));
        for (var user : settings.users()) {
            world.addPerson(
                    new Person(user.id(), user.firstName(), user.lastName(), user.languageCode(), user.label()));
        }
        botApi = new BotApi(world, faults, settings.floodLimits(), settings.validateEvery());
        phones = new PhoneRoutes(world, faults);
        server = Javalin.create(this::configure).start("127.0.0.1", port);
    }

    /// Starts a server of its own with the Bot API, the control API and the page.
    ///
    /// @param port 0 for any free one
    /// @throws IllegalArgumentException if the token has not the shape of one
    public static Simulator start(SimulatorSettings settings, int port) {
        return new Simulator(settings, port);
    }

    public int port() {
        return server.port();
    }

    /// Adds the page and its control API (`/simulator`) to another server; it refuses every host but this machine.
    public void addPageTo(RoutesConfig routes) {
        phones.install(routes);
    }

    /// Ends every request that waits for something to happen; for before a server that carries the page stops.
    public void endWaiting() {
        world.endWaiting();
    }

    @Override
    public void close() {
        endWaiting();
        botApi.close();
        server.stop();
        world.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
        config.routes.before(context -> {
            if (!LocalOnly.admits(context)) {
                throw new ForbiddenResponse("The simulator answers to this machine only.");
            }
        });
        botApi.install(config.routes);
        phones.install(config.routes);
    }
}
