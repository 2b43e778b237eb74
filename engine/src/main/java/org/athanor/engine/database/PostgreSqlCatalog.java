package org.athanor.engine.database;

import java.sql.Connection;

import org.athanor.engine.schema.Schema;

final class PostgreSqlCatalog {
    PostgreSqlCatalog(Connection connection) {}

    Schema read() {
        return Schema.EMPTY;
    }
}
