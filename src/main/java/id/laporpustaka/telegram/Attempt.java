package id.laporpustaka.telegram;

import id.laporpustaka.outbox.Delivery;
import id.laporpustaka.outbox.DueMessage;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// One attempt to bring a message to its chat, with at most two calls: if Telegram refuses an edit because the
/// message is gone, it is sent anew, and if Telegram refuses what is in a message, its text goes without markup.
final class Attempt {
    private final BotApi api;
    private final DueMessage message;

    private Attempt(BotApi api, DueMessage message) {
        this.api = api;
        this.message = message;
    }

    /// Never completes exceptionally.
    static CompletableFuture<Delivery> of(BotApi api, DueMessage message) {
        return new Attempt(api, message).make();
    }

    private CompletableFuture<Delivery> make() {
        return api.call(Rendered.styled(message.chatId(), message.messageId(), message.message()))
                .thenCompose(answer -> switch (answer) {
                    case Answer.Refused refused when isGone(refused) -> sendAnew();
                    case Answer.Refused refused when isAboutTheContent(refused) -> sendPlain(refused);
                    case Answer.Done _, Answer.Refused _, Answer.Unknown _ ->
                        CompletableFuture.completedFuture(delivery(answer));
                });
    }

    private CompletableFuture<Delivery> sendAnew() {
        return api.call(Rendered.styled(message.chatId(), OptionalInt.empty(), message.message()))
                .thenApply(this::delivery);
    }

    private CompletableFuture<Delivery> sendPlain(Answer.Refused first) {
        return api.call(Rendered.plain(message.chatId(), message.messageId(), message.message()))
                .thenApply(answer -> switch (delivery(answer)) {
                    case Delivery.Sent sent ->
                        new Delivery.SetAside(message, first.description(), OptionalInt.of(sent.messageId()));
                    case Delivery.SetAside _ ->
                        new Delivery.SetAside(message, first.description(), OptionalInt.empty());
                    case Delivery other -> other;
                });
    }

    private Delivery delivery(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> new Delivery.Sent(message, numberOf(done.messageId()));
            case Answer.Unknown unknown -> new Delivery.Failed(message, unknown.reason());
            case Answer.Refused refused -> delivery(refused);
        };
    }

    private Delivery delivery(Answer.Refused refused) {
        if (refused.newChatId().isPresent()) {
            return new Delivery.Moved(message, refused.newChatId().getAsLong());
        }
        if (refused.mentions("message is not modified")) {
            return new Delivery.Sent(message, numberOf(0));
        }
        if (refused.code() == 429) {
            return new Delivery.Postponed(message, refused.retryAfter());
        }
        if (refused.code() == 403 || isNobody(refused)) {
            return new Delivery.Unreachable(message, refused.description());
        }
        return refused.code() == 400
                ? new Delivery.SetAside(message, refused.description(), OptionalInt.empty())
                : new Delivery.Failed(message, refused.code() + " " + refused.description());
    }

    private int numberOf(int messageId) {
        return messageId == 0 ? message.messageId().orElse(0) : messageId;
    }

    private boolean isGone(Answer.Refused refused) {
        return refused.code() == 400
                && message.messageId().isPresent()
                && (refused.mentions("message can't be edited")
                        || refused.mentions("message to edit not found")
                        || refused.mentions("MESSAGE_ID_INVALID"));
    }

    private static boolean isNobody(Answer.Refused refused) {
        return refused.code() == 400
                && (refused.mentions("chat not found")
                        || refused.mentions("PEER_ID_INVALID")
                        || refused.mentions("user not found")
                        || refused.mentions("group chat was deactivated"));
    }

    private static boolean isAboutTheContent(Answer.Refused refused) {
        return refused.code() == 400
                && !isNobody(refused)
                && refused.newChatId().isEmpty()
                && !refused.mentions("message is not modified");
    }
}
