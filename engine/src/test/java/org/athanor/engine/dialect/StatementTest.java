package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.dialect.ColumnSketch.column;
import static org.athanor.engine.dialect.Pieces.enumeration;
import static org.athanor.engine.dialect.Pieces.name;
import static org.athanor.engine.dialect.Pieces.table;
import static org.athanor.engine.dialect.Pieces.unique;
import static org.athanor.engine.dialect.Spoken.POSTGRES;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.athanor.engine.dialect.Spoken.postgres;
import static org.athanor.engine.dialect.Spoken.refusal;
import static org.athanor.engine.dialect.Spoken.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Operation.AddConstraint;
import org.athanor.engine.operation.Operation.CommentTable;
import org.athanor.engine.operation.Operation.CreateSchema;
import org.athanor.engine.operation.Operation.CreateSequence;
import org.athanor.engine.operation.Operation.CreateTable;
import org.athanor.engine.operation.Operation.DropColumn;
import org.athanor.engine.operation.Operation.DropSchema;
import org.athanor.engine.operation.Operation.DropSequence;
import org.athanor.engine.operation.Operation.DropTable;
import org.athanor.engine.operation.Operation.Execute;
import org.athanor.engine.operation.Operation.OutsideTransaction;
import org.athanor.engine.operation.Operation.Rebuild;
import org.athanor.engine.operation.Operation.RenameTable;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.operation.RebuildOptions;
import org.athanor.engine.operation.RebuildOptions.Position;
import org.athanor.engine.operation.RebuildOptions.Recreate;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static void both(Operation operation, String... expected) throws Unsupported {
        assertThat(postgres(operation)).containsExactly(expected);
        assertThat(sqlite(operation)).containsExactly(expected);
    }

    @Test
    void tables_are_dropped_renamed_and_commented() throws Unsupported {
        both(new DropTable(name("t"), false), "DROP TABLE t");
        both(new RenameTable(name("a.b.t"), "New"), "ALTER TABLE a.b.t RENAME TO \"New\"");
        both(new CommentTable(name("s.t"), Optional.of("it's")), "COMMENT ON TABLE s.t IS 'it''s'");
        both(new CommentTable(name("t"), Optional.empty()), "COMMENT ON TABLE t IS NULL");
    }

    @Test
    void sql_is_sent_as_it_is_without_the_semicolon_behind_it() throws Unsupported {
        assertThat(POSTGRES.statements(new Execute("\n\tUPDATE t\n\tSET a = ';' ;\n"), Evolution.fromUnknown()))
                .containsExactly(Statement.of("UPDATE t\n\tSET a = ';'"));
        both(new Execute(" ; "));
    }

    @Test
    void a_block_without_a_transaction_holds_for_all_in_it() throws Unsupported {
        var block = new OutsideTransaction(List.of(new Placed(new Execute("VACUUM"), 3),
                new Placed(new DropTable(name("t"), false), 4)));
        assertThat(POSTGRES.statements(block, Evolution.fromUnknown())).containsExactly(
                Statement.of("VACUUM").outsideTransaction(), Statement.of("DROP TABLE t").outsideTransaction());
    }

    @Test
    void operations_in_order_know_of_each_other() throws Unsupported {
        var mood = enumeration("mood", "good");
        var tables = new OutsideTransaction(
                List.of(new Placed(new CreateTable(table("t", column("a", mood)), false), 1),
                        new Placed(new CreateTable(table("u", column("a", mood)), false), 2)));
        assertThat(postgres(tables)).startsWith("CREATE TYPE mood AS ENUM ('good')", "CREATE TABLE t ( a mood )");
    }

    @Test
    void schemas_come_and_go() throws Unsupported {
        both(new CreateSchema("My", true), "CREATE SCHEMA IF NOT EXISTS \"My\"");
        both(new CreateSchema("s", false), "CREATE SCHEMA s");
        both(new DropSchema("s", true, true), "DROP SCHEMA IF EXISTS s CASCADE");
    }

    @Test
    void sequences_come_and_go() throws Unsupported {
        var options = new SequenceOptions(Optional.of(3L), Optional.of(2L), Optional.empty(), Optional.empty(), false,
                false, Optional.of(true), Optional.empty());
        var sequence = new Sequence(name("q.s"), options, Optional.of(new SqlType.Whole(SqlType.Whole.Size.BIG)));
        assertThat(postgres(new CreateSequence(sequence, true, false)))
                .containsExactly("CREATE SEQUENCE q.s AS BIGINT INCREMENT BY 2 START WITH 3 CYCLE");
        assertThat(sqlite(new CreateSequence(sequence, true, false))).isEmpty();
        assertThat(sqlite(new CreateSequence(sequence, false, false)))
                .containsExactly("CREATE SEQUENCE q.s INCREMENT BY 2 START WITH 3 CYCLE");
        assertThat(postgres(new DropSequence(name("s"), true, false))).containsExactly("DROP SEQUENCE s");
        assertThat(sqlite(new DropSequence(name("s"), true, false))).isEmpty();
    }

    private static Rebuild rebuild(Recreate recreate, Map<String, Position> positions) {
        var options = new RebuildOptions(recreate, Optional.empty(), List.of(), List.of(), Map.of(), List.of(),
                Map.of(), List.of(), positions);
        return new Rebuild(name("t"), options, List.of(new Placed(new DropColumn(name("t"), "a", false), 1),
                new Placed(new AddConstraint(name("t"), unique("b")), 2)));
    }

    @Test
    void postgresql_makes_the_changes_of_a_batch_in_place() throws Unsupported {
        var expected = new String[]{"ALTER TABLE t DROP COLUMN a", "ALTER TABLE t ADD UNIQUE (b)"};
        assertThat(postgres(rebuild(Recreate.AUTO, Map.of()))).containsExactly(expected);
        assertThat(postgres(rebuild(Recreate.NEVER, Map.of()))).containsExactly(expected);
    }

    @Test
    void postgresql_copies_no_table() {
        refusal(POSTGRES, rebuild(Recreate.ALWAYS, Map.of()))
                .withMessage("A table of PostgreSQL isn't copied to be changed");
        refusal(POSTGRES, rebuild(Recreate.AUTO, Map.of("a", new Position(Optional.of("b"), Optional.empty()))))
                .withMessage("PostgreSQL can't put a column between others");
    }

    @Test
    void a_name_with_percent_or_quotes_stays_itself() throws Unsupported {
        assertThat(SQLITE.name("50%")).isEqualTo("\"50%\"");
        both(new DropTable(name("a\"b"), false), "DROP TABLE \"a\"\"b\"");
    }
}
