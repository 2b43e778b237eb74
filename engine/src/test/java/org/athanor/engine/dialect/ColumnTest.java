package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.dialect.ColumnSketch.column;
import static org.athanor.engine.dialect.Pieces.foreignKey;
import static org.athanor.engine.dialect.Pieces.on;
import static org.athanor.engine.dialect.Pieces.primaryKey;
import static org.athanor.engine.dialect.Pieces.starting;
import static org.athanor.engine.dialect.Pieces.table;
import static org.athanor.engine.dialect.Pieces.with;
import static org.athanor.engine.dialect.Spoken.POSTGRES;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.athanor.engine.dialect.Spoken.postgres;
import static org.athanor.engine.dialect.Spoken.refusal;
import static org.athanor.engine.dialect.Spoken.sqlite;

import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Operation.CreateTable;
import org.athanor.engine.schema.Column.Counting;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private static final SqlType BIG = new SqlType.Whole(SqlType.Whole.Size.BIG);
    private static final SqlType SMALL = new SqlType.Whole(SqlType.Whole.Size.SMALL);

    private static Operation create(Table table) {
        return new CreateTable(table, false);
    }

    /// What stands between the parentheses of CREATE TABLE.
    private static String onPostgres(Object... parts) throws Unsupported {
        return inside(postgres(create(table("t", parts))).getFirst());
    }

    private static String onSqlite(Object... parts) throws Unsupported {
        return inside(sqlite(create(table("t", parts))).getFirst());
    }

    private static String inside(String text) {
        return text.substring(text.indexOf('(') + 2, text.lastIndexOf(')') - 1);
    }

    @Test
    void a_key_of_one_whole_number_counts_up_by_itself() throws Unsupported {
        assertThat(onPostgres(column("id").notNull(), primaryKey("id")))
                .isEqualTo("id SERIAL NOT NULL, PRIMARY KEY (id)");
        assertThat(onPostgres(column("id", BIG).notNull(), primaryKey("id")))
                .isEqualTo("id BIGSERIAL NOT NULL, PRIMARY KEY (id)");
        assertThat(onPostgres(column("id", SMALL).notNull(), primaryKey("id")))
                .isEqualTo("id SMALLSERIAL NOT NULL, PRIMARY KEY (id)");
    }

    @Test
    void a_key_that_refers_to_another_table_does_not_count() throws Unsupported {
        assertThat(onPostgres(column("id").notNull(), primaryKey("id"), foreignKey("id", "o")))
                .isEqualTo("id INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES o (id)");
        assertThat(onPostgres(column("id").notNull().counting(Counting.EVEN_IF_REFERRING), primaryKey("id"),
                foreignKey("id", "o")))
                .isEqualTo("id SERIAL NOT NULL, PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES o (id)");
    }

    @Test
    void a_key_of_several_columns_counts_only_where_it_is_told_to() throws Unsupported {
        assertThat(onPostgres(column("a").notNull(), column("b").notNull(), primaryKey("a", "b")))
                .isEqualTo("a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b)");
        assertThat(onPostgres(column("a").notNull(), column("b").notNull().counting(Counting.YES),
                primaryKey("a", "b"))).isEqualTo("a INTEGER NOT NULL, b SERIAL NOT NULL, PRIMARY KEY (a, b)");
    }

    @Test
    void sqlite_counts_only_a_key_of_one_column() {
        refusal(SQLITE, create(table("t", column("a"), column("b").counting(Counting.YES), primaryKey("a", "b"))))
                .withMessage("SQLite can't count up one of several columns of a primary key (column b of table t)");
    }

    @Test
    void a_key_with_a_default_does_not_count() throws Unsupported {
        assertThat(onPostgres(column("id").notNull().text("5"), primaryKey("id")))
                .isEqualTo("id INTEGER DEFAULT '5' NOT NULL, PRIMARY KEY (id)");
        assertThat(onPostgres(column("id").notNull().counting(Counting.NO), primaryKey("id")))
                .isEqualTo("id INTEGER NOT NULL, PRIMARY KEY (id)");
    }

    @Test
    void a_text_can_not_count() {
        refusal(POSTGRES, create(table("t", column("a", SqlType.TEXT).counting(Counting.YES), primaryKey("a"))))
                .withMessage("Only a whole number counts up by itself (column a of table t)");
    }

    @Test
    void which_type_counts_is_the_generic_ones_business() throws Unsupported {
        var type = new SqlType.Variants(BIG, Map.of("sqlite", SqlType.INTEGER));
        var table = with(table("t", column("id", type).notNull(), primaryKey("id")),
                Map.of("sqlite_autoincrement", on()));
        assertThat(postgres(create(table)))
                .containsExactly("CREATE TABLE t ( id BIGSERIAL NOT NULL, PRIMARY KEY (id) )");
        assertThat(sqlite(create(table)))
                .containsExactly("CREATE TABLE t ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT )");
    }

    @Test
    void defaults_are_quoted_if_they_are_texts() throws Unsupported {
        assertThat(onPostgres(column("a", SqlType.TEXT).text("it's"), column("b").text("0"), column("c").sql("-1")))
                .isEqualTo("a VARCHAR DEFAULT 'it''s', b INTEGER DEFAULT '0', c INTEGER DEFAULT -1");
    }

    @Test
    void sqlite_puts_expressions_in_parentheses() throws Unsupported {
        assertThat(onSqlite(column("a").sql("-1"), column("b").sql("1"), column("c").sql("'x y'"),
                column("d").sql("(1 + 1)"), column("e").sql("gen()").notNull(), column("f").sql("thé")))
                .isEqualTo("a INTEGER DEFAULT (-1), b INTEGER DEFAULT 1, c INTEGER DEFAULT 'x y',"
                        + " d INTEGER DEFAULT (1 + 1), e INTEGER DEFAULT (gen()) NOT NULL, f INTEGER DEFAULT thé");
    }

    @Test
    void words_of_the_language_are_the_products_own() throws Unsupported {
        var parts = new Object[]{
                column("a", SqlType.BOOLEAN).filled(new Filling.Default(SqlExpression.Word.FALSE)),
                column("b", SqlType.DATE_TIME).filled(new Filling.Default(
                        new SqlExpression.Call("now", java.util.List.of(), SqlType.DATE_TIME)))};
        assertThat(onPostgres(parts))
                .isEqualTo("a BOOLEAN DEFAULT false, b TIMESTAMP WITHOUT TIME ZONE DEFAULT now()");
        assertThat(onSqlite(parts)).isEqualTo("a BOOLEAN DEFAULT 0, b DATETIME DEFAULT CURRENT_TIMESTAMP");
    }

    @Test
    void a_computed_column_is_stored_virtual_or_as_the_product_likes() throws Unsupported {
        var parts = new Object[]{column("a").computed("x+1", Optional.of(true)),
                column("b").computed("x+1", Optional.of(false)).notNull(),
                column("c").computed("x+1", Optional.empty())};
        assertThat(onPostgres(parts)).isEqualTo("a INTEGER GENERATED ALWAYS AS (x+1) STORED,"
                + " b INTEGER GENERATED ALWAYS AS (x+1) VIRTUAL NOT NULL,"
                + " c INTEGER GENERATED ALWAYS AS (x+1) STORED");
        assertThat(onSqlite(parts)).isEqualTo("a INTEGER GENERATED ALWAYS AS (x+1) STORED,"
                + " b INTEGER NOT NULL GENERATED ALWAYS AS (x+1) VIRTUAL, c INTEGER GENERATED ALWAYS AS (x+1)");
    }

    @Test
    void an_identity_says_how_it_counts() throws Unsupported {
        var all = new SequenceOptions(Optional.of(5L), Optional.of(2L), Optional.of(1L), Optional.of(9L), false,
                false, Optional.of(true), Optional.of(3L));
        var open = new SequenceOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true,
                true, Optional.of(false), Optional.empty());
        assertThat(onPostgres(column("a").notNull().identity(true, all), column("b").notNull().identity(false, open),
                column("c").identity(false, SequenceOptions.NONE), primaryKey("a")))
                .isEqualTo("a INTEGER GENERATED ALWAYS AS IDENTITY"
                        + " (INCREMENT BY 2 START WITH 5 MINVALUE 1 MAXVALUE 9 CACHE 3 CYCLE),"
                        + " b INTEGER GENERATED BY DEFAULT AS IDENTITY (NO MINVALUE NO MAXVALUE NO CYCLE),"
                        + " c INTEGER GENERATED BY DEFAULT AS IDENTITY NULL, PRIMARY KEY (a)");
    }

    @Test
    void sqlite_has_no_identity() throws Unsupported {
        assertThat(onSqlite(column("a").notNull().identity(true, starting(1, 1)), primaryKey("a")))
                .isEqualTo("a INTEGER NOT NULL, PRIMARY KEY (a)");
    }

    @Test
    void sqlite_says_at_the_column_what_a_conflict_does() throws Unsupported {
        var settings = Map.of("sqlite_autoincrement", on());
        var key = column("id").notNull().setting("sqlite_on_conflict_primary_key", "FAIL");
        assertThat(sqlite(create(with(table("t", key, primaryKey("id")), settings))))
                .containsExactly("CREATE TABLE t ( id INTEGER NOT NULL PRIMARY KEY ON CONFLICT FAIL AUTOINCREMENT )");
        assertThat(onSqlite(column("b").notNull().setting("sqlite_on_conflict_not_null", "ABORT")))
                .isEqualTo("b INTEGER NOT NULL ON CONFLICT ABORT");
    }
}
