package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.schema.TableName;

/// Looks at what an open transaction has done so far, from inside, and whether it is still the same one.
public sealed interface Lookout permits PostgreSqlLookout, SqliteLookout {
    /// What is new since the last look: locks on tables that were there before the transaction, and such tables that were
    /// written anew.
    record Sight(List<TableLock> locks, List<TableName> rewritten) {
        public static final Sight NOTHING = new Sight(List.of(), List.of());

        public Sight {
            locks = List.copyOf(locks);
            rewritten = List.copyOf(rewritten);
        }
    }

    /// The transaction is open, and nothing is done in it yet.
    static Lookout in(Connection connection, Product product) throws SQLException {
        return switch (product) {
            case POSTGRESQL -> new PostgreSqlLookout(connection);
            case SQLITE -> new SqliteLookout(connection);
        };
    }

    /// A look after a statement that went well. Throws `TransactionGone`.
    Sight look() throws SQLException, TransactionGone;

    /// The same after one that was refused, which can end a transaction of SQLite's.
    void lookAfterRefusal() throws SQLException, TransactionGone;

    /// What is checked when a transaction is committed, checked now.
    void checkAsCommitWould() throws SQLException;

    /// The transaction's number, where it has one.
    OptionalLong transaction();

    /// The transaction that was looked at is over.
    final class TransactionGone extends Exception {
        private static final long serialVersionUID = 1;

        TransactionGone() {
            super("The transaction is over");
        }
    }
}
