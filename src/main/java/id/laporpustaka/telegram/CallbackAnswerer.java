package id.laporpustaka.telegram;

import id.laporpustaka.intake.CallbackAnswers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/// Answers each button press once. Safe to use from all threads.
final class CallbackAnswerer implements CallbackAnswers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackAnswerer.class);
    private static final int LONGEST_TOAST = 200;
    private static final int REMEMBERED = 10_000;

    private final BotApi api;
    private final Duration patience;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("callback-answers").factory());
    /// Presses of late, and whether they have been answered.
    private final Map<String, Boolean> answered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    CallbackAnswerer(BotApi api) {
        this(api, Duration.ofSeconds(1));
    }

    CallbackAnswerer(BotApi api, Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    @Override
    public void expect(String queryId) {
        synchronized (answered) {
            if (answered.putIfAbsent(queryId, false) != null) {
                return;
            }
        }
        try {
            var _ = timer.schedule(() -> answer(queryId, Optional.empty()), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.debug("Closed: press {} gets no answer", queryId);
        }
    }

    @Override
    public void answer(String queryId, Optional<String> toast) {
        synchronized (answered) {
            if (Boolean.TRUE.equals(answered.put(queryId, true))) {
                return;
            }
        }
        var _ = api.call(AnswerCallbackQuery.builder()
                        .callbackQueryId(queryId)
                        .text(toast.map(CallbackAnswerer::shortened).orElse(null))
                        .build())
                .thenAccept(CallbackAnswerer::note);
    }

    private static String shortened(String toast) {
        return toast.length() <= LONGEST_TOAST ? toast : toast.substring(0, LONGEST_TOAST - 1) + "…";
    }

    private static void note(Answer answer) {
        switch (answer) {
            case Answer.Done _ -> {}
            case Answer.Refused refused when refused.mentions("query is too old") -> {}
            case Answer.Refused(var code, var description, var _, var _) ->
                LOG.warn("A button press could not be answered: {} {}", code, description);
            case Answer.Unknown(var reason) -> LOG.debug("A button press could not be answered: {}", reason);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
