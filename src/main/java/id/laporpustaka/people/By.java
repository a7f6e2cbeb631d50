package id.laporpustaka.people;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Who changes something, and by which way: what the audit log says of every change.
///
/// @param personId empty for the product itself
/// @param address the IP address of a browser or a program, kept for a limited time; never of a chat. What is too
///     long to be one, as a proxy's header may be, is left out.
public record By(OptionalLong personId, Channel channel, Optional<String> address) {
    private static final int LONGEST_ADDRESS = 45;

    public By {
        address = address.filter(text -> text.length() <= LONGEST_ADDRESS);
    }

    /// The names, in lower case, are stored and never change.
    public enum Channel {
        CHAT,
        WEB,
        API,
        /// The product itself: a task by the clock, the start, the demo.
        PRODUCT;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Channel of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /// The product itself, when nobody had to decide.
    public static By product() {
        return new By(OptionalLong.empty(), Channel.PRODUCT, Optional.empty());
    }

    public static By chat(long personId) {
        return new By(OptionalLong.of(personId), Channel.CHAT, Optional.empty());
    }

    public static By web(long personId, String address) {
        return new By(OptionalLong.of(personId), Channel.WEB, Optional.of(address));
    }

    public static By api(long personId, String address) {
        return new By(OptionalLong.of(personId), Channel.API, Optional.of(address));
    }
}
