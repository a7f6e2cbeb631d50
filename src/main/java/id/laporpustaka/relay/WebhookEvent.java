package id.laporpustaka.relay;

import id.laporpustaka.submission.ReportEvent;
import id.laporpustaka.submission.Status;
import java.util.Optional;
import java.util.stream.Stream;

/// What a webhook can be told of. The types are sent and stored, and never change.
public enum WebhookEvent {
    SENT("report.sent"),
    CORRECTED("report.corrected"),
    RETURNED("report.returned"),
    VERIFIED("report.verified"),
    REJECTED("report.rejected"),
    REOPENED("report.reopened"),
    WITHDRAWN("report.withdrawn"),
    RESTORED("report.restored"),
    MERGED("report.merged"),
    SHARED("report.shared"),
    MOVED("report.moved");

    private final String type;

    WebhookEvent(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public static Optional<WebhookEvent> find(String type) {
        return Stream.of(values()).filter(event -> event.type.equals(type)).findFirst();
    }

    /// Empty for what nobody outside is told: comments, and all about reports whose sender is not let in yet.
    static Optional<WebhookEvent> of(ReportEvent event) {
        if (event.status() == Status.WAITING) {
            return Optional.empty();
        }
        return switch (event.action()) {
            case SENT, RELEASED -> Optional.of(SENT);
            case CORRECTED -> Optional.of(CORRECTED);
            case ASKED -> Optional.of(RETURNED);
            case VERIFIED -> Optional.of(VERIFIED);
            case REJECTED -> Optional.of(REJECTED);
            case REOPENED -> Optional.of(REOPENED);
            case WITHDRAWN -> Optional.of(WITHDRAWN);
            case RESTORED -> Optional.of(RESTORED);
            case MERGED -> Optional.of(MERGED);
            case SHARED -> Optional.of(SHARED);
            case MOVED -> Optional.of(MOVED);
            case COMMENTED -> Optional.empty();
        };
    }
}
