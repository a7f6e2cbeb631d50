package id.laporpustaka.submission.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A store for tests, which counts how often something is put and can be out of order.
public final class StoreInMemory implements MediaStore {
    private final Optional<byte[]> always;
    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final AtomicInteger puts = new AtomicInteger();
    volatile boolean broken;

    public StoreInMemory() {
        this(Optional.empty());
    }

    private StoreInMemory(Optional<byte[]> always) {
        this.always = always;
    }

    /// One that has the same under every key.
    public static StoreInMemory alwaysWith(String text) {
        return new StoreInMemory(Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    public void put(String key, byte[] bytes) {
        objects.put(key, bytes);
    }

    @Override
    public void put(String key, Path file, String contentType) throws IOException {
        checkOrder();
        puts.incrementAndGet();
        objects.put(key, Files.readAllBytes(file));
    }

    @Override
    public Optional<Stored> open(String key) throws IOException {
        checkOrder();
        return always.or(() -> Optional.ofNullable(objects.get(key)))
                .map(bytes -> new Stored(new ByteArrayInputStream(bytes), bytes.length));
    }

    @Override
    public void delete(String key) throws IOException {
        checkOrder();
        objects.remove(key);
    }

    private void checkOrder() throws IOException {
        if (broken) {
            throw new IOException("out of order");
        }
    }

    @Override
    public void close() {}
}
