package id.laporpustaka.db;

/// The database that the settings name cannot be used; the message is one line for whoever starts the product.
public final class DatabaseUnavailable extends RuntimeException {
    DatabaseUnavailable(DatabaseAddress address, Throwable cause) {
        super(
                "The database %s cannot be used: %s"
                        .formatted(address, rootOf(cause).getMessage()),
                cause);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    DatabaseUnavailable(String message) {
        super(message);
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
