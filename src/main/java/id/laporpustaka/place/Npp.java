package id.laporpustaka.place;

import java.util.Optional;

public record Npp(String text) {
    public static Optional<Npp> find(String typed) {
        var plain = typed.replaceAll("[ .-]", "").toUpperCase(java.util.Locale.ROOT);
        return plain.matches("\\d{7}[A-Z]\\d{7}") ? Optional.of(new Npp(plain)) : Optional.empty();
    }
}
