package id.laporpustaka.telegram;

import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.MediaUnavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/// Fetches files from Telegram (Telegram Bot API, getFile). Safe to use from all threads.
///
/// The library's own download takes an error for the file and knows only one host. Addresses of files carry the
/// token, so nothing of them gets into a message or a log.
final class FileDownload implements MediaSource {
    private static final Logger LOG = LoggerFactory.getLogger(FileDownload.class);
    private static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BUFFER = 64 * 1_024;

    private final BotApi api;
    private final TelegramAddress address;
    private final Pause pause;

    FileDownload(BotApi api, TelegramAddress address, Pause pause) {
        this.api = api;
        this.address = address;
        this.pause = pause;
    }

    /// What one try has come to.
    private sealed interface Try {
        record Ended(Fetched fetched) implements Try {}

        /// @param retryAfter zero if Telegram did not say
        record Again(String reason, Duration retryAfter) implements Try {
            private Again(String reason) {
                this(reason, Duration.ZERO);
            }
        }
    }

    @Override
    public Fetched fetch(String fileId, long atMost, Path into) throws InterruptedException {
        var wait = FIRST_PAUSE;
        var began = System.nanoTime();
        for (var tries = 1; ; tries++) {
            switch (attempt(fileId, Math.min(atMost, MOST_BYTES), into)) {
                case Try.Ended(var fetched) -> {
                    return fetched;
                }
                case Try.Again(var reason, var asked) -> {
                    var tooLate = System.nanoTime() - began > PATIENCE.toNanos();
                    if (tries == TRIES || tooLate || asked.compareTo(LONGEST_PAUSE) > 0) {
                        throw new MediaUnavailable(reason);
                    }
                    LOG.warn("A file could not be fetched (try {}): {}", tries, reason);
                    pause.sleep(asked.compareTo(wait) > 0 ? asked : wait);
                    wait = wait.multipliedBy(2);
                }
            }
        }
    }

    private Try attempt(String fileId, long atMost, Path into) throws InterruptedException {
        return switch (api.call(GetFile.builder().fileId(fileId).build()).join()) {
            case Answer.Refused refused
            when refused.code() == 429 -> new Try.Again(refused.description(), refused.retryAfter());
            case Answer.Refused refused
            when refused.mentions("file is too big") -> new Try.Ended(new Fetched.TooLarge());
            case Answer.Refused refused
            when refused.code() == 400 -> new Try.Ended(new Fetched.Gone(refused.description()));
            case Answer.Refused refused -> new Try.Again(refused.code() + " " + refused.description());
            case Answer.Unknown(var reason) -> new Try.Again(reason);
            case Answer.Done(var file) -> {
                var path = Json.text(file, "file_path");
                var size = Json.whole(file, "file_size").orElse(-1);
                if (size > atMost) {
                    yield new Try.Ended(new Fetched.TooLarge());
                }
                yield path.isEmpty()
                        ? new Try.Again("no path in the answer")
                        : download(path.get(), size, atMost, into);
            }
        };
    }

    /// @param size -1 if it is not known
    private Try download(String path, long size, long atMost, Path into) throws InterruptedException {
        var request = new Request.Builder().url(address.file(path).toString()).build();
        try (var response = api.files().newCall(request).execute();
                var body = response.body()) {
            if (response.code() == 429) {
                return new Try.Again("429", retryAfter(String.valueOf(response.header("Retry-After"))));
            }
            if (response.code() != 200 || body == null) {
                return new Try.Again("the download answered " + response.code());
            }
            var read = copy(body, atMost, into);
            if (read > atMost) {
                return new Try.Ended(new Fetched.TooLarge());
            }
            return size >= 0 && read != size
                    ? new Try.Again("%d bytes came of %d".formatted(read, size))
                    : new Try.Ended(new Fetched.Found(read));
        } catch (InterruptedIOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Try.Again(address.withoutToken(e.toString()));
        } catch (IOException e) {
            return new Try.Again(address.withoutToken(e.toString()));
        }
    }

    /// How many bytes have come; stops behind `atMost`.
    private static long copy(ResponseBody body, long atMost, Path into) throws IOException {
        var buffer = new byte[BUFFER];
        var all = 0L;
        try (var from = body.byteStream();
                var to = Files.newOutputStream(into)) {
            for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                all += read;
                if (all > atMost) {
                    break;
                }
                to.write(buffer, 0, read);
            }
        }
        return all;
    }

    private static Duration retryAfter(String header) {
        return header.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : Duration.ZERO;
    }
}
