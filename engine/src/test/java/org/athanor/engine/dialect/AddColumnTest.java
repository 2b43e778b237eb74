package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.dialect.ColumnSketch.column;
import static org.athanor.engine.dialect.Pieces.checked;
import static org.athanor.engine.dialect.Pieces.enumeration;
import static org.athanor.engine.dialect.Pieces.foreignKey;
import static org.athanor.engine.dialect.Pieces.index;
import static org.athanor.engine.dialect.Pieces.name;
import static org.athanor.engine.dialect.Pieces.primaryKey;
import static org.athanor.engine.dialect.Pieces.unique;
import static org.athanor.engine.dialect.Pieces.varchar;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.athanor.engine.dialect.Spoken.postgres;
import static org.athanor.engine.dialect.Spoken.refusal;
import static org.athanor.engine.dialect.Spoken.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Operation.AddColumn;
import org.athanor.engine.operation.Operation.DropColumn;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;

class AddColumnTest {
    private static AddColumn add(String table, ColumnSketch column, Constraint... constraints) {
        return new AddColumn(name(table), column.done(), List.of(constraints), List.of(), false, false, false);
    }

    private static AddColumn inline(AddColumn add) {
        return new AddColumn(add.table(), add.column(), add.constraints(), add.indexes(), false, true, true);
    }

    private static void both(Operation operation, String... expected) throws Unsupported {
        assertThat(postgres(operation)).containsExactly(expected);
        assertThat(sqlite(operation)).containsExactly(expected);
    }

    @Test
    void the_default_stands_before_not_null() throws Unsupported {
        both(add("t", column("c", varchar(50)).notNull().text("x")),
                "ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT 'x' NOT NULL");
    }

    @Test
    void constraints_indexes_and_comments_follow() throws Unsupported {
        var add = new AddColumn(name("t"), column("c").comment("hey").done(),
                List.of(unique("c"), foreignKey("c", "o")), List.of(index("ix", "c")), true, false, false);
        assertThat(postgres(add)).containsExactly("ALTER TABLE t ADD COLUMN IF NOT EXISTS c INTEGER",
                "ALTER TABLE t ADD UNIQUE (c)", "ALTER TABLE t ADD FOREIGN KEY(c) REFERENCES o (id)",
                "CREATE INDEX ix ON t (c)", "COMMENT ON COLUMN t.c IS 'hey'");
    }

    @Test
    void sqlite_adds_no_constraint() throws Unsupported {
        refusal(SQLITE, add("t", column("c"), foreignKey("c", "o")))
                .withMessage("SQLite can't add a constraint to t");
        refusal(SQLITE, add("t", column("c"), unique("c"))).withMessage("SQLite can't add a constraint to t");
        assertThat(sqlite(new AddColumn(name("t"), column("c").comment("hey").done(), List.of(),
                List.of(index("ix", "c")), false, false, false)))
                .containsExactly("ALTER TABLE t ADD COLUMN c INTEGER", "CREATE INDEX ix ON t (c)");
    }

    @Test
    void one_reference_may_stand_at_the_column_itself() throws Unsupported {
        var key = new ForeignKey(Optional.of(Name.written("n")), List.of("c"), name("s.o"), List.of("id"),
                Optional.of("CASCADE"), Optional.empty(), Optional.empty(),
                new Timing(Optional.of(true), Optional.empty()), Map.of());
        both(inline(add("q.t", column("c"), key)),
                "ALTER TABLE q.t ADD COLUMN c INTEGER REFERENCES s.o (id) ON DELETE CASCADE DEFERRABLE");
    }

    @Test
    void two_references_never_stand_at_the_column() throws Unsupported {
        assertThat(postgres(inline(add("t", column("c"), foreignKey("c", "a"), foreignKey("c", "b")))))
                .containsExactly("ALTER TABLE t ADD COLUMN c INTEGER",
                        "ALTER TABLE t ADD FOREIGN KEY(c) REFERENCES a (id)",
                        "ALTER TABLE t ADD FOREIGN KEY(c) REFERENCES b (id)");
    }

    @Test
    void a_key_is_written_only_at_the_column() throws Unsupported {
        var add = add("t", column("c").notNull(), primaryKey("c"));
        assertThat(postgres(add)).containsExactly("ALTER TABLE t ADD COLUMN c SERIAL NOT NULL");
        assertThat(postgres(inline(add))).containsExactly("ALTER TABLE t ADD COLUMN c SERIAL NOT NULL PRIMARY KEY");
        assertThat(sqlite(inline(add))).containsExactly("ALTER TABLE t ADD COLUMN c INTEGER NOT NULL PRIMARY KEY");
    }

    @Test
    void a_native_enumeration_must_be_there_already() throws Unsupported {
        var add = add("t", column("c", enumeration("e", "a", "bc")));
        assertThat(postgres(add)).containsExactly("ALTER TABLE t ADD COLUMN c e");
        assertThat(sqlite(add)).containsExactly("ALTER TABLE t ADD COLUMN c VARCHAR(2)");
    }

    @Test
    void the_check_of_a_type_follows_where_it_can() throws Unsupported {
        var add = add("t", column("c", checked(Optional.of("e"), "a", "b")));
        assertThat(postgres(add)).containsExactly("ALTER TABLE t ADD COLUMN c VARCHAR(1)",
                "ALTER TABLE t ADD CONSTRAINT e CHECK (c IN ('a', 'b'))");
        assertThat(sqlite(add)).containsExactly("ALTER TABLE t ADD COLUMN c VARCHAR(1)");
        assertThat(sqlite(add("t", column("c", new SqlType.Truth(true, Optional.empty())))))
                .containsExactly("ALTER TABLE t ADD COLUMN c BOOLEAN");
    }

    @Test
    void a_check_of_the_column_stands_in_it() throws Unsupported {
        both(add("t", column("c").check("k", "c > 1")),
                "ALTER TABLE t ADD COLUMN c INTEGER CONSTRAINT k CHECK (c > 1)");
    }

    @Test
    void computed_and_counted_columns_are_added_like_others() throws Unsupported {
        both(add("t", column("c").computed("a+1", Optional.of(true))),
                "ALTER TABLE t ADD COLUMN c INTEGER GENERATED ALWAYS AS (a+1) STORED");
        assertThat(postgres(add("t", column("c").notNull().identity(false, SequenceOptions.NONE))))
                .containsExactly("ALTER TABLE t ADD COLUMN c INTEGER GENERATED BY DEFAULT AS IDENTITY");
    }

    @Test
    void a_schema_with_dots_is_several_names_only_where_a_table_is_altered() throws Unsupported {
        assertThat(postgres(new AddColumn(name("a.b.t"), column("c").done(), List.of(), List.of(index("ix", "c")),
                false, false, false))).containsExactly("ALTER TABLE a.b.t ADD COLUMN c INTEGER",
                        "CREATE INDEX ix ON \"a.b\".t (c)");
    }

    @Test
    void a_column_is_dropped_by_its_name() throws Unsupported {
        both(new DropColumn(name("s.t"), "Col", true), "ALTER TABLE s.t DROP COLUMN IF EXISTS \"Col\"");
        both(new DropColumn(name("t"), "c", false), "ALTER TABLE t DROP COLUMN c");
    }
}
