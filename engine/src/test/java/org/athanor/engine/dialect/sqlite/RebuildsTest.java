package org.athanor.engine.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.operation.RebuildOptions;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// SQLite's rebuild of a table, told as texts and run on a real database with rows in it.
class RebuildsTest {
    private static final TableName T = TableName.of("t");
    private final Sqlite dialect = new Sqlite();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_type_changes_and_its_values_are_cast() throws Exception {
        given("CREATE TABLE t (id INTEGER NOT NULL, a VARCHAR(5), PRIMARY KEY (id))", "INSERT INTO t VALUES (1, '12')");
        assertThat(texts(type("a", SqlType.INTEGER))).containsExactly(
                "CREATE TABLE _alembic_tmp_t (id INTEGER NOT NULL, a INTEGER, PRIMARY KEY (id))",
                "INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, CAST(t.a AS INTEGER) AS a FROM t", "DROP TABLE t",
                "ALTER TABLE _alembic_tmp_t RENAME TO t");
        run(type("a", SqlType.INTEGER));
        assertThat(rows("SELECT id, typeof(a) FROM t")).containsExactly("1|integer");
    }

    @Test
    void a_date_is_not_cast_since_sqlite_would_make_a_number_of_it() throws Exception {
        given("CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(30))", "INSERT INTO t VALUES (1, '2024-05-01')");
        run(type("a", SqlType.DATE_TIME));
        assertThat(rows("SELECT a FROM t")).containsExactly("2024-05-01");
    }

    @Test
    void what_sqlalchemy_loses_stays() throws Exception {
        given("""
                CREATE TABLE t (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    a TEXT COLLATE NOCASE NOT NULL ON CONFLICT IGNORE UNIQUE ON CONFLICT REPLACE,
                    b UUID DEFAULT (upper('x')) CHECK (length(b) < 40),
                    p INTEGER REFERENCES parent (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
                    c AS (a || '!') VIRTUAL,
                    extra)""", "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
                "CREATE INDEX ix_desc ON t (a DESC, lower(a)) WHERE a > 'a'",
                "CREATE TRIGGER tr AFTER INSERT ON t BEGIN DELETE FROM parent WHERE id = new.p; END",
                "CREATE VIEW v AS SELECT id FROM t", "CREATE VIEW v2 AS SELECT id FROM v",
                "INSERT INTO parent VALUES (1), (2)", "INSERT INTO t (a, p) VALUES ('x', 1), ('y', NULL), ('z', NULL)",
                "DELETE FROM t WHERE a = 'z'");
        var before = rows("SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger', 'index') ORDER BY 1");
        assertThat(texts(drop("extra")).getFirst()).isEqualTo("DROP VIEW v");
        run(drop("extra"));
        assertThat(rows("SELECT sql FROM sqlite_master WHERE name = 't'").getFirst().replaceAll("\\s+", " "))
                .isEqualTo("CREATE TABLE \"t\" ( id INTEGER PRIMARY KEY AUTOINCREMENT,"
                        + " a TEXT COLLATE \"NOCASE\" NOT NULL ON CONFLICT IGNORE, b UUID DEFAULT (upper('x')),"
                        + " p INTEGER, c GENERATED ALWAYS AS (a || '!') VIRTUAL,"
                        + " UNIQUE (a) ON CONFLICT REPLACE, CHECK (length(b) < 40),"
                        + " FOREIGN KEY(p) REFERENCES parent (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )");
        assertThat(rows("SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger', 'index') ORDER BY 1"))
                .isEqualTo(before);
        assertThat(rows("SELECT id, a, c FROM t ORDER BY id")).containsExactly("1|x|x!", "2|y|y!");
        assertThat(rows("SELECT count(*) FROM v2")).containsExactly("2");
        given("INSERT INTO t (a) VALUES ('new')");
        assertThat(rows("SELECT max(id) FROM t")).as("a number is not given twice").containsExactly("4");
    }

    @Test
    void a_renamed_column_is_renamed_wherever_it_is_spoken_of() throws Exception {
        given("""
                CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, up INTEGER, CONSTRAINT pk_t PRIMARY KEY (id),
                    CONSTRAINT uq_a UNIQUE (a), CONSTRAINT ck_a CHECK (a > 0 AND 'a' <> ''), FOREIGN KEY (up) REFERENCES t (a))""",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, a INTEGER REFERENCES t (a))",
                "CREATE INDEX ix_a ON t (a) WHERE \"a\" > 5", "INSERT INTO t VALUES (1, 7, NULL)",
                "INSERT INTO child VALUES (1, 7)");
        var rename = new Operation.AlterColumn(T, "a", ColumnChange.rename("New"));
        assertThat(texts(rename)).containsExactly("ALTER TABLE t RENAME COLUMN a TO \"New\"",
                "CREATE TABLE _alembic_tmp_t (id INTEGER NOT NULL, \"New\" INTEGER, up INTEGER,"
                        + " CONSTRAINT pk_t PRIMARY KEY (id), CONSTRAINT uq_a UNIQUE (\"New\"),"
                        + " CONSTRAINT ck_a CHECK (\"New\" > 0 AND 'a' <> ''),"
                        + " FOREIGN KEY(up) REFERENCES t (\"New\"))",
                "INSERT INTO _alembic_tmp_t (id, \"New\", up) SELECT t.id, t.\"New\", t.up FROM t", "DROP TABLE t",
                "ALTER TABLE _alembic_tmp_t RENAME TO t", "CREATE INDEX ix_a ON t (\"New\") WHERE \"New\" > 5");
        run(rename);
        assertThat(rows("SELECT sql FROM sqlite_master WHERE name = 'child'").getFirst()).contains("t (\"New\")");
        given("PRAGMA foreign_keys = ON", "INSERT INTO child VALUES (2, 7)");
    }

    @Test
    void two_columns_swap_their_names() throws Exception {
        given("CREATE TABLE t (a INTEGER, b INTEGER CONSTRAINT ck CHECK (b > a))", "INSERT INTO t VALUES (1, 2)");
        run(new Operation.AlterColumn(T, "a", ColumnChange.rename("b")),
                new Operation.AlterColumn(T, "b", ColumnChange.rename("a")));
        assertThat(rows("SELECT a, b FROM t")).containsExactly("2|1");
    }

    @Test
    void a_column_is_added_where_it_is_wished() throws Exception {
        given("CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER)", "INSERT INTO t VALUES (1, 2, 3)");
        var add = new Operation.AddColumn(T, Column.of("x", SqlType.INTEGER), List.of(), List.of(), false, false,
                false);
        var options = options(RebuildOptions.Recreate.ALWAYS, Map.of(),
                Map.of("x", new RebuildOptions.Position(Optional.of("b"), Optional.empty())), List.of());
        run(rebuild(options, add));
        assertThat(rows("SELECT * FROM t")).containsExactly("1|null|2|3");
    }

    @Test
    void columns_are_put_in_order() throws Exception {
        given("CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER, d INTEGER)", "INSERT INTO t VALUES (1, 2, 3, 4)");
        run(rebuild(options(RebuildOptions.Recreate.ALWAYS, Map.of(), Map.of(), List.of(List.of("d", "c", "a"))),
                new Operation.CommentTable(T, Optional.empty())));
        assertThat(rows("SELECT name FROM pragma_table_info('t')")).containsExactly("b", "d", "c", "a");
    }

    @Test
    void a_convention_names_what_is_to_be_dropped() throws Exception {
        given("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, UNIQUE (a))");
        var drop = new Operation.DropConstraint(T, Optional.of(Name.written("uq_t_a")),
                Optional.of(Constraint.Kind.UNIQUE), false);
        var options = options(RebuildOptions.Recreate.AUTO, Map.of("uq", "uq_%(table_name)s_%(column_0_name)s"),
                Map.of(), List.of());
        run(rebuild(options, drop));
        assertThat(rows("SELECT sql FROM sqlite_master WHERE name = 't'").getFirst()).doesNotContain("UNIQUE");
        var fault = catchThrowableOfType(Unsupported.class, () -> texts(drop));
        assertThat(fault.message()).isEqualTo("No such constraint: 'uq_t_a' in t");
    }

    @Test
    void values_of_an_enumeration_give_way_to_others() throws Exception {
        given("CREATE TABLE t (id INTEGER PRIMARY KEY, s VARCHAR(1), CHECK (s IN ('a', 'b')))",
                "INSERT INTO t VALUES (1, 'a')");
        var type = new SqlType.Enumeration(List.of("a", "b", "ccc"), Optional.of(Name.written("kind")),
                Optional.empty(),
                SqlType.Enumeration.Making.WITH_TABLE, true, true, OptionalInt.empty());
        run(type("s", type));
        assertThat(rows("SELECT sql FROM sqlite_master WHERE name = 't'").getFirst().replaceAll("\\s+", " "))
                .isEqualTo("CREATE TABLE \"t\" ( id INTEGER, s VARCHAR(3), PRIMARY KEY (id),"
                        + " CONSTRAINT kind CHECK (s IN ('a', 'b', 'ccc')) )");
        given("INSERT INTO t VALUES (2, 'ccc')");
    }

    @Test
    void a_dropped_column_takes_its_keys_checks_and_indexes_along() throws Exception {
        given("CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, b INTEGER, PRIMARY KEY (id, a), CONSTRAINT u UNIQUE (a, b),"
                + " CONSTRAINT c CHECK (a > b))", "CREATE INDEX i ON t (a)", "INSERT INTO t VALUES (1, 3, 2)");
        run(drop("a"));
        assertThat(rows("SELECT sql FROM sqlite_master").getFirst().replaceAll("\\s+", " "))
                .isEqualTo("CREATE TABLE \"t\" ( id INTEGER NOT NULL, b INTEGER, PRIMARY KEY (id) )");
    }

    @Test
    void what_would_break_others_is_refused() throws Exception {
        given("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER UNIQUE)", "CREATE VIEW v AS SELECT a FROM t");
        assertThat(catchThrowableOfType(Unsupported.class, () -> texts(drop("a"))).message())
                .isEqualTo("The view v speaks of a, which this rebuild renames or drops");
        given("DROP VIEW v", "CREATE TABLE child (x INTEGER REFERENCES t (a))");
        assertThat(catchThrowableOfType(Unsupported.class, () -> texts(drop("a"))).message())
                .isEqualTo("A foreign key of child points at t.a, which this rebuild drops");
    }

    @Test
    void what_stands_on_a_column_that_is_not_there_is_refused_at_its_line() throws Exception {
        given("CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, PRIMARY KEY (id))");
        var key = new Operation.AddConstraint(T, new Constraint.PrimaryKey(Optional.of(Name.written("pk")),
                List.of("nope"), Constraint.Timing.UNSAID, Map.of()));
        var rename = new Operation.AlterColumn(T, "a", ColumnChange.rename("new"));
        var rebuild = new Operation.Rebuild(T, options(RebuildOptions.Recreate.AUTO, Map.of(), Map.of(), List.of()),
                List.of(new Placed(rename, 6), new Placed(key, 7)));
        var fault = catchThrowableOfType(Unsupported.class, () -> statements(rebuild));
        assertThat(fault.message()).isEqualTo("The primary key pk is on nope, which t doesn't have");
        assertThat(fault.hint()).isEqualTo("Name a column that the table has after the rebuild: id, new");
        assertThat(fault.line()).hasValue(7);
        var empty = new Operation.AddConstraint(T, new Constraint.Unique(Optional.of(Name.written("uq")), List.of(),
                Constraint.Timing.UNSAID, Map.of()));
        assertThat(catchThrowableOfType(Unsupported.class, () -> texts(empty)).message())
                .isEqualTo("The unique constraint uq is on no column");
    }

    @Test
    void a_column_does_not_take_the_name_of_another_one() throws Exception {
        given("CREATE TABLE t (a INTEGER, b INTEGER)");
        var rename = new Operation.AlterColumn(T, "a", ColumnChange.rename("B"));
        assertThat(catchThrowableOfType(Unsupported.class, () -> texts(rename)).message())
                .isEqualTo("t has another column B already");
        assertThat(texts(rename, drop("b"))).hasSize(4);
    }

    @Test
    void what_sqlite_never_runs_is_refused_where_it_would_run() throws Exception {
        var changed = type("a", SqlType.INTEGER);
        var inPlace = new Operation.Rebuild(T,
                options(RebuildOptions.Recreate.NEVER, Map.of(), Map.of(), List.of()),
                List.of(new Placed(changed, 4)));
        var fault = catchThrowableOfType(Unsupported.class, () -> dialect.checkRuns(inPlace));
        assertThat(fault.message()).isEqualTo("SQLite can't change the type of t.a in place");
        assertThat(fault.line()).hasValue(4);
        dialect.checkRuns(rebuild(options(RebuildOptions.Recreate.AUTO, Map.of(), Map.of(), List.of()), changed));
        dialect.checkRuns(new Operation.AlterColumn(T, "a", ColumnChange.rename("b")));
    }

    @Test
    void a_table_that_is_not_known_is_refused_with_the_reason() throws Exception {
        var rebuild = rebuild(options(RebuildOptions.Recreate.AUTO, Map.of(), Map.of(), List.of()), drop("a"));
        assertThat(catchThrowableOfType(Unsupported.class,
                () -> dialect.statements(rebuild, Evolution.fromUnknown(dialect.grammar()))).message())
                .isEqualTo(
                        "The shape of t, which must be rebuilt, isn't known here: the database it runs on isn't known");
        assertThat(catchThrowableOfType(Unsupported.class, () -> dialect.statements(rebuild, evolution())).message())
                .isEqualTo("There is no table t to rebuild");
        given("CREATE TABLE t (id INTEGER, a, PRIMARY KEY (id DESC))");
        assertThat(catchThrowableOfType(Unsupported.class, () -> texts(drop("a"))).message())
                .isEqualTo("t can't be rebuilt without a loss: its definition says DESC for id in a key");
    }

    @Test
    void a_plain_column_or_index_needs_no_copy() throws Exception {
        given("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        var add = new Operation.AddColumn(T, Column.of("x", SqlType.INTEGER), List.of(),
                List.of(new Index(Name.written("ix_t_x"), List.of(new Index.Element.OfColumn("x")), false, Map.of())),
                false, false, false);
        assertThat(texts(add)).containsExactly("ALTER TABLE t ADD COLUMN x INTEGER", "CREATE INDEX ix_t_x ON t (x)");
        var withDefault = new Operation.AddColumn(T, new Column("x", SqlType.INTEGER, false,
                new Filling.Default(SqlExpression.written("1")), Column.Counting.IF_ALONE, Optional.empty(), Map.of()),
                List.of(), List.of(), false, false, false);
        assertThat(texts(withDefault)).hasSize(4);
    }

    @Test
    void the_schema_goes_on_as_the_database_does() throws Exception {
        given("CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(5) DEFAULT 'x', b INTEGER, CONSTRAINT ck CHECK (b > 1))",
                "CREATE INDEX i ON t (a)");
        var changes = rebuild(options(RebuildOptions.Recreate.AUTO, Map.of(), Map.of(), List.of()), drop("b"),
                type("a", SqlType.INTEGER), new Operation.AlterColumn(T, "a", ColumnChange.rename("n")));
        var after = evolution().after(changes);
        run(changes);
        assertThat(after.schema()).isEqualTo(Evolution.from(Catalog.read(connection, dialect), dialect.grammar())
                .schema());
    }

    private Operation type(String column, SqlType type) {
        return new Operation.AlterColumn(T, column, new ColumnChange(Optional.of(type), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Map.of()));
    }

    private static Operation drop(String column) {
        return new Operation.DropColumn(T, column, false);
    }

    private static Operation.Rebuild rebuild(RebuildOptions options, Operation... changes) {
        return new Operation.Rebuild(T, options, List.of(changes).stream().map(o -> new Placed(o, 1)).toList());
    }

    private static RebuildOptions options(RebuildOptions.Recreate recreate, Map<String, String> conventions,
            Map<String, RebuildOptions.Position> positions, List<List<String>> orders) {
        return new RebuildOptions(recreate, Optional.<Table>empty(), List.of(), List.of(), Map.of(), List.of(),
                conventions, orders, positions);
    }

    private List<String> texts(Operation... changes) throws Exception {
        return statements(rebuild(options(RebuildOptions.Recreate.AUTO, Map.of(), Map.of(), List.of()), changes))
                .stream().map(s -> s.text().replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")")).toList();
    }

    private void run(Operation... changes) throws Exception {
        run(rebuild(options(RebuildOptions.Recreate.AUTO, Map.of(), Map.of(), List.of()), changes));
    }

    private void run(Operation.Rebuild rebuild) throws Exception {
        given(statements(rebuild).stream().map(Statement::text).toArray(String[]::new));
    }

    private List<Statement> statements(Operation.Rebuild rebuild) throws Exception {
        return dialect.statements(rebuild, evolution());
    }

    private Evolution evolution() throws SQLException {
        return Evolution.from(Catalog.read(connection, dialect), dialect.grammar());
    }

    private void given(String... sql) throws SQLException {
        for (var text : sql) {
            try (var statement = connection.createStatement()) {
                statement.execute(text);
            }
        }
    }

    private List<String> rows(String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }
}
