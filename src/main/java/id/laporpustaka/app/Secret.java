package id.laporpustaka.app;

/// A value that only its receiver may see: it is hidden in every text made of it.
public record Secret(String value) {
    static final String HIDDEN = "*****";

    @Override
    public String toString() {
        return HIDDEN;
    }
}
