package id.laporpustaka.simulator.botapi;

import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Pending;
import id.laporpustaka.simulator.world.PendingUpdates;
import id.laporpustaka.simulator.world.World;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How the bot gets its updates: by asking, or by a webhook.
final class UpdateMethods {
    private static final long LONGEST_POLL_SECONDS = 50;
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
    private static final Set<Integer> WEBHOOK_PORTS = Set.of(-1, 80, 88, 443, 8443);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final World world;
    private final Faults faults;
    private final WebhookPusher pusher;
    private final boolean slowsRepeatedPolls;
    private final Object pace = new Object();
    private long lastOffset = Long.MIN_VALUE;
    private long lastPollMillis;

    /// @param slowsRepeatedPolls whether polls that repeat an offset are slowed down as Telegram does
    UpdateMethods(World world, Faults faults, WebhookPusher pusher, boolean slowsRepeatedPolls) {
        this.world = world;
        this.faults = faults;
        this.pusher = pusher;
        this.slowsRepeatedPolls = slowsRepeatedPolls;
    }

    byte[] getUpdates(Call call) {
        refuseWithWebhook();
        if (call.has("allowed_updates")) {
            world.updates().setAllowed(types(call));
        }
        long offset = call.number("offset");
        long limit = call.has("limit") ? Math.clamp(call.number("limit"), 1, 100) : 100;
        long timeout = Math.clamp(call.number("timeout"), 0, LONGEST_POLL_SECONDS);
        if (slowsRepeatedPolls) {
            synchronized (pace) {
                long since = world.millis() - lastPollMillis;
                boolean repeated = offset == lastOffset;
                limit = repeated && since < 500 ? 1 : limit;
                timeout = repeated && since < 3_000 ? Math.max(3, timeout) : timeout;
                lastOffset = offset;
                lastPollMillis = world.millis();
            }
        }
        try {
            return switch (world.updates().poll(offset, (int) limit, Duration.ofSeconds(timeout))) {
                case PendingUpdates.Poll.Received received -> answer(received.updates());
                case PendingUpdates.Poll.Displaced _ -> {
                    refuseWithWebhook();
                    throw Refusal.conflict("terminated by other getUpdates request; make sure that only one bot"
                            + " instance is running");
                }
                case PendingUpdates.Poll.Ended _ -> answer(List.of());
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return answer(List.of());
        }
    }

    byte[] setWebhook(Call call) {
        var url = call.text("url").strip();
        if (url.isEmpty()) {
            return deleteWebhook(call);
        }
        checkUrl(url);
        var secret = call.text("secret_token");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        if (call.flag("drop_pending_updates")) {
            world.updates().dropAll();
        }
        if (call.has("allowed_updates")) {
            world.updates().setAllowed(types(call));
        }
        world.setWebhook(Json.object()
                .put("url", url)
                .put("secret_token", secret)
                .put("max_connections", call.has("max_connections") ? call.number("max_connections") : 40));
        world.updates().displacePoll();
        pusher.begin();
        return BotApi.yes();
    }

    byte[] deleteWebhook(Call call) {
        if (call.flag("drop_pending_updates")) {
            world.updates().dropAll();
        }
        world.setWebhook(Json.object());
        pusher.end();
        return BotApi.yes();
    }

    byte[] getWebhookInfo(Call call) {
        var webhook = world.webhook();
        var info = Json.object()
                .put("url", webhook.path("url").asText())
                .put("has_custom_certificate", false)
                .put("pending_update_count", world.updates().count());
        if (webhook.has("url")) {
            info.put("max_connections", webhook.path("max_connections").asLong())
                    .put("ip_address", "127.0.0.1");
            pusher.findLastError()
                    .ifPresent(
                            error -> info.put("last_error_date", error.date()).put("last_error_message", error.text()));
        }
        var allowed = world.updates().allowed();
        if (!allowed.isEmpty()) {
            allowed.stream().sorted().forEach(info.putArray("allowed_updates")::add);
        }
        return Json.bytes(info);
    }

    private void refuseWithWebhook() {
        if (world.webhook().has("url")) {
            throw Refusal.conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete"
                    + " the webhook first");
        }
    }

    private byte[] answer(List<Pending> updates) {
        var out = new ByteArrayOutputStream();
        out.write('[');
        for (var update : updates) {
            int times = faults.strike(Faults.Kind.DOUBLE_UPDATES, "getupdates").isPresent() ? 2 : 1;
            for (int i = 0; i < times; i++) {
                if (out.size() > 1) {
                    out.write(',');
                }
                update.writeTo(out);
            }
            if (out.size() > LARGEST_ANSWER) {
                break;
            }
        }
        out.write(']');
        return out.toByteArray();
    }

    /// Plain http and any port are for this machine only; Telegram itself has neither.
    private static void checkUrl(String url) {
        try {
            var uri = new URI(url);
            boolean here = uri.getHost() != null && LOOPBACK.contains(uri.getHost());
            if (here && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return;
            }
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
                throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
            }
            if (!WEBHOOK_PORTS.contains(uri.getPort())) {
                throw Refusal.badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
            }
        } catch (URISyntaxException _) {
            throw Refusal.badRequest("bad webhook: invalid webhook URL specified");
        }
    }

    private static Set<String> types(Call call) {
        var types = new HashSet<String>();
        call.value("allowed_updates").forEach(type -> types.add(type.asText()));
        return types;
    }
}
