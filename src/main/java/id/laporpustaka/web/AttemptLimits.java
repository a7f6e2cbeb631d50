package id.laporpustaka.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often one address may try to sign in, or to look up a proof: 20 times at once, then 20 a minute. Safe to
/// use from all threads.
///
/// Tokens are too long to be guessed; this keeps a flood of attempts away from the database. An IPv6 network of
/// 64 bits counts as one address. Only the addresses that tried last are remembered.
final class AttemptLimits {
    private static final int ATTEMPTS = 20;
    private static final int REMEMBERED = 10_000;

    private final TimeMeter time;
    private final Map<String, Bucket> buckets;

    AttemptLimits(TimeMeter time) {
        this.time = time;
        this.buckets = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    boolean allow(String address) {
        return bucket(networkOf(address)).tryConsume(1);
    }

    private synchronized Bucket bucket(String network) {
        return buckets.computeIfAbsent(
                network,
                _ -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(ATTEMPTS).refillGreedy(ATTEMPTS, Duration.ofMinutes(1)))
                        .build());
    }

    private static String networkOf(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, 8)));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
