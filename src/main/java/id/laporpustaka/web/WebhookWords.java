package id.laporpustaka.web;

import id.laporpustaka.relay.Webhook;
import id.laporpustaka.relay.WebhookDelivery;
import id.laporpustaka.relay.WebhookEvent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How webhooks and what they were told are put into words.
final class WebhookWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm.ss", Locale.ROOT);

    private final Frame frame;
    private final Desk desk;

    WebhookWords(Frame frame, Desk desk) {
        this.frame = frame;
        this.desk = desk;
    }

    String event(WebhookEvent event) {
        return frame.text("webhook.event." + event.name().toLowerCase(Locale.ROOT));
    }

    String about(Webhook webhook) {
        var events = Arrays.stream(WebhookEvent.values())
                .filter(webhook.events()::contains)
                .map(this::event)
                .collect(Collectors.joining(", "));
        return frame.text("webhook.about", events, region(webhook), madeBy(webhook));
    }

    String region(Webhook webhook) {
        return webhook.region().map(region -> region.title()).orElseGet(() -> frame.text("webhook.everywhere"));
    }

    String madeBy(Webhook webhook) {
        return webhook.makerName().map(Typed::harmless).orElseGet(() -> frame.text("directory.somebody"));
    }

    static boolean isBad(Webhook webhook) {
        return webhook.failingSince().isPresent()
                || webhook.paused()
                        .filter(pause -> pause.reason() != Webhook.Reason.PERSON)
                        .isPresent();
    }

    String state(Webhook webhook) {
        return webhook.paused()
                .map(pause -> frame.text(
                        "webhook.paused." + pause.reason().name().toLowerCase(Locale.ROOT),
                        desk.date(frame, pause.since())))
                .or(() -> webhook.failingSince().map(since -> frame.text("webhook.failing", time(since))))
                .orElseGet(() -> frame.text("webhook.works"));
    }

    String advice(Webhook webhook) {
        if (!isBad(webhook)) {
            return "";
        }
        return webhook.paused()
                .map(pause -> pause.reason() == Webhook.Reason.RIGHTS
                        ? frame.text("webhook.advice.rights")
                        : frame.text("webhook.advice.paused"))
                .orElseGet(() -> frame.text("webhook.advice.failing"));
    }

    String what(WebhookDelivery delivery) {
        var event = WebhookEvent.find(delivery.type()).map(this::event).orElseGet(() -> frame.text("webhook.test"));
        return delivery.number().map(number -> event + " · " + number).orElse(event);
    }

    static boolean isFailed(WebhookDelivery delivery) {
        return delivery.outcome().filter(WebhookDelivery.Outcome.FAILED::equals).isPresent();
    }

    String state(WebhookDelivery delivery) {
        return delivery.outcome()
                .map(outcome -> frame.text("webhook.outcome." + outcome.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> frame.text(delivery.tries() == 0 ? "webhook.outcome.new" : "webhook.outcome.waiting"));
    }

    String answer(WebhookDelivery delivery) {
        if (delivery.tries() == 0) {
            return "";
        }
        var took = delivery.tookMillis().orElse(0);
        return delivery.status().isPresent()
                ? frame.text(
                        "webhook.answer", Integer.toString(delivery.status().getAsInt()), took)
                : delivery.problem()
                        .map(problem -> frame.text("webhook.problem." + problem))
                        .orElse("");
    }

    String time(Instant time) {
        return desk.date(frame, time) + " "
                + TIME.format(time.atZone(desk.settings().zone()));
    }
}
