package id.laporpustaka.conversation;

import id.laporpustaka.people.Actor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What a step may know beside the message and the chat's state.
///
/// @param actor who sent the message; empty for someone we do not know
/// @param position the message's place in the inbox: unique, so it names what the message begins
/// @param now when the message is handled
/// @param secret 128 random bits as 22 characters, for a link that this message may ask for
/// @param publicUrl where the web pages are, without a slash at the end
/// @param botName the bot's user name in Telegram, without `@`
/// @param defaultZone for who has no library
public record Context(
        Optional<Actor> actor,
        FormCatalogue forms,
        long position,
        Instant now,
        String secret,
        String publicUrl,
        String botName,
        ZoneId defaultZone,
        Findings findings) {

    Context with(Actor other) {
        return new Context(Optional.of(other), forms, position, now, secret, publicUrl, botName, defaultZone, findings);
    }

    public Context with(Findings others) {
        return new Context(actor, forms, position, now, secret, publicUrl, botName, defaultZone, others);
    }
}
