package id.laporpustaka.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Asks for several things at the same time, each on a thread and a connection of its own. Closing waits for all
/// of them.
final class AtOnce implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Begins to ask.
    ///
    /// @return waits for the answer, and throws what the asking threw
    <T> Supplier<T> ask(Supplier<T> question) {
        var answer = CompletableFuture.supplyAsync(question, threads);
        return () -> {
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }

    @Override
    public void close() {
        threads.close();
    }
}
