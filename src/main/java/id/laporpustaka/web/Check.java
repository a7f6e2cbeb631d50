package id.laporpustaka.web;

import java.util.function.BooleanSupplier;

/// Something that must be well for this process to take work.
///
/// @param name shown to whoever asks `/readyz`, so it tells no more than what part is meant
/// @param healthy asked at each request; an exception counts as not healthy
public record Check(String name, BooleanSupplier healthy) {
    boolean fails() {
        try {
            return !healthy.getAsBoolean();
        } catch (RuntimeException _) {
            return true;
        }
    }
}
