package id.laporpustaka.relay;

import id.laporpustaka.submission.media.MediaStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// Speaks OpenRosa 1.0 with the server that gets the reports. Its address is the installer's own choice.
final class OpenRosaServer {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    private final OpenRosaTarget target;
    private final MediaStore store;
    private final Clock clock;
    private final Duration within;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    /// @param within how long sending one report may take
    OpenRosaServer(OpenRosaTarget target, MediaStore store, Clock clock, Duration within) {
        this.target = target;
        this.store = store;
        this.clock = clock;
        this.within = within;
    }

    /// A file that goes along with a report.
    ///
    /// @param name as the report calls it
    record Attachment(String name, String contentType, String key, long size) {}

    /// What the server says. `status` is 0 when there was no answer, and `problem` then says why.
    sealed interface Answer {
        /// It takes reports.
        ///
        /// @param most how large a request may be
        record Ready(OptionalLong most) implements Answer {}

        record Taken() implements Answer {}

        record Not(int status, String problem) implements Answer {}

        /// A file is too large for it, whatever else is left out.
        record TooLarge() implements Answer {}
    }

    /// Asks whether it takes reports at all, and how large ones.
    Answer prepare() throws InterruptedException {
        try {
            var answer = http.send(
                    request(target.submissions())
                            .method("HEAD", BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());
            return answer.statusCode() == NO_CONTENT
                    ? new Answer.Ready(answer.headers().firstValueAsLong("X-OpenRosa-Accept-Content-Length"))
                    : new Answer.Not(answer.statusCode(), "");
        } catch (IOException e) {
            return unanswered(e);
        }
    }

    /// Sends a report with its files; in several requests if they are too large for one.
    Answer send(String xml, List<Attachment> files, OptionalLong most) throws InterruptedException {
        var document = xml.getBytes(StandardCharsets.UTF_8);
        var boundary = "lapor-" + UUID.randomUUID();
        var batches = batches(document.length, files, most.orElse(Long.MAX_VALUE));
        if (batches.isEmpty()) {
            return new Answer.TooLarge();
        }
        for (var i = 0; i < batches.size(); i++) {
            var answer = post(boundary, document, batches.get(i), i + 1 < batches.size());
            if (!(answer instanceof Answer.Taken)) {
                return answer;
            }
        }
        return new Answer.Taken();
    }

    /// What goes into each request; empty if something is too large by itself.
    private static List<List<Attachment>> batches(long document, List<Attachment> files, long most) {
        var batches = new ArrayList<List<Attachment>>();
        var batch = new ArrayList<Attachment>();
        long size = document + Part.OVERHEAD;
        if (size > most) {
            return List.of();
        }
        for (var file : files) {
            var more = file.size() + Part.OVERHEAD;
            if (document + Part.OVERHEAD + more > most) {
                return List.of();
            }
            if (size + more > most) {
                batches.add(List.copyOf(batch));
                batch.clear();
                size = document + Part.OVERHEAD;
            }
            batch.add(file);
            size += more;
        }
        batches.add(List.copyOf(batch));
        return batches;
    }

    private Answer post(String boundary, byte[] document, List<Attachment> files, boolean isIncomplete)
            throws InterruptedException {
        var parts = new ArrayList<Part>();
        parts.add(Part.of(boundary, "xml_submission_file", "submission.xml", "text/xml; charset=utf-8", document));
        for (var file : files) {
            parts.add(Part.head(boundary, file.name(), file.name(), file.contentType()));
            parts.add(new Part(BodyPublishers.ofInputStream(() -> open(file)), file.size()));
            parts.add(Part.text("\r\n"));
        }
        if (isIncomplete) {
            parts.add(Part.text(
                    "--" + boundary + "\r\nContent-Disposition: form-data; name=\"*isIncomplete*\"\r\n\r\nyes\r\n"));
        }
        parts.add(Part.text("--" + boundary + "--\r\n"));
        var body = BodyPublishers.fromPublisher(
                BodyPublishers.concat(parts.stream().map(Part::bytes).toArray(BodyPublisher[]::new)),
                parts.stream().mapToLong(Part::size).sum());
        try {
            var answer = http.send(
                    request(target.submissions())
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(body)
                            .build(),
                    BodyHandlers.discarding());
            return answer.statusCode() == CREATED || answer.statusCode() == ACCEPTED
                    ? new Answer.Taken()
                    : new Answer.Not(answer.statusCode(), "");
        } catch (IOException e) {
            return unanswered(e);
        }
    }

    private InputStream open(Attachment file) {
        try {
            return store.open(file.key())
                    .orElseThrow(() -> new FileNotFoundException("No object " + file.key()))
                    .bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer unanswered(IOException e) {
        return new Answer.Not(0, e instanceof HttpTimeoutException ? "timeout" : "no_answer");
    }

    private HttpRequest.Builder request(URI address) {
        var credentials = (target.user() + ":" + target.password()).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(address)
                .timeout(within)
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-OpenRosa-Version", "1.0")
                .header("Date", date())
                .header("User-Agent", "LaporPustaka-OpenRosa/1")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /// A piece of a request.
    private record Part(BodyPublisher bytes, long size) {
        /// More than what stands around any one file.
        static final long OVERHEAD = 1_000;

        static Part text(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Part(BodyPublishers.ofByteArray(bytes), bytes.length);
        }

        static Part head(String boundary, String name, String fileName, String contentType) {
            return text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                    + fileName + "\"\r\nContent-Type: " + contentType + "\r\n\r\n");
        }

        static Part of(String boundary, String name, String fileName, String contentType, byte[] content) {
            var bytes = head(boundary, name, fileName, contentType);
            return new Part(
                    BodyPublishers.concat(
                            bytes.bytes(), BodyPublishers.ofByteArray(content), BodyPublishers.ofString("\r\n")),
                    bytes.size() + content.length + 2);
        }
    }
}
