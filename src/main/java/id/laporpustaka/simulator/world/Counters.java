package id.laporpustaka.simulator.world;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How often each thing happened, by name: Bot API methods in lower case, `error NUMBER` for refused ones, and
/// `overtaken` for updates that a later one of their chat has come before.
public final class Counters {
    private final Journal journal;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    Counters(Journal journal) {
        this.journal = journal;
    }

    public void count(String name) {
        add(name, 1);
        if (journal.isKept()) {
            journal.append(Json.object().put("kind", "counted").put("name", name));
        }
    }

    public Map<String, Long> all() {
        var result = new TreeMap<String, Long>();
        counts.forEach((name, count) -> result.put(name, count.sum()));
        return result;
    }

    void add(String name, long times) {
        counts.computeIfAbsent(name, _ -> new LongAdder()).add(times);
    }
}
