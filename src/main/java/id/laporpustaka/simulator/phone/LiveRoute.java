package id.laporpustaka.simulator.phone;

import id.laporpustaka.simulator.world.LiveFeed;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Server-sent events for an open page: what happens in the chats it names (`?chats=1,2`). Ends when the page goes
/// away or the simulator closes.
final class LiveRoute {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEGIN = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final LiveFeed feed;

    LiveRoute(LiveFeed feed) {
        this.feed = feed;
    }

    void stream(Context context) throws InterruptedException {
        var named = String.valueOf(context.queryParam("chats"));
        var chats = Arrays.stream(named.split(",", -1))
                .filter(id -> id.matches("-?[0-9]{1,18}"))
                .map(Long::parseLong)
                .collect(Collectors.toSet());
        var response = context.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try (var subscription = feed.subscribe(chats)) {
            var out = response.getOutputStream();
            out.write(BEAT);
            response.flushBuffer();
            while (subscription.isOpen()) {
                var event = subscription.next(HEARTBEAT);
                if (event.isPresent()) {
                    out.write(BEGIN);
                    out.write(event.get());
                    out.write(END);
                } else {
                    out.write(BEAT);
                }
                response.flushBuffer();
            }
        } catch (IOException _) {
            // the page is gone
        }
    }
}
