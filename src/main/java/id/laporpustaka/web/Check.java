package id.laporpustaka.web;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that must be well for this process to take work.
///
/// @param name shown to whoever asks `/readyz`, so it tells no more than what part is meant
/// @param asked why it is not well, if so, in words that anybody may read; an exception counts as not well
/// @param note what else there is to say of it at this moment, if anything, in such words
public record Check(String name, Supplier<Optional<String>> asked, Supplier<Optional<String>> note) {
    public Check(String name, Supplier<Optional<String>> asked) {
        this(name, asked, Optional::empty);
    }

    Optional<String> problem() {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            return Optional.of("It could not be asked: " + e.getClass().getSimpleName());
        }
    }
}
