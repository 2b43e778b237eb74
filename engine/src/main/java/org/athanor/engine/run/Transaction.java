package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.SQLException;

import org.athanor.engine.dialect.Product;

/// The transactions of a run's connection, one after the other. PostgreSQL's driver begins one with the first statement.
/// SQLite's begins a new one as soon as one is committed, and so keeps others from writing while nothing is done; there they
/// are begun in words, when there is something to do.
final class Transaction {
    private final Connection connection;
    private final Product product;
    private boolean isOpen;

    Transaction(Connection connection, Product product) throws SQLException {
        this.connection = connection;
        this.product = product;
        connection.setAutoCommit(product == Product.SQLITE);
    }

    /// What is sent from here on is part of it.
    void begin() throws SQLException {
        if (product == Product.SQLITE && !isOpen) {
            words("BEGIN IMMEDIATE");
            isOpen = true;
        }
    }

    void commit() throws SQLException {
        switch (product) {
            case POSTGRESQL -> connection.commit();
            case SQLITE -> {
                if (isOpen) {
                    words("COMMIT");
                    isOpen = false;
                }
            }
        }
    }

    /// A rollback that fails (the connection is gone) means that the database rolled back by itself.
    void rollback() {
        try {
            switch (product) {
                case POSTGRESQL -> connection.rollback();
                case SQLITE -> {
                    if (isOpen) {
                        isOpen = false;
                        words("ROLLBACK");
                    }
                }
            }
        } catch (SQLException _) {
            // The step's own failure is what is told.
        }
    }

    /// What is sent until `resume` stands for itself.
    void suspend() throws SQLException {
        connection.setAutoCommit(true);
    }

    /// A script may go on after a refusal.
    void resume() {
        try {
            connection.setAutoCommit(product == Product.SQLITE);
        } catch (SQLException _) {
            // The connection is gone; whoever sends the next statement learns of it.
        }
    }

    private void words(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
