package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`. A request is counted, struck by
/// faults, read, checked and carried out, in this order; whatever is wrong with it is answered in Telegram's own
/// words.
public final class BotApi implements AutoCloseable {
    /// By this name faults strike the fetching of files, as if it were a method.
    private static final String DOWNLOAD = "download";

    private static final byte[] YES = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "{\"ok\":true,\"result\":".getBytes(StandardCharsets.US_ASCII);

    private final World world;
    private final Faults faults;
    private final int validateEvery;
    private final RequestSchema schema = RequestSchema.load();
    private final RequestReader reader = new RequestReader(schema);
    private final AtomicLong requests = new AtomicLong();
    private final WebhookPusher pusher;
    private final Map<String, Function<Call, byte[]>> methods;

    /// @param validateEvery how many requests make one that is checked against the whole schema; 1 checks all. The
    ///     limits with words of their own are always checked.
    public BotApi(World world, Faults faults, boolean floodLimits, int validateEvery) {
        this.world = world;
        this.faults = faults;
        this.validateEvery = validateEvery;
        var flood = new FloodLimits(floodLimits);
        var messages = new MessageMethods(world, new ChatDoor(world, flood));
        var files = new FileMethods(world, messages);
        var profile = new ProfileMethods(world);
        this.pusher = new WebhookPusher(world, faults, this::reply);
        var updates = new UpdateMethods(world, faults, pusher, flood.isOn());
        this.methods = Map.ofEntries(
                Map.entry("getme", profile::getMe),
                Map.entry("getupdates", updates::getUpdates),
                Map.entry("setwebhook", updates::setWebhook),
                Map.entry("deletewebhook", updates::deleteWebhook),
                Map.entry("getwebhookinfo", updates::getWebhookInfo),
                Map.entry("sendmessage", messages::sendMessage),
                Map.entry("editmessagetext", messages::editMessageText),
                Map.entry("editmessagecaption", messages::editMessageCaption),
                Map.entry("editmessagereplymarkup", messages::editMessageReplyMarkup),
                Map.entry("deletemessage", messages::deleteMessage),
                Map.entry("answercallbackquery", messages::answerCallbackQuery),
                Map.entry("sendchataction", messages::sendChatAction),
                Map.entry("sendphoto", files::sendPhoto),
                Map.entry("senddocument", files::sendDocument),
                Map.entry("sendvideo", files::sendVideo),
                Map.entry("sendaudio", files::sendAudio),
                Map.entry("sendvoice", files::sendVoice),
                Map.entry("sendmediagroup", files::sendMediaGroup),
                Map.entry("getfile", files::getFile),
                Map.entry("setmycommands", profile::setMyCommands),
                Map.entry("deletemycommands", profile::deleteMyCommands),
                Map.entry("getmycommands", profile::getMyCommands),
                Map.entry("setmydescription", profile::setMyDescription),
                Map.entry("setmyshortdescription", profile::setMyShortDescription),
                Map.entry("setchatmenubutton", profile::setChatMenuButton),
                Map.entry("getchatmenubutton", profile::getChatMenuButton));
    }

    /// Telegram's `true`.
    static byte[] yes() {
        return YES;
    }

    public void install(RoutesConfig routes) {
        routes.addHttpHandler(HandlerType.GET, "/bot{token}/{method}", this::handle);
        routes.addHttpHandler(HandlerType.POST, "/bot{token}/{method}", this::handle);
        routes.addHttpHandler(HandlerType.GET, "/file/bot{token}/{folder}/{name}", this::download);
    }

    private void handle(Context context) throws InterruptedException, IOException {
        var method = context.pathParam("method").toLowerCase(Locale.ROOT);
        try {
            checkToken(context);
            var name = schema.findName(method).orElseThrow(Refusal::unknownMethod);
            world.counters().count(method);
            var refusal = faults.strike(Faults.Kind.TOO_MANY_REQUESTS, method);
            if (refusal.isPresent()) {
                throw Refusal.tooMany(refusal.get().retryAfter());
            }
            if (isStruck(method, context)) {
                return;
            }
            var result = carryOut(reader.read(method, context), name);
            var delay = faults.strike(Faults.Kind.DELAY, method);
            if (delay.isPresent()) {
                Thread.sleep(delay.get().millis());
            }
            if (faults.strike(Faults.Kind.BROKEN_AFTER, method).isPresent()) {
                breakOff(context);
                return;
            }
            answer(context, result);
        } catch (Refusal refusal) {
            refuse(context, refusal);
        }
    }

    private byte[] carryOut(Call call, String name) {
        var carriedOut = methods.get(call.method());
        if (carriedOut == null) {
            throw Refusal.notPlayed(name);
        }
        if (requests.incrementAndGet() % validateEvery == 0) {
            validate(call);
        }
        return carriedOut.apply(call);
    }

    /// Telegram's own words come first, the schema's only for what Telegram has no words for.
    private void validate(Call call) {
        if (call.has("text") && !call.method().equals("answercallbackquery")) {
            Limits.text(call);
        }
        if (call.has("caption")) {
            Limits.caption(call);
        }
        if (call.has("media")) {
            Limits.album(call);
        }
        Limits.markup(call);
        Requirements.check(call);
        schema.findProblem(call).ifPresent(problem -> {
            throw Refusal.badRequest(problem);
        });
    }

    private boolean isStruck(String method, Context context) throws IOException {
        if (faults.strike(Faults.Kind.BROKEN_BEFORE, method).isPresent()) {
            breakOff(context);
            return true;
        }
        var failure = faults.strike(Faults.Kind.SERVER_ERROR, method);
        failure.ifPresent(fault -> context.status(fault.status())
                .contentType("text/html")
                .result("<html><body><center><h1>" + fault.status() + "</h1></center><hr></body></html>\n"));
        return failure.isPresent();
    }

    /// Promises more than it sends, so that the server has to cut the connection.
    private static void breakOff(Context context) throws IOException {
        var response = context.res();
        response.setContentType("application/json");
        response.setContentLength(1_000);
        response.flushBuffer();
    }

    private static void breakInTheMiddle(Context context, byte[] bytes) throws IOException {
        var response = context.res();
        response.setContentType("application/octet-stream");
        response.setContentLength(bytes.length + 1);
        response.getOutputStream().write(bytes, 0, bytes.length / 2);
        response.flushBuffer();
    }

    private static void answer(Context context, byte[] result) {
        var body = new byte[HEAD.length + result.length + 1];
        System.arraycopy(HEAD, 0, body, 0, HEAD.length);
        System.arraycopy(result, 0, body, HEAD.length, result.length);
        body[body.length - 1] = '}';
        context.contentType("application/json").result(body);
    }

    private void refuse(Context context, Refusal refusal) {
        world.counters().count("error " + refusal.code());
        if (refusal.retryAfter() > 0) {
            context.header("Retry-After", Long.toString(refusal.retryAfter()));
        }
        context.status(refusal.code()).contentType("application/json").result(Json.bytes(refusal.toJson()));
    }

    private void download(Context context) throws InterruptedException, IOException {
        try {
            checkToken(context);
            var refusal = faults.strike(Faults.Kind.TOO_MANY_REQUESTS, DOWNLOAD);
            if (refusal.isPresent()) {
                throw Refusal.tooMany(refusal.get().retryAfter());
            }
            if (isStruck(DOWNLOAD, context)) {
                return;
            }
            var file = world.files()
                    .findByPath(context.pathParam("folder") + "/" + context.pathParam("name"))
                    .filter(found -> found.size() <= Limits.DOWNLOAD_BYTES)
                    .orElseThrow(Refusal::notFound);
            world.counters().count("file");
            var bytes = world.files().read(file);
            var delay = faults.strike(Faults.Kind.DELAY, DOWNLOAD);
            if (delay.isPresent()) {
                Thread.sleep(delay.get().millis());
            }
            if (faults.strike(Faults.Kind.BROKEN_AFTER, DOWNLOAD).isPresent()) {
                breakInTheMiddle(context, bytes);
                return;
            }
            context.contentType("application/octet-stream").result(bytes);
        } catch (Refusal refusal) {
            refuse(context, refusal);
        }
    }

    private void checkToken(Context context) {
        if (!context.pathParam("token").equals(world.bot().token())) {
            throw Refusal.unauthorized();
        }
    }

    /// Carries out what a webhook answered with; the bot never learns the result.
    private void reply(ObjectNode answered) {
        var method = answered.path("method").asText().toLowerCase(Locale.ROOT);
        if (method.startsWith("get") || method.endsWith("webhook")) {
            return;
        }
        try {
            var name = schema.findName(method).orElseThrow(Refusal::unknownMethod);
            world.counters().count(method);
            var _ = carryOut(reader.read(method, answered), name);
        } catch (Refusal refusal) {
            world.counters().count("error " + refusal.code());
        }
    }

    @Override
    public void close() {
        pusher.close();
    }
}
