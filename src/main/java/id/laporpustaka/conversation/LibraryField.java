package id.laporpustaka.conversation;

import java.util.Arrays;
import java.util.Optional;

/// What is known of a library and can be corrected. The names are stored and never change.
public enum LibraryField {
    NAME,
    TYPE,
    SCHEME,
    NPP,
    VILLAGE;

    static Optional<LibraryField> find(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
