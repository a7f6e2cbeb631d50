package id.laporpustaka.people;

import java.time.Instant;
import java.util.OptionalLong;

/// A link that works once: what for and, for a sign-in, whose.
public record OneTimeLink(Purpose purpose, OptionalLong personId, Instant expiresAt) {

    public enum Purpose {
        /// Signs a person in to the web pages; always somebody's.
        WEB_SIGN_IN("web_sign_in"),
        /// Makes whoever opens it the first admin; nobody's.
        FIRST_ADMIN("first_admin");

        private final String stored;

        Purpose(String stored) {
            this.stored = stored;
        }

        String stored() {
            return stored;
        }

        static Purpose of(String stored) {
            for (var purpose : values()) {
                if (purpose.stored.equals(stored)) {
                    return purpose;
                }
            }
            throw new IllegalStateException("No purpose of a link is stored as " + stored);
        }
    }
}
