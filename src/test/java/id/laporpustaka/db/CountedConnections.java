package id.laporpustaka.db;

import java.sql.Connection;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Counts how often a connection is asked for, which is once a statement outside of transactions, whoever makes it.
public final class CountedConnections implements ConnectionProvider {
    private final ConnectionProvider connections;
    private int count;

    private CountedConnections(ConnectionProvider connections) {
        this.connections = connections;
    }

    public static CountedConnections of(DSLContext db) {
        return new CountedConnections(db.configuration().connectionProvider());
    }

    /// Asks for connections that are counted here.
    public DSLContext counting(DSLContext db) {
        return db.configuration().derive(this).dsl();
    }

    public int count() {
        return count;
    }

    @Override
    public @Nullable Connection acquire() {
        count++;
        return connections.acquire();
    }

    @Override
    public void release(Connection connection) {
        connections.release(connection);
    }
}
