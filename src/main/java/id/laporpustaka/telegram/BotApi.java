package id.laporpustaka.telegram;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/// Calls methods of the Bot API, many at once. Safe to use from all threads.
///
/// Nothing is repeated here, not even on another connection, because a message could arrive twice.
final class BotApi implements AutoCloseable {
    /// The longest that one call lasts.
    static final Duration CALL = Duration.ofSeconds(10);

    /// The longest that a file takes, up or down.
    static final Duration FILE = Duration.ofMinutes(3);

    /// With 50 ms to Telegram, for 5,000 calls a second.
    static final int CALLS_AT_ONCE = 256;

    private final TelegramAddress address;
    private final TelegramCounts counts;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("telegram-call-", 0).factory());
    private final OkHttpClient http;
    private final OkHttpClient files;
    private final OkHttpTelegramClient client;

    BotApi(TelegramAddress address, TelegramCounts counts) {
        this.address = address;
        this.counts = counts;
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CALLS_AT_ONCE, 30, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ZERO) // the call's timeout is enough, and timers of each read cost much
                .writeTimeout(Duration.ZERO)
                .callTimeout(CALL)
                .build();
        files = http.newBuilder()
                .callTimeout(FILE)
                .readTimeout(Duration.ofSeconds(30))
                .writeTimeout(Duration.ofSeconds(30))
                .build();
        client = new OkHttpTelegramClient(http, address.token(), address.url());
    }

    /// Never completes exceptionally.
    CompletableFuture<Answer> call(BotApiMethod<?> method) {
        var began = System.nanoTime();
        try {
            return client.executeAsync(new Call(method))
                    .orTimeout(CALL.toSeconds() + 2, TimeUnit.SECONDS)
                    .exceptionally(this::unknown)
                    .thenApply(answer -> counted(method.getMethod(), began, answer));
        } catch (TelegramApiValidationException e) {
            return CompletableFuture.completedFuture(
                    new Answer.Refused(400, "refused before it was sent: " + e.getMessage(), 0, 0));
        } catch (TelegramApiException | RuntimeException e) {
            return CompletableFuture.completedFuture(unknown(e));
        }
    }

    /// Sends a file, which may take minutes. Never completes exceptionally.
    CompletableFuture<Answer> upload(Upload upload) {
        var began = System.nanoTime();
        var answer = new CompletableFuture<Answer>();
        var request = new Request.Builder()
                .url(address.method(upload.method()).toString())
                .post(upload.body())
                .build();
        files.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(okhttp3.Call call, IOException e) {
                answer.complete(unknown(e));
            }

            @Override
            public void onResponse(okhttp3.Call call, Response response) {
                try (var body = response.body()) {
                    answer.complete(body == null ? new Answer.Unknown("no answer") : Call.read(body.string()));
                } catch (IOException | RuntimeException e) {
                    answer.complete(unknown(e));
                }
            }
        });
        return answer.thenApply(given -> counted(upload.method(), began, given));
    }

    private Answer counted(String method, long began, Answer answer) {
        var result = switch (answer) {
            case Answer.Done _ -> TelegramCounts.Result.DONE;
            case Answer.Refused refused when refused.code() == 429 -> TelegramCounts.Result.RATE_LIMITED;
            case Answer.Refused _ -> TelegramCounts.Result.REFUSED;
            case Answer.Unknown _ -> TelegramCounts.Result.UNKNOWN;
        };
        counts.called(method.toLowerCase(Locale.ROOT), result, Duration.ofNanos(System.nanoTime() - began));
        return answer;
    }

    /// For what brings or fetches files; closed with this.
    OkHttpClient files() {
        return files;
    }

    /// Sets the webhook; the library sends this one as a form. Never completes exceptionally.
    CompletableFuture<Answer> register(SetWebhook method) {
        return client.executeAsync(method)
                .<Answer>thenApply(done -> new Answer.Done(BooleanNode.valueOf(done)))
                .exceptionally(this::refusedOrUnknown);
    }

    private Answer refusedOrUnknown(Throwable thrown) {
        return causeOf(thrown) instanceof TelegramApiRequestException refused
                        && refused.getErrorCode() != null
                        && refused.getErrorCode() != 0
                ? new Answer.Refused(
                        refused.getErrorCode(), String.valueOf(refused.getApiResponse()), retryAfter(refused), 0)
                : unknown(thrown);
    }

    private static int retryAfter(TelegramApiRequestException refused) {
        return Optional.ofNullable(refused.getParameters())
                .map(ResponseParameters::getRetryAfter)
                .orElse(0);
    }

    private static Throwable causeOf(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private Answer unknown(Throwable thrown) {
        var cause = causeOf(thrown);
        var reason = cause instanceof IOException ? cause.toString() : "unexpected: " + cause;
        return new Answer.Unknown(address.withoutToken(reason));
    }

    /// Breaks off what is under way.
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        threads.shutdown();
        http.connectionPool().evictAll();
    }
}
