package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.dialect.ColumnSketch.column;
import static org.athanor.engine.dialect.Pieces.check;
import static org.athanor.engine.dialect.Pieces.checked;
import static org.athanor.engine.dialect.Pieces.commented;
import static org.athanor.engine.dialect.Pieces.foreignKey;
import static org.athanor.engine.dialect.Pieces.index;
import static org.athanor.engine.dialect.Pieces.named;
import static org.athanor.engine.dialect.Pieces.off;
import static org.athanor.engine.dialect.Pieces.on;
import static org.athanor.engine.dialect.Pieces.primaryKey;
import static org.athanor.engine.dialect.Pieces.table;
import static org.athanor.engine.dialect.Pieces.text;
import static org.athanor.engine.dialect.Pieces.unique;
import static org.athanor.engine.dialect.Pieces.varchar;
import static org.athanor.engine.dialect.Pieces.with;
import static org.athanor.engine.dialect.Spoken.POSTGRES;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.athanor.engine.dialect.Spoken.postgres;
import static org.athanor.engine.dialect.Spoken.refusal;
import static org.athanor.engine.dialect.Spoken.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Operation.CreateTable;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Check;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;

class CreateTableTest {
    private static Operation create(Table table) {
        return new CreateTable(table, false);
    }

    @Test
    void columns_stand_before_the_primary_key() throws Unsupported {
        var table = create(table("t", column("id").notNull(), column("name", varchar(50)).notNull(),
                column("note", SqlType.TEXT), primaryKey("id")));
        assertThat(postgres(table)).containsExactly(
                "CREATE TABLE t ( id SERIAL NOT NULL, name VARCHAR(50) NOT NULL, note VARCHAR, PRIMARY KEY (id) )");
        assertThat(sqlite(table)).containsExactly(
                "CREATE TABLE t ( id INTEGER NOT NULL, name VARCHAR(50) NOT NULL, note VARCHAR, PRIMARY KEY (id) )");
    }

    @Test
    void lines_are_indented() throws Unsupported {
        var statements = POSTGRES.statements(create(table("t", column("a"), column("b"))),
                Evolution.fromUnknown());
        assertThat(statements.getFirst().text()).isEqualTo("""
                CREATE TABLE t (
                    a INTEGER,
                    b INTEGER
                )""");
    }

    @Test
    void constraints_follow_in_the_order_in_which_they_are_listed() throws Unsupported {
        var table = create(table("t", column("id").notNull(), column("x", new SqlType.Truth(true, name("other"))),
                column("y", checked(Optional.empty(), "a", "b")), named("u", unique("x", "id")),
                named("k", check("id > 0", Map.of())), named("p", primaryKey("id")), unique("x"),
                ofType("xc", "x"), foreignKey("x", "o")));
        assertThat(postgres(table)).containsExactly("CREATE TABLE t ( id SERIAL NOT NULL, x BOOLEAN, y VARCHAR(1),"
                + " CONSTRAINT p PRIMARY KEY (id), CONSTRAINT u UNIQUE (x, id), CONSTRAINT k CHECK (id > 0),"
                + " UNIQUE (x), FOREIGN KEY(x) REFERENCES o (id), CHECK (y IN ('a', 'b')) )");
        assertThat(sqlite(table)).containsExactly("CREATE TABLE t ( id INTEGER NOT NULL, x BOOLEAN, y VARCHAR(1),"
                + " CONSTRAINT p PRIMARY KEY (id), CONSTRAINT u UNIQUE (x, id), CONSTRAINT k CHECK (id > 0),"
                + " UNIQUE (x), CONSTRAINT xc CHECK (x IN (0, 1)), FOREIGN KEY(x) REFERENCES o (id),"
                + " CHECK (y IN ('a', 'b')) )");
    }

    private static Optional<Name> name(String text) {
        return Optional.of(Name.written(text));
    }

    private static Constraint ofType(String name, String column) {
        return new Check(name(name), SqlExpression.written(column + " IN (0, 1)"), Optional.of(column), Timing.UNSAID,
                Map.of());
    }

    @Test
    void a_column_keeps_its_own_checks() throws Unsupported {
        var table = create(table("t", column("a").notNull().text("1").check("a > 0"),
                column("b").check("bc", "b > 0")));
        var expected = "CREATE TABLE t ( a INTEGER DEFAULT '1' NOT NULL CHECK (a > 0),"
                + " b INTEGER CONSTRAINT bc CHECK (b > 0) )";
        assertThat(postgres(table)).containsExactly(expected);
        assertThat(sqlite(table)).containsExactly(expected);
    }

    @Test
    void indexes_and_comments_come_afterwards() throws Unsupported {
        var table = commented(table("s.t", column("a"), column("b").comment("it's b"), foreignKey("a", "s.o"),
                foreignKey("b", "z.o"), foreignKey("b", "o"), index("ix", "b")), "tab");
        assertThat(postgres(create(table))).containsExactly(
                "CREATE TABLE s.t ( a INTEGER, b INTEGER, FOREIGN KEY(a) REFERENCES s.o (id),"
                        + " FOREIGN KEY(b) REFERENCES z.o (id), FOREIGN KEY(b) REFERENCES o (id) )",
                "CREATE INDEX ix ON s.t (b)", "COMMENT ON TABLE s.t IS 'tab'", "COMMENT ON COLUMN s.t.b IS 'it''s b'");
    }

    @Test
    void sqlite_refers_only_within_a_schema_and_keeps_no_comments() throws Unsupported {
        var table = commented(table("s.t", column("a"), column("b").comment("it's b"), foreignKey("a", "s.o"),
                foreignKey("b", "z.o"), foreignKey("b", "o"), index("ix", "b")), "tab");
        assertThat(sqlite(create(table))).containsExactly(
                "CREATE TABLE s.t ( a INTEGER, b INTEGER, FOREIGN KEY(a) REFERENCES o (id) )",
                "CREATE INDEX s.ix ON t (b)");
    }

    @Test
    void options_of_a_product_are_for_it_alone() throws Unsupported {
        var settings = Map.of("postgresql_on_commit", text("delete_rows"), "postgresql_tablespace", text("Ts"),
                "postgresql_with", new Setting.Pairs(List.of(Map.entry("fillfactor", "50"), Map.entry("x", ""))),
                "postgresql_inherits", new Setting.Names(List.of("p", "Q")), "postgresql_partition_by",
                text("LIST (a)"), "postgresql_using", text("heap"), "postgresql_with_oids", off(),
                "sqlite_with_rowid", off(), "sqlite_strict", on(), "mysql_engine", text("InnoDB"));
        var table = new CreateTable(with(table("t", column("a")), settings, "TEMPORARY"), true);
        assertThat(postgres(table)).containsExactly("CREATE TEMPORARY TABLE IF NOT EXISTS t ( a INTEGER )"
                + " INHERITS (p, \"Q\") PARTITION BY LIST (a) USING heap WITH (fillfactor = 50, x) WITHOUT OIDS"
                + " ON COMMIT DELETE ROWS TABLESPACE \"Ts\"");
        assertThat(sqlite(table)).containsExactly(
                "CREATE TEMPORARY TABLE IF NOT EXISTS t ( a INTEGER ) WITHOUT ROWID, STRICT");
    }

    @Test
    void an_unknown_option_is_refused() {
        var table = create(with(table("t", column("a")), Map.of("sqlite_stricct", on())));
        refusal(SQLITE, table).withMessage("The option sqlite_stricct isn't known here");
    }

    @Test
    void a_column_without_a_type_is_refused() {
        refusal(POSTGRES, create(table("t", column("a", SqlType.UNKNOWN))))
                .withMessage("The type isn't known (column a of table t)");
    }

    @Test
    void names_are_quoted_where_they_must_be() throws Unsupported {
        var table = create(table("a.b.User", column("order").notNull(), column("Käse"), column("2x"),
                primaryKey("order")));
        assertThat(postgres(table)).containsExactly("CREATE TABLE \"a.b\".\"User\" ( \"order\" SERIAL NOT NULL,"
                + " \"Käse\" INTEGER, \"2x\" INTEGER, PRIMARY KEY (\"order\") )");
    }
}
