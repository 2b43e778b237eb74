package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;

import org.athanor.engine.dialect.Product;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FenceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void nothing_leads_out_of_a_session_that_reads(Product product) throws SQLException {
        try (var connection = database(product).connectForReading();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 AS one")) {
            assertThat(rows.getStatement()).isSameAs(statement);
            assertThat(rows.getStatement().getConnection()).isSameAs(connection).isEqualTo(connection)
                    .hasSameHashCodeAs(connection);
            assertThat(rows.getMetaData().getColumnName(1)).isEqualTo("one");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt("one")).isEqualTo(1);
            assertThat(rows.isWrapperFor(ResultSet.class)).isFalse();
            assertThatThrownBy(() -> rows.unwrap(ResultSet.class)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> rows.updateInt(1, 2)).hasMessageContaining("updateInt() isn't for reading");
            assertThatThrownBy(rows::deleteRow).hasMessageContaining("isn't for reading");
            assertThatThrownBy(() -> connection.setClientInfo("a", "b")).isInstanceOf(SQLClientInfoException.class)
                    .hasMessageContaining("isn't for reading");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_leads_out_of_a_scratch_database(Product product) throws SQLException {
        try (var scratch = ScratchDatabase.like(database(product), java.util.Optional.empty());
                var connection = scratch.database().connect()) {
            var description = connection.getMetaData();
            assertThat(description.getConnection()).isSameAs(connection);
            try (var tables = description.getTables(null, null, "%", null)) {
                assertThat(tables.getStatement()).satisfiesAnyOf(found -> assertThat(found).isNull(),
                        found -> assertThat(Proxy.isProxyClass(found.getClass())).isTrue());
            }
            try (var rows = connection.prepareStatement("SELECT 1").executeQuery()) {
                assertThat(rows.getStatement().getConnection()).isSameAs(connection);
                var beyond = product == Product.SQLITE ? "ATTACH 'x' AS x" : "CREATE ROLE cat";
                assertThatThrownBy(() -> rows.getStatement().getConnection().createStatement().execute(beyond))
                        .hasMessageContaining("reaches beyond its database");
            }
            assertThatThrownBy(() -> connection.unwrap(Connection.class)).isInstanceOf(SQLException.class);
        }
    }

    private Database database(Product product) {
        return Database.of(ConnectionSettings.parse(
                product == Product.SQLITE ? "sqlite:///x.db" : TestPostgres.freshDatabase(), folder));
    }
}
