package id.laporpustaka.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/// A call of one of the library's methods of which only what we need is read from the answer.
///
/// The library reads the whole message that Telegram gives back, and fails if it meets something that its classes
/// do not allow. Then the message would have been sent and seem to have failed, and would be sent again and
/// again.
final class Call extends BotApiMethod<Answer> {
    private static final ObjectReader READER = JsonMapper.builder().build().reader();

    private final transient BotApiMethod<?> method;

    Call(BotApiMethod<?> method) {
        this.method = method;
    }

    @JsonValue
    BotApiMethod<?> method() {
        return method;
    }

    @Override
    @JsonIgnore
    public String getMethod() {
        return method.getMethod();
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        method.validate();
    }

    @Override
    public Answer deserializeResponse(String body) {
        return read(body);
    }

    static Answer read(String body) {
        Optional<Answer> answer;
        try {
            answer = Answer.read(READER.readTree(body));
        } catch (JsonProcessingException _) {
            answer = Optional.empty();
        }
        return answer.orElseGet(() -> new Answer.Unknown("not an answer of the Bot API: " + beginning(body)));
    }

    private static String beginning(String body) {
        return body.length() <= 80 ? body : body.substring(0, 80);
    }
}
