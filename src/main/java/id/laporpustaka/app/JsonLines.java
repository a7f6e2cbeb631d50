package id.laporpustaka.app;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Writes an event of the log as a line with one JSON object; a Bot API token is masked wherever it stands.
public final class JsonLines extends JsonEncoder {
    /// As in `logback.xml`.
    private static final Pattern TOKEN = Pattern.compile("[0-9]{6,16}(:|%3A)[A-Za-z0-9_-]{30,}");

    /// Writes time, level, logger, message and exception.
    public JsonLines() {
        setWithSequenceNumber(false);
        setWithNanoseconds(false);
        setWithThreadName(false);
        setWithContext(false);
        setWithMarkers(false);
        setWithMDC(false);
        setWithKVPList(false);
        setWithMessage(false);
        setWithArguments(false);
        setWithFormattedMessage(true);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new String(super.encode(event), StandardCharsets.UTF_8);
        return TOKEN.matcher(line).replaceAll(Secret.HIDDEN).getBytes(StandardCharsets.UTF_8);
    }
}
