package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What goes wrong on purpose. Several faults can be on at once; each strikes by its own chance and so many times.
public final class Faults {

    /// The names in lower case are those of the control API and never change.
    public enum Kind {
        /// 429 with `retry_after`.
        TOO_MANY_REQUESTS,
        /// A 5xx with a page of HTML, as from a proxy.
        SERVER_ERROR,
        /// The connection breaks and nothing was done.
        BROKEN_BEFORE,
        /// The connection breaks after the method was carried out: the answer is lost. Of a file, half has come.
        BROKEN_AFTER,
        /// The answer is late.
        DELAY,
        /// Every update comes twice with the same `update_id`.
        DOUBLE_UPDATES,
        /// A message or a press waits, at most `millis`, until one of the other kind, sent after it in its chat,
        /// has overtaken it. By webhook only (method `webhook`): there Telegram keeps no order between them.
        SWAPPED_UPDATES
    }

    /// One thing that goes wrong.
    ///
    /// @param percent the chance to strike, 0 to 100
    /// @param methods in lower case, `download` among them for the fetching of files; empty for every method
    /// @param times how often it strikes before it goes away; 0 for no end
    /// @param millis how long a delay lasts at most
    /// @param retryAfter seconds of a 429
    /// @param status of a server error
    public record Fault(
            int id,
            Kind kind,
            double percent,
            Set<String> methods,
            long times,
            long millis,
            long retryAfter,
            int status) {
        public Fault {
            methods = Set.copyOf(methods);
        }

        public ObjectNode toJson() {
            var json = Json.object()
                    .put("id", id)
                    .put("kind", kind.name().toLowerCase(Locale.ROOT))
                    .put("percent", percent)
                    .put("times", times)
                    .put("millis", millis)
                    .put("retryAfter", retryAfter)
                    .put("status", status);
            methods.stream().sorted().forEach(json.putArray("methods")::add);
            return json;
        }
    }

    private record Armed(Fault fault, AtomicLong left) {}

    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private final AtomicInteger lastId = new AtomicInteger();

    /// Adds a fault described by the control API; what is not said has a default.
    ///
    /// @throws IllegalArgumentException if there is no such kind
    public Fault add(JsonNode description) {
        armed.removeIf(each -> each.left().get() <= 0);
        var methods = new HashSet<String>();
        description
                .path("methods")
                .forEach(method -> methods.add(method.asText().toLowerCase(Locale.ROOT)));
        var fault = new Fault(
                lastId.incrementAndGet(),
                Kind.valueOf(description.path("kind").asText().toUpperCase(Locale.ROOT)),
                description.path("percent").asDouble(100),
                methods,
                description.path("times").asLong(0),
                description.path("millis").asLong(1_000),
                description.path("retryAfter").asLong(5),
                description.path("status").asInt(502));
        armed.add(new Armed(fault, new AtomicLong(fault.times() == 0 ? Long.MAX_VALUE : fault.times())));
        return fault;
    }

    public List<Fault> listFaults() {
        return armed.stream()
                .filter(each -> each.left().get() > 0)
                .map(Armed::fault)
                .toList();
    }

    public void clear() {
        armed.clear();
    }

    public void remove(int id) {
        armed.removeIf(each -> each.fault().id() == id);
    }

    /// The fault of this kind that strikes a call now, if one does.
    ///
    /// @param method in lower case
    Optional<Fault> strike(Kind kind, String method) {
        for (var each : armed) {
            var fault = each.fault();
            if (fault.kind() == kind
                    && (fault.methods().isEmpty() || fault.methods().contains(method))
                    && (fault.percent() >= 100 || ThreadLocalRandom.current().nextDouble(100) < fault.percent())) {
                if (each.left().decrementAndGet() >= 0) {
                    return Optional.of(fault);
                }
            }
        }
        return Optional.empty();
    }
}
