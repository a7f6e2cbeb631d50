package id.laporpustaka.relay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.laporpustaka.submission.ReportEvent;
import java.util.Locale;

/// What webhooks are told: which report, where, and what it is now; nothing about people and none of the answers. The
/// names never change.
final class WebhookBody {
    private WebhookBody() {}

    /// @param publicUrl of the web pages, without a slash at the end
    static String of(WebhookEvent type, ReportEvent event, String publicUrl) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("type", type.type()).put("timestamp", event.at().toString());
        body.putObject("data")
                .put("event", event.position())
                .put("report", event.number())
                .put("revision", event.revision())
                .put("status", event.status().name().toLowerCase(Locale.ROOT))
                .put("form", event.formId())
                .put("form_version", event.formVersion())
                .put("library", event.libraryId())
                .put("region", event.regionCode())
                .put("link", publicUrl + "/api/v1/reports/" + event.number());
        return body.toString();
    }

    static String test() {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("type", WebhookDeliveries.TEST);
        body.putObject("data").put("message", "This is a test of Lapor Pustaka. Nothing has happened.");
        return body.toString();
    }
}
