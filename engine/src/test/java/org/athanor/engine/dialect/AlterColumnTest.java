package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.dialect.ChangeSketch.change;
import static org.athanor.engine.dialect.Pieces.checked;
import static org.athanor.engine.dialect.Pieces.starting;
import static org.athanor.engine.dialect.Pieces.varchar;
import static org.athanor.engine.dialect.Spoken.POSTGRES;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.athanor.engine.dialect.Spoken.postgres;
import static org.athanor.engine.dialect.Spoken.refusal;
import static org.athanor.engine.dialect.Spoken.sqlite;

import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;

class AlterColumnTest {
    private static final SequenceOptions ANYHOW = SequenceOptions.NONE;

    private static Filling identity(boolean always, SequenceOptions options) {
        return new Filling.Identity(always, false, options);
    }

    @Test
    void postgresql_changes_the_type_first_and_the_name_last() throws Unsupported {
        var change = change("s.t").type(varchar(9)).nullable(false).filling(new Filling.Text("x"))
                .comment(Optional.of("co")).newName("d").using("c::text");
        assertThat(postgres(change.done())).containsExactly(
                "ALTER TABLE s.t ALTER COLUMN c TYPE VARCHAR(9) USING c::text",
                "ALTER TABLE s.t ALTER COLUMN c SET NOT NULL", "ALTER TABLE s.t ALTER COLUMN c SET DEFAULT 'x'",
                "COMMENT ON COLUMN s.t.c IS 'co'", "ALTER TABLE s.t RENAME c TO d");
    }

    @Test
    void what_is_taken_away_is_dropped() throws Unsupported {
        var change = change("t").nullable(true).filling(Filling.NONE).comment(Optional.empty());
        assertThat(postgres(change.done())).containsExactly("ALTER TABLE t ALTER COLUMN c DROP NOT NULL",
                "ALTER TABLE t ALTER COLUMN c DROP DEFAULT", "COMMENT ON COLUMN t.c IS NULL");
    }

    @Test
    void nothing_said_changes_nothing() throws Unsupported {
        assertThat(postgres(change("t").existingType(SqlType.TEXT).done())).isEmpty();
    }

    @Test
    void sqlite_gets_what_alembic_sends_in_its_order() throws Unsupported {
        var change = change("s.t").type(varchar(9)).nullable(false).sql("now()").newName("d");
        assertThat(sqlite(change.done())).containsExactly("ALTER TABLE s.t ALTER COLUMN c SET NOT NULL",
                "ALTER TABLE s.t ALTER COLUMN c SET DEFAULT now()", "ALTER TABLE s.t ALTER COLUMN c TYPE VARCHAR(9)",
                "ALTER TABLE s.t RENAME COLUMN c TO d");
    }

    @Test
    void sqlite_keeps_no_comment() {
        refusal(SQLITE, change("t").comment(Optional.of("x")).done())
                .withMessage("SQLite keeps no comments on columns");
    }

    @Test
    void a_schema_with_dots_is_several_names() throws Unsupported {
        assertThat(postgres(change("x.y.t").nullable(true).done()))
                .containsExactly("ALTER TABLE x.y.t ALTER COLUMN c DROP NOT NULL");
    }

    @Test
    void using_needs_a_type() {
        refusal(POSTGRES, change("t").nullable(true).using("c::int").done())
                .withMessage("postgresql_using goes with a new type");
    }

    @Test
    void the_check_of_a_type_goes_and_comes_with_it() throws Unsupported {
        var change = change("t").existingType(checked(Optional.of("e1"), "a"))
                .type(checked(Optional.of("e2"), "a", "b"));
        assertThat(postgres(change.done())).containsExactly("ALTER TABLE t DROP CONSTRAINT e1",
                "ALTER TABLE t ALTER COLUMN c TYPE VARCHAR(1)",
                "ALTER TABLE t ADD CONSTRAINT e2 CHECK (c IN ('a', 'b'))");
        assertThat(sqlite(change.done())).containsExactly("ALTER TABLE t ALTER COLUMN c TYPE VARCHAR(1)");
    }

    @Test
    void a_check_without_a_name_can_not_go() {
        refusal(POSTGRES, change("t").existingType(checked(Optional.empty(), "a")).type(SqlType.TEXT).done())
                .withMessage("A constraint of t is to be dropped, but has no name");
    }

    @Test
    void a_column_comes_to_an_identity() throws Unsupported {
        assertThat(postgres(change("t").existingFilling(Filling.NONE).filling(identity(true, starting(4, 2))).done()))
                .containsExactly("ALTER TABLE t ALTER COLUMN c"
                        + " ADD GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2 START WITH 4)");
    }

    @Test
    void an_identity_is_changed_where_it_differs() throws Unsupported {
        assertThat(postgres(change("t").existingFilling(identity(false, starting(1, 1)))
                .filling(identity(true, starting(3, 2))).done())).containsExactly(
                        "ALTER TABLE t ALTER COLUMN c SET GENERATED ALWAYS SET INCREMENT BY 2 SET START WITH 3");
        var wanted = new SequenceOptions(Optional.empty(), Optional.empty(), Optional.of(0L), Optional.empty(), false,
                true, Optional.of(true), Optional.of(4L));
        assertThat(postgres(change("t").existingFilling(identity(false, starting(5, 5)))
                .filling(identity(false, wanted)).done())).containsExactly(
                        "ALTER TABLE t ALTER COLUMN c SET CACHE 4 SET CYCLE SET MINVALUE 0 SET NO MAXVALUE");
    }

    @Test
    void an_identity_that_stays_the_same_needs_no_statement() throws Unsupported {
        assertThat(postgres(change("t").existingFilling(identity(true, starting(5, 1))).filling(identity(true, ANYHOW))
                .done())).isEmpty();
    }

    @Test
    void an_identity_is_dropped() throws Unsupported {
        assertThat(postgres(change("t").existingFilling(identity(true, ANYHOW)).filling(Filling.NONE).done()))
                .containsExactly("ALTER TABLE t ALTER COLUMN c DROP IDENTITY");
    }

    @Test
    void what_was_there_before_an_identity_must_be_said() {
        refusal(POSTGRES, change("t").filling(identity(true, ANYHOW)).done())
                .withMessage("It can't be told how the column comes to its identity, or loses it");
        refusal(SQLITE, change("t").existingFilling(Filling.NONE).filling(identity(true, ANYHOW)).done())
                .withMessage("SQLite has no identity columns");
    }

    @Test
    void a_column_never_becomes_a_computed_one() {
        var computed = new Filling.Computed(SqlExpression.written("a"), Optional.empty());
        refusal(POSTGRES, change("t").filling(computed).done())
                .withMessage("A column can't become a computed one, or stop being one");
        refusal(SQLITE, change("t").existingFilling(computed).filling(Filling.NONE).done())
                .withMessage("A column can't become a computed one, or stop being one");
    }
}
