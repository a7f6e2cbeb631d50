package id.laporpustaka.telegram;

import id.laporpustaka.outbox.Album;
import id.laporpustaka.outbox.Delivery;
import id.laporpustaka.outbox.DueMessage;
import id.laporpustaka.outbox.FileToSend;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// One attempt to bring a message to its chat, with at most two calls: if Telegram refuses an edit because the
/// message is gone, it is sent anew; if Telegram refuses what is in a message, its text goes without markup; and
/// if it refuses a file, or the file is gone, the person is told so. Files that are sent by their ids may be of
/// another kind than we think; then there are up to three calls, because they are tried as documents first. What
/// goes to a topic that is gone or closed is sent anew to the group's general one.
final class Attempt {
    private final BotApi api;
    private final DueMessage message;
    private final OptionalInt over;

    private Attempt(BotApi api, DueMessage message) {
        this.api = api;
        this.message = message;
        this.over = message.message().canEdit() ? message.messageId() : OptionalInt.empty();
    }

    /// Never completes exceptionally.
    static CompletableFuture<Delivery> of(BotApi api, DueMessage message) {
        var attempt = new Attempt(api, message);
        return message.message().album().map(attempt::makeWith).orElseGet(attempt::make);
    }

    /// The same for a message with a file.
    ///
    /// @param file empty if it is gone
    static CompletableFuture<Delivery> of(
            BotApi api, DueMessage message, OutgoingMessage.Attached attached, Optional<FileToSend> file) {
        return new Attempt(api, message).makeWith(attached, file);
    }

    private CompletableFuture<Delivery> make() {
        return api.call(Rendered.styled(message.chatId(), message.thread(), over, message.message()))
                .thenCompose(answer -> switch (answer) {
                    case Answer.Refused refused
                    when isTopicGone(refused) -> inGeneral().make();
                    case Answer.Refused refused when isGone(refused) -> sendAnew();
                    case Answer.Refused refused when isAboutTheContent(refused) -> sendPlain(refused);
                    case Answer.Done _, Answer.Refused _, Answer.Unknown _ ->
                        CompletableFuture.completedFuture(delivery(answer));
                });
    }

    private CompletableFuture<Delivery> makeWith(OutgoingMessage.Attached attached, Optional<FileToSend> file) {
        if (file.isEmpty()) {
            return sendInstead(attached.instead(), "the file is gone");
        }
        return api.upload(Upload.of(message.chatId(), message.thread(), message.message(), file.get()))
                .thenCompose(answer -> switch (answer) {
                    case Answer.Refused refused
                    when isTopicGone(refused) -> inGeneral().makeWith(attached, file);
                    case Answer.Refused refused
                    when isAboutTheContent(refused) || refused.code() == 413 ->
                        sendInstead(attached.instead(), refused.description());
                    case Answer.Done _, Answer.Refused _, Answer.Unknown _ ->
                        CompletableFuture.completedFuture(delivery(answer));
                });
    }

    private CompletableFuture<Delivery> makeWith(Album album) {
        return api.call(ById.of(message.chatId(), message.thread(), message.message(), album))
                .thenCompose(answer -> switch (answer) {
                    case Answer.Refused refused
                    when isTopicGone(refused) -> inGeneral().makeWith(album);
                    case Answer.Refused refused
                    when isAboutTheKind(refused) && !album.asDocuments().equals(album) -> makeWith(album.asDocuments());
                    case Answer.Refused refused
                    when isAboutTheContent(refused) -> sendInstead(album.instead(), refused.description());
                    case Answer.Done _, Answer.Refused _, Answer.Unknown _ ->
                        CompletableFuture.completedFuture(delivery(answer));
                });
    }

    private CompletableFuture<Delivery> sendInstead(String instead, String reason) {
        var words = message.message().replacedBy(instead);
        return api.call(Rendered.styled(message.chatId(), message.thread(), OptionalInt.empty(), words))
                .thenApply(answer -> setAside(answer, reason));
    }

    private CompletableFuture<Delivery> sendAnew() {
        return api.call(Rendered.styled(message.chatId(), message.thread(), OptionalInt.empty(), message.message()))
                .thenCompose(answer -> switch (answer) {
                    case Answer.Refused refused
                    when isTopicGone(refused) -> inGeneral().sendAnew();
                    case Answer.Done _, Answer.Refused _, Answer.Unknown _ ->
                        CompletableFuture.completedFuture(delivery(answer));
                });
    }

    private CompletableFuture<Delivery> sendPlain(Answer.Refused first) {
        return api.call(Rendered.plain(message.chatId(), message.thread(), over, message.message()))
                .thenApply(answer -> setAside(answer, first.description()));
    }

    /// What has become of the message when something else has been sent in its place.
    private Delivery setAside(Answer answer, String reason) {
        return switch (delivery(answer)) {
            case Delivery.Sent sent -> new Delivery.SetAside(message, reason, OptionalInt.of(sent.messageId()));
            case Delivery.SetAside _ -> new Delivery.SetAside(message, reason, OptionalInt.empty());
            case Delivery other -> other;
        };
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
        return messageId == 0 ? over.orElse(0) : messageId;
    }

    private boolean isGone(Answer.Refused refused) {
        return refused.code() == 400
                && over.isPresent()
                && (refused.mentions("message can't be edited")
                        || refused.mentions("message to edit not found")
                        || refused.mentions("there is no text in the message to edit")
                        || refused.mentions("MESSAGE_ID_INVALID"));
    }

    private Attempt inGeneral() {
        return new Attempt(api, message.inGeneral());
    }

    private boolean isTopicGone(Answer.Refused refused) {
        return refused.code() == 400
                && message.thread().isPresent()
                && (refused.mentions("message thread not found")
                        || refused.mentions("TOPIC_CLOSED")
                        || refused.mentions("TOPIC_DELETED"));
    }

    private static boolean isNobody(Answer.Refused refused) {
        return refused.code() == 400
                && (refused.mentions("chat not found")
                        || refused.mentions("PEER_ID_INVALID")
                        || refused.mentions("user not found")
                        || refused.mentions("group chat was deactivated"));
    }

    private static boolean isAboutTheKind(Answer.Refused refused) {
        return refused.code() == 400
                && (refused.mentions("type of file mismatch")
                        || refused.mentions("can't use file of type")
                        || refused.mentions("file identifier"));
    }

    private static boolean isAboutTheContent(Answer.Refused refused) {
        return refused.code() == 400
                && !isNobody(refused)
                && refused.newChatId().isEmpty()
                && !refused.mentions("message is not modified");
    }
}
