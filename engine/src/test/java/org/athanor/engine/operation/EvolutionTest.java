package org.athanor.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution.Standing;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvolutionTest {
    private static final TableName PARENT = TableName.of("parent");
    private static final TableName CHILD = TableName.of("child");
    private static final Constraint.Timing UNSAID = Constraint.Timing.UNSAID;

    private final Evolution onPostgres = start(new PostgreSql().grammar());
    private final Evolution onSqlite = start(new Sqlite().grammar());

    private static Evolution start(Grammar grammar) {
        return Evolution.from(Schema.EMPTY, grammar)
                .after(new Operation.CreateTable(new Table(PARENT, columns("id", "code"),
                        List.of(key("id"), unique("uq_code", "code"), check("ck_code", "length(code) > 1")),
                        List.of(index("ix_code", "code")), Optional.empty(), Map.of(), List.of()), false))
                .after(new Operation.CreateTable(new Table(CHILD, columns("id", "parent_code"),
                        List.of(foreignKey("fk_code", "parent_code", PARENT, "code")), List.of(), Optional.empty(),
                        Map.of(), List.of()), false));
    }

    @Test
    void a_created_table_is_known_and_a_dropped_one_absent() {
        assertThat(names(table(onPostgres, PARENT).columns())).containsExactly("id", "code");
        var without = onPostgres.after(new Operation.DropTable(CHILD, false));
        assertThat(without.table(CHILD)).isEqualTo(new Standing.Absent());
        assertThat(without.table(PARENT)).isInstanceOf(Standing.Known.class);
        assertThat(onPostgres.table(CHILD)).as("the schema before stays").isInstanceOf(Standing.Known.class);
    }

    @Test
    void a_database_that_is_not_known_is_known_as_far_as_the_plan_makes_it() {
        var unknown = Evolution.fromUnknown(new Sqlite().grammar());
        assertThat(unknown.table(PARENT)).isInstanceOf(Standing.Doubtful.class);
        var made = unknown.after(new Operation.CreateTable(table(onSqlite, PARENT), false));
        assertThat(made.table(PARENT)).isInstanceOf(Standing.Known.class);
        assertThat(made.after(new Operation.DropTable(PARENT, true)).table(PARENT)).isEqualTo(new Standing.Absent());
        assertThat(made.table(CHILD)).isInstanceOf(Standing.Doubtful.class);
    }

    @Test
    void a_table_that_may_have_been_there_is_doubtful_only_where_nobody_asked() {
        var unknown = Evolution.fromUnknown(new Sqlite().grammar());
        var table = table(onSqlite, PARENT);
        assertThat(unknown.after(new Operation.CreateTable(table, true)).table(PARENT))
                .isInstanceOf(Standing.Doubtful.class);
    }

    @Test
    void a_renamed_column_keeps_its_place_in_keys_checks_and_indexes() {
        var after = onPostgres.after(new Operation.AlterColumn(PARENT, "code", ColumnChange.rename("Label")));
        var parent = table(after, PARENT);
        assertThat(names(parent.columns())).containsExactly("id", "Label");
        assertThat(parent.constraints()).contains(unique("uq_code", "Label"),
                check("ck_code", "length(\"Label\") > 1"));
        assertThat(parent.indexes()).containsExactly(index("ix_code", "Label"));
        assertThat(table(after, CHILD).constraints()).containsExactly(withTarget("fk_code", "parent_code", "Label"));
    }

    @Test
    void foreign_keys_follow_a_renamed_table() {
        var after = onPostgres.after(new Operation.RenameTable(PARENT, "ancestor"));
        assertThat(after.table(PARENT)).isEqualTo(new Standing.Absent());
        assertThat(after.table(TableName.of("ancestor"))).isInstanceOf(Standing.Known.class);
        assertThat(after.references(TableName.of("ancestor"))).hasSize(1);
    }

    @Test
    void a_dropped_column_takes_along_what_stands_on_it() {
        var parent = table(onPostgres.after(new Operation.DropColumn(PARENT, "code", false)), PARENT);
        assertThat(names(parent.columns())).containsExactly("id");
        assertThat(parent.constraints()).hasSize(1);
        assertThat(parent.indexes()).isEmpty();
    }

    @Test
    void a_change_that_does_not_fit_puts_the_table_in_doubt() {
        assertThat(onPostgres.after(new Operation.DropColumn(PARENT, "nothing", false)).table(PARENT))
                .isEqualTo(new Standing.Doubtful("parent has no column nothing as far as is known"));
        assertThat(onPostgres.after(new Operation.DropColumn(PARENT, "nothing", true)).table(PARENT))
                .isInstanceOf(Standing.Known.class);
    }

    @Test
    void postgres_gives_names_to_constraints_without_one() {
        var parent = table(onPostgres, PARENT);
        assertThat(parent.primaryKey().flatMap(Constraint.PrimaryKey::name)).contains(Name.written("parent_pkey"));
        var added = onPostgres.after(new Operation.AddConstraint(PARENT,
                new Constraint.Unique(Optional.empty(), List.of("id", "code"), UNSAID, Map.of())));
        var dropped = added.after(new Operation.DropConstraint(PARENT, Optional.of(Name.written("parent_id_code_key")),
                Optional.empty(), false));
        assertThat(table(dropped, PARENT)).isEqualTo(parent);
    }

    @Test
    void an_index_is_found_by_its_name_alone() {
        var drop = new Operation.DropIndex(Optional.empty(), Optional.empty(), Name.written("ix_code"), false,
                Map.of());
        assertThat(table(onPostgres.after(drop), PARENT).indexes()).isEmpty();
    }

    @Test
    void an_enumeration_comes_with_its_table_or_on_its_own() {
        var type = new SqlType.Enumeration(List.of("a", "b"), Optional.of(Name.written("mood")), Optional.empty(),
                SqlType.Enumeration.Making.WITH_TABLE, true, false, OptionalInt.empty());
        assertThat(onPostgres.has(type)).contains(false);
        var created = onPostgres.after(new Operation.CreateTable(new Table(TableName.of("t"),
                List.of(Column.of("m", type)), List.of(), List.of(), Optional.empty(), Map.of(), List.of()), false));
        assertThat(created.has(type)).contains(true);
        var more = created.after(new Operation.Execute("ALTER TYPE mood ADD VALUE 'c' BEFORE 'b'"));
        assertThat(more.enumeration(TableName.of("mood")).orElseThrow().values()).containsExactly("a", "c", "b");
        assertThat(more.after(new Operation.Execute("DROP TYPE IF EXISTS mood")).has(type)).contains(false);
        assertThat(more.after(new Operation.Execute("DO $$ BEGIN END $$")).has(type)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE parent SET code = 'drop table parent'",
            "INSERT INTO parent VALUES (1); DELETE FROM child",
            "SELECT 1", "-- nothing\nDELETE FROM parent"})
    void rows_leave_the_schema_alone(String sql) {
        assertThat(onPostgres.after(new Operation.Execute(sql)).schema()).isEqualTo(onPostgres.schema());
        assertThat(onSqlite.after(new Operation.Execute(sql)).schema()).isEqualTo(onSqlite.schema());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO $$ BEGIN EXECUTE 'drop table ' || x; END $$", "CALL tidy()", "SELECT tidy()",
            "DROP SCHEMA other CASCADE", "SET search_path TO other", "BOGUS", "SELECT 'unclosed"})
    void what_may_do_anything_puts_everything_in_doubt(String sql) {
        assertThat(onPostgres.after(new Operation.Execute(sql)).table(PARENT)).isInstanceOf(Standing.Doubtful.class);
        assertThat(onPostgres.after(new Operation.Execute(sql)).table(TableName.of("other")))
                .isInstanceOf(Standing.Doubtful.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE parent ADD COLUMN x integer DEFAULT now()",
            "CREATE INDEX i ON public.parent (lower(code))", "ALTER TABLE ONLY \"parent\" SET SCHEMA other",
            "CREATE TABLE IF NOT EXISTS parent (id int)"})
    void raw_changes_that_are_not_modelled_put_their_table_in_doubt(String sql) {
        var after = onPostgres.after(new Operation.Execute(sql));
        assertThat(after.table(PARENT)).isInstanceOf(Standing.Doubtful.class);
        assertThat(after.table(CHILD)).isInstanceOf(Standing.Known.class);
    }

    @Test
    void simple_raw_changes_are_followed_on_postgres() {
        var after = onPostgres.after(new Operation.Execute("""
                ALTER TABLE public.parent RENAME TO Ancestor;
                ALTER TABLE ancestor RENAME COLUMN code TO label;
                ALTER TABLE ancestor DROP CONSTRAINT ck_code, ALTER COLUMN label SET NOT NULL;
                DROP INDEX ix_code; CREATE UNIQUE INDEX ix_label ON ancestor (label);
                COMMENT ON COLUMN ancestor.label IS 'what it is called'"""));
        var table = table(after, TableName.of("ancestor"));
        assertThat(table.column("label").orElseThrow().nullable()).isFalse();
        assertThat(table.column("label").orElseThrow().comment()).contains("what it is called");
        assertThat(table.constraints()).hasSize(2);
        assertThat(table.indexes()).hasSize(1);
        assertThat(table(after, CHILD).constraints()).hasSize(1);
        assertThat(after.after(new Operation.Execute("DROP TABLE ancestor CASCADE"))
                .table(CHILD)).isInstanceOf(Standing.Known.class);
    }

    @Test
    void sqlite_definitions_in_raw_sql_are_read_whole() {
        var after = onSqlite.after(new Operation.Execute("""
                CREATE TABLE Orders (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT REFERENCES parent (code));
                ALTER TABLE orders ADD COLUMN total NUMERIC(10, 2) DEFAULT 0 NOT NULL;
                CREATE INDEX ix_total ON orders (total DESC) WHERE total > 0;
                ALTER TABLE ORDERS RENAME COLUMN total TO amount"""));
        var orders = table(after, TableName.of("orders"));
        assertThat(names(orders.columns())).containsExactly("id", "code", "amount");
        assertThat(orders.settings()).containsEntry("sqlite_autoincrement", new Setting.Flag(true));
        assertThat(orders.indexes()).containsExactly(new Index(Name.written("ix_total"),
                List.of(new Index.Element.OfExpression(SqlExpression.written("amount DESC"))), false,
                Map.of("sqlite_where", new Setting.Sql(SqlExpression.written("amount > 0")))));
        assertThat(after.references(PARENT)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"CREATE TABLE parent AS SELECT 1 AS x,false", "PRAGMA writable_schema = 1,true",
            "DELETE FROM sqlite_master,true", "PRAGMA foreign_keys = OFF,",
            "CREATE VIRTUAL TABLE parent USING fts5(x),false"})
    void sqlite_has_doubts_of_its_own(String sql, Boolean everything) {
        var after = onSqlite.after(new Operation.Execute(sql));
        assertThat(after.table(PARENT) instanceof Standing.Doubtful).isEqualTo(everything != null);
        assertThat(after.table(CHILD) instanceof Standing.Doubtful).isEqualTo(Boolean.TRUE.equals(everything));
    }

    @Test
    void triggers_go_with_their_table_and_are_in_doubt_after_a_rename() {
        var view = onSqlite.after(new Operation.Execute("CREATE VIEW v AS SELECT code FROM parent"));
        assertThat(view.definitionsAround(PARENT)).hasSize(1);
        var renamed = view.after(new Operation.RenameTable(PARENT, "ancestor"));
        assertThat(renamed.doubtAboutDefinitions()).isPresent();
        var trigger = onSqlite.after(new Operation.Execute(
                "CREATE TRIGGER tr AFTER INSERT ON child BEGIN UPDATE parent SET code = 'x'; END"));
        assertThat(trigger.definitionsAround(PARENT)).hasSize(1);
        assertThat(trigger.after(new Operation.DropTable(CHILD, false)).definitionsAround(PARENT)).isEmpty();
    }

    @Test
    void thousands_of_steps_cost_little() {
        long start = System.nanoTime();
        var evolution = Evolution.from(Schema.EMPTY, new Sqlite().grammar());
        for (int i = 0; i < 5000; i++) {
            var name = TableName.of("t" + i);
            evolution = evolution.after(new Operation.CreateTable(new Table(name, columns("id", "code"), List.of(),
                    List.of(), Optional.empty(), Map.of(), List.of()), false))
                    .after(new Operation.AlterColumn(name, "code", ColumnChange.comment(Optional.of("x"))));
        }
        assertThat(evolution.schema().tables()).hasSize(5000);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(3000);
    }

    private static Table table(Evolution evolution, TableName name) {
        return ((Standing.Known) evolution.table(name)).table();
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static List<Column> columns(String... names) {
        return List.of(names).stream().map(n -> Column.of(n, SqlType.TEXT)).toList();
    }

    private static Constraint key(String column) {
        return new Constraint.PrimaryKey(Optional.empty(), List.of(column), UNSAID, Map.of());
    }

    private static Constraint unique(String name, String column) {
        return new Constraint.Unique(Optional.of(Name.written(name)), List.of(column), UNSAID, Map.of());
    }

    private static Constraint check(String name, String sql) {
        return new Constraint.Check(Optional.of(Name.written(name)), SqlExpression.written(sql), Optional.empty(),
                UNSAID, Map.of());
    }

    private static Constraint foreignKey(String name, String column, TableName target, String targetColumn) {
        return new Constraint.ForeignKey(Optional.of(Name.written(name)), List.of(column), target,
                List.of(targetColumn), Optional.empty(), Optional.empty(), Optional.empty(), UNSAID, Map.of());
    }

    private static Constraint withTarget(String name, String column, String targetColumn) {
        return foreignKey(name, column, PARENT, targetColumn);
    }

    private static Index index(String name, String column) {
        return new Index(Name.written(name), List.of(new Index.Element.OfColumn(column)), false, Map.of());
    }
}
