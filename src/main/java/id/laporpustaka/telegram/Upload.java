package id.laporpustaka.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.laporpustaka.outbox.FileToSend;
import id.laporpustaka.outbox.OutgoingMessage;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/// A call of a method of the Bot API that brings a file (Telegram Bot API, "Sending files").
///
/// The library's own way of sending one reads the whole message that comes back; see [Call] for what is wrong with
/// that.
///
/// @param method as in the Bot API
/// @param body multipart/form-data, streamed from the file's bytes
record Upload(String method, RequestBody body) {
    private static final ObjectWriter JSON = JsonMapper.builder().build().writerFor(ReplyKeyboard.class);
    /// Shown in the chat, instead of as a file to be opened.
    private static final Set<MediaType> PICTURES = Set.of(MediaType.get("image/png"), MediaType.get("image/jpeg"));

    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    static Upload of(long chatId, OptionalInt thread, OutgoingMessage message, FileToSend file) {
        var type = MediaType.parse(file.contentType());
        var body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("chat_id", Long.toString(chatId));
        thread.ifPresent(topic -> body.addFormDataPart("message_thread_id", Integer.toString(topic)));
        if (!message.html().isEmpty()) {
            body.addFormDataPart("caption", message.html()).addFormDataPart("parse_mode", "HTML");
        }
        Rendered.markup(message).ifPresent(markup -> body.addFormDataPart("reply_markup", json(markup)));
        var isPicture = type != null && PICTURES.contains(type);
        body.addFormDataPart(
                isPicture ? "photo" : "document", file.name(), streamed(file, type == null ? BYTES : type));
        return new Upload(isPicture ? "sendphoto" : "senddocument", body.build());
    }

    private static RequestBody streamed(FileToSend file, MediaType type) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return type;
            }

            @Override
            public long contentLength() {
                return file.size();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                try (var source = Okio.source(file.source().open())) {
                    sink.writeAll(source);
                }
            }
        };
    }

    private static String json(ReplyKeyboard markup) {
        try {
            return JSON.writeValueAsString(markup);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A keyboard cannot be written as JSON", e);
        }
    }
}
