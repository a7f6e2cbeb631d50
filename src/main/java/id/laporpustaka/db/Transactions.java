package id.laporpustaka.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jooq.Transaction;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/// Transactions, each on a connection of the pool, and those inside of another as savepoints of it.
///
/// jOOQ's own provider does the same, but first asks PostgreSQL each time how isolated its transactions are, to set
/// that back afterwards. Here it is only ever set for one transaction, so that would be a round trip for nothing.
final class Transactions implements TransactionProvider {
    private final DataSource pool;

    Transactions(DataSource pool) {
        this.pool = pool;
    }

    /// @param savepoint of one inside of another
    private record Level(Connection connection, @Nullable Savepoint savepoint) implements Transaction {}

    @Override
    public void begin(TransactionContext context) {
        try {
            if (context.configuration().connectionProvider() instanceof DefaultConnectionProvider outer) {
                var connection = outer.acquire();
                context.transaction(new Level(connection, connection.setSavepoint()));
            } else {
                var connection = pool.getConnection();
                context.transaction(new Level(connection, null));
                connection.setAutoCommit(false);
                context.configuration().set(new DefaultConnectionProvider(connection));
            }
        } catch (SQLException e) {
            throw new DataAccessException("No transaction could be begun", e);
        }
    }

    @Override
    public void commit(TransactionContext context) {
        if (!(context.transaction() instanceof Level(var connection, var savepoint))) {
            throw new IllegalStateException("No transaction was begun");
        }
        try {
            if (savepoint == null) {
                connection.commit();
                connection.close();
            } else {
                connection.releaseSavepoint(savepoint);
            }
        } catch (SQLException e) {
            throw new DataAccessException("The transaction could not be committed", e);
        }
    }

    @Override
    public void rollback(TransactionContext context) {
        if (!(context.transaction() instanceof Level(var connection, var savepoint))) {
            return; // as when the pool had no connection for it
        }
        try {
            if (savepoint == null) {
                try (connection) {
                    connection.rollback();
                }
            } else {
                connection.rollback(savepoint);
            }
        } catch (SQLException e) {
            throw new DataAccessException("The transaction could not be rolled back", e);
        }
    }
}
