package id.laporpustaka.app;

import java.util.List;

/// Settings that the product does not start with; the message holds every problem, one line each, without secrets.
public final class UnusableSettings extends RuntimeException {
    UnusableSettings(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
