package id.laporpustaka.web;

import id.laporpustaka.form.reading.Cleaned;

/// What people type into fields, and names that came from elsewhere, as one line.
final class Typed {
    private static final int LONGEST = 200;

    private Typed() {}

    /// At most 200 characters.
    static String line(String raw) {
        return Cleaned.line(raw, LONGEST);
    }

    /// The whole of it.
    static String harmless(String raw) {
        return Cleaned.line(raw, Integer.MAX_VALUE);
    }
}
