package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.dialect.Pieces.index;
import static org.athanor.engine.dialect.Pieces.name;
import static org.athanor.engine.dialect.Pieces.off;
import static org.athanor.engine.dialect.Pieces.on;
import static org.athanor.engine.dialect.Pieces.text;
import static org.athanor.engine.dialect.Pieces.with;
import static org.athanor.engine.dialect.Spoken.POSTGRES;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.athanor.engine.dialect.Spoken.postgres;
import static org.athanor.engine.dialect.Spoken.refusal;
import static org.athanor.engine.dialect.Spoken.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Operation.CreateIndex;
import org.athanor.engine.operation.Operation.DropIndex;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Index.Element.OfColumn;
import org.athanor.engine.schema.Index.Element.OfExpression;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;

class IndexTest {
    private static Operation create(Index index) {
        return new CreateIndex(name("t"), index, false);
    }

    private static DropIndex drop(Optional<TableName> table, Optional<String> schema, boolean ifExists,
            Map<String, Setting> settings) {
        return new DropIndex(table, schema, Name.written("ix"), ifExists, settings);
    }

    @Test
    void columns_and_expressions_may_be_mixed() throws Unsupported {
        var index = new Index(Name.written("ix"),
                List.of(new OfColumn("A"), new OfExpression(SqlExpression.written("lower(b)")),
                        new OfExpression(SqlExpression.written("c DESC"))),
                true, Map.of());
        var create = new CreateIndex(name("S.t"), index, true);
        assertThat(postgres(create)).containsExactly(
                "CREATE UNIQUE INDEX IF NOT EXISTS ix ON \"S\".t (\"A\", lower(b), c DESC)");
        assertThat(sqlite(create)).containsExactly(
                "CREATE UNIQUE INDEX IF NOT EXISTS \"S\".ix ON t (\"A\", lower(b), c DESC)");
    }

    @Test
    void options_of_a_product_are_for_it_alone() throws Unsupported {
        var index = with(index("ix", "a", "b"), Map.of("postgresql_using", text("GIN"), "postgresql_ops",
                new Setting.Pairs(List.of(Map.entry("a", "gin_trgm_ops"))), "postgresql_include",
                new Setting.Names(List.of("x", "Y")), "postgresql_with",
                new Setting.Pairs(List.of(Map.entry("fillfactor", "50"))), "postgresql_where", text("a > 'x'"),
                "postgresql_tablespace", text("Tb"), "postgresql_nulls_not_distinct", on(), "sqlite_where",
                new Setting.Sql(SqlExpression.written("b IS NULL")), "mysql_length", text("5")));
        assertThat(postgres(create(index))).containsExactly("CREATE INDEX ix ON t USING gin (a gin_trgm_ops, b)"
                + " INCLUDE (x, \"Y\") NULLS NOT DISTINCT WITH (fillfactor = 50) TABLESPACE \"Tb\" WHERE a > 'x'");
        assertThat(sqlite(create(index))).containsExactly("CREATE INDEX ix ON t (a, b) WHERE b IS NULL");
    }

    @Test
    void an_operator_class_belongs_to_a_column_a_label_or_a_text() throws Unsupported {
        var column = SqlExpression.column("b", SqlType.TEXT);
        var label = new Combined.Labelled(new SqlExpression.Call("lower", List.of(column), SqlType.TEXT),
                new SourceName.Given("low"));
        var classes = List.of(Map.entry("lower(a)", "x_ops"), Map.entry("b", "y_ops"), Map.entry("low", "z_ops"));
        var index = new Index(Name.written("ix"),
                List.of(new OfExpression(SqlExpression.written("lower(a)")), new OfExpression(column),
                        new OfExpression(label)),
                false, Map.of("postgresql_ops", new Setting.Pairs(classes)));
        assertThat(postgres(create(index)))
                .containsExactly("CREATE INDEX ix ON t (lower(a) x_ops, b y_ops, lower(b) z_ops)");
    }

    @Test
    void postgresql_wants_operations_in_parentheses() throws Unsupported {
        var column = SqlExpression.column("a", SqlType.TEXT);
        var sum = new Combined.Binary(column, SqlOperator.Known.CONCATENATE, SqlExpression.written("'x'"),
                SqlType.TEXT);
        var descending = new Combined.Unary(SqlOperator.Known.DESCENDING, column, SqlType.TEXT);
        var index = new Index(Name.written("ix"), List.of(new OfExpression(sum), new OfExpression(descending)), false,
                Map.of());
        assertThat(postgres(create(index))).containsExactly("CREATE INDEX ix ON t ((a || 'x'), a DESC)");
        assertThat(sqlite(create(index))).containsExactly("CREATE INDEX ix ON t (a || 'x', a DESC)");
    }

    @Test
    void nulls_may_be_said_to_differ() throws Unsupported {
        assertThat(postgres(create(with(index("ix", "a"), Map.of("postgresql_nulls_not_distinct", off())))))
                .containsExactly("CREATE INDEX ix ON t (a) NULLS DISTINCT");
    }

    @Test
    void an_index_made_concurrently_runs_outside_of_the_transaction() throws Unsupported {
        Map<String, Setting> settings = Map.of("postgresql_concurrently", on());
        var before = Evolution.fromUnknown();
        assertThat(POSTGRES.statements(create(with(index("ix", "a"), settings)), before)).containsExactly(
                Statement.of("CREATE INDEX CONCURRENTLY ix ON t (a)").outsideTransaction());
        assertThat(POSTGRES.statements(drop(Optional.of(name("t")), Optional.empty(), true, settings), before))
                .containsExactly(Statement.of("DROP INDEX CONCURRENTLY IF EXISTS ix").outsideTransaction());
        assertThat(SQLITE.statements(create(with(index("ix", "a"), settings)), before))
                .containsExactly(Statement.of("CREATE INDEX ix ON t (a)"));
    }

    @Test
    void an_index_is_dropped_in_the_schema_of_its_table() throws Unsupported {
        var drop = drop(Optional.of(name("a.b.t")), Optional.empty(), false, Map.of());
        assertThat(postgres(drop)).containsExactly("DROP INDEX \"a.b\".ix");
        assertThat(sqlite(drop)).containsExactly("DROP INDEX \"a.b\".ix");
        assertThat(postgres(drop(Optional.empty(), Optional.of("s"), false, Map.of())))
                .containsExactly("DROP INDEX s.ix");
        assertThat(postgres(drop(Optional.empty(), Optional.empty(), false, Map.of())))
                .containsExactly("DROP INDEX ix");
    }

    @Test
    void a_made_name_is_shortened_and_a_written_one_is_refused() throws Unsupported {
        var long70 = "x".repeat(70);
        var made = new Index(Name.made(long70), List.of(new OfColumn("a")), false, Map.of());
        assertThat(postgres(create(made))).containsExactly("CREATE INDEX " + "x".repeat(55) + "_eedd ON t (a)");
        assertThat(sqlite(create(made))).containsExactly("CREATE INDEX " + long70 + " ON t (a)");
        refusal(POSTGRES, create(index(long70, "a")))
                .withMessage("The name " + long70 + " is longer than 63 characters");
    }

    @Test
    void what_can_not_be_an_index_method_is_refused() {
        refusal(POSTGRES, create(with(index("ix", "a"), Map.of("postgresql_using", text("gin; --")))))
                .withMessage("\"gin; --\" isn't the name of an index method");
        refusal(POSTGRES, create(with(index("ix", "a"), Map.of("postgresql_wehre", text("a")))))
                .withMessage("The option postgresql_wehre isn't known here");
    }
}
