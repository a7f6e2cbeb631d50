package id.laporpustaka.db;

/// Where a database of a test is, as the setting `DATABASE_URL` has it.
public final class DatabaseUrl {
    private DatabaseUrl() {}

    /// With the password in it, so only for databases of tests.
    public static String of(DatabaseAddress address) {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(address.user(), address.password(), address.host(), address.port(), address.name());
    }
}
