package org.athanor.engine.script.python.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.RebuildOptions;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.PythonFault;
import org.junit.jupiter.api.Test;

class DirectivesTest {
    @Test
    void a_table_has_its_explicit_constraints_before_those_of_its_columns() {
        assertThat(Told.postgresql("""
                op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True),
                    sa.Column("o", sa.Integer, sa.ForeignKey("s.o.id", ondelete="CASCADE"), unique=True),
                    sa.Column("n", sa.String(5), nullable=False, index=True),
                    sa.CheckConstraint("n > 'a'", name="ck"))
                """)).containsExactly(
                "CREATE TABLE t ( id SERIAL NOT NULL, o INTEGER, n VARCHAR(5) NOT NULL, PRIMARY KEY (id),"
                        + " CONSTRAINT ck CHECK (n > 'a'), UNIQUE (o),"
                        + " FOREIGN KEY(o) REFERENCES s.o (id) ON DELETE CASCADE )",
                "CREATE INDEX ix_t_n ON t (n)");
    }

    @Test
    void a_column_that_belongs_to_a_table_is_copied_for_another_one() {
        assertThat(Told.sqlite("""
                stamp = sa.Column("at", sa.DateTime, index=True)
                op.create_table("a", stamp)
                op.create_table("b", stamp)
                op.add_column("c", stamp)
                """)).containsExactly("CREATE TABLE a ( at DATETIME )", "CREATE INDEX ix_a_at ON a (at)",
                "CREATE TABLE b ( at DATETIME )", "CREATE INDEX ix_b_at ON b (at)",
                "ALTER TABLE c ADD COLUMN at DATETIME", "CREATE INDEX ix_c_at ON c (at)");
    }

    @Test
    void a_change_of_a_column_knows_what_it_leaves_alone() {
        var change = ((Operation.AlterColumn) Told.operation(
                "op.alter_column('t', 'c', server_default=None, nullable=False, existing_type=sa.Integer())")).change();
        assertThat(change.type()).isEmpty();
        assertThat(change.filling()).contains(org.athanor.engine.schema.Filling.NONE);
        assertThat(change.existingFilling()).isEmpty();
        assertThat(change.comment()).isEmpty();
        assertThat(change.nullable()).contains(false);
    }

    @Test
    void an_operation_carries_the_line_of_its_call() {
        assertThat(Told.operations("postgresql", "x = 1\nop.drop_table('t')")).singleElement()
                .satisfies(p -> assertThat(p.line()).isEqualTo(Told.FIRST_LINE + 1));
    }

    @Test
    void sqlite_refuses_constraints_outside_of_a_batch_so_that_a_revision_may_catch_it() {
        assertThatThrownBy(() -> Told.sqlite("op.create_unique_constraint('u', 't', ['a'])"))
                .isInstanceOfSatisfying(PythonFault.class, fault -> {
                    assertThat(fault.type()).isEqualTo("NotImplementedError");
                    assertThat(fault.reason()).contains("op.batch_alter_table('t')");
                });
        assertThat(Told.sqlite("""
                op.add_column("t", sa.Column("a", sa.Integer))
                try:
                    op.create_unique_constraint("u", "t", ["a"])
                except NotImplementedError:
                    pass
                """)).containsExactly("ALTER TABLE t ADD COLUMN a INTEGER");
    }

    @Test
    void a_batch_is_one_operation_at_the_end_of_its_block() {
        var operations = Told.operations("sqlite", """
                with op.batch_alter_table("t", schema="s", recreate="always", partial_reordering=[("b", "a")],
                        naming_convention={"uq": "uq_%(table_name)s"}) as batch_op:
                    batch_op.add_column(sa.Column("b", sa.Integer), insert_before="a")
                    op.execute("select 1")
                    batch_op.create_index(batch_op.f("ix"), ["b"])
                """);
        assertThat(operations).hasSize(2);
        assertThat(operations.getFirst().operation()).isInstanceOf(Operation.Execute.class);
        var rebuild = (Operation.Rebuild) operations.getLast().operation();
        assertThat(rebuild.table()).isEqualTo(new TableName(Optional.of("s"), "t"));
        assertThat(rebuild.changes()).hasSize(2);
        assertThat(rebuild.options().recreate()).isEqualTo(RebuildOptions.Recreate.ALWAYS);
        assertThat(rebuild.options().orders()).containsExactly(List.of("b", "a"));
        assertThat(rebuild.options().conventions()).containsEntry("uq", "uq_%(table_name)s");
        assertThat(rebuild.options().positions()).containsEntry("b",
                new RebuildOptions.Position(Optional.of("a"), Optional.empty()));
    }

    @Test
    void a_batch_that_fails_records_nothing() {
        assertThat(Told.operations("sqlite", """
                try:
                    with op.batch_alter_table("t") as batch_op:
                        batch_op.drop_column("a")
                        raise ValueError("no")
                except ValueError:
                    pass
                """)).isEmpty();
    }

    @Test
    void what_runs_outside_of_the_transaction_is_a_block_of_its_own() {
        assertThat(Told.operation("""
                with op.get_context().autocommit_block():
                    op.execute("ALTER TYPE e ADD VALUE 'x'")
                """)).isInstanceOfSatisfying(Operation.OutsideTransaction.class,
                block -> assertThat(block.operations()).hasSize(1));
    }

    @Test
    void a_wrong_directive_or_argument_says_what_was_meant() {
        assertRefused("op.create_tabel('t')",
                "op.create_tabel isn't an operation of Alembic; did you mean create_table?");
        assertRefused("op.drop_column('t')", "op.drop_column() missing required argument: 'column_name'");
        assertRefused("op.create_index('i', 't', 'a')",
                "op.create_index(): argument 'columns' must be a list of columns");
        assertRefused("op.alter_column('t', 'c', nulable=True)", "unexpected keyword argument 'nulable'");
        assertRefused("sa.Column('a', sa.Strng)", "did you mean String?");
        assertRefused("sa.Column('a', sa.Integer, nulable=True)", "Column('a') got an unexpected keyword argument");
        assertRefused("op.drop_constraint(None, 't', type_='unique')", "a constraint without a name can't be dropped");
        assertRefused("op.drop_constraint('c', 't', type_='fk')", "not 'fk'");
        assertRefused("op.create_table('t', sa.Column('a', sa.Integer), postgresql_foo=1)", "postgresql_foo");
        assertRefused("op.add_column('t', 'c')", "op.add_column(): argument 'column' must be a Column, not str");
    }

    @Test
    void a_directive_of_a_plug_in_is_unreadable_and_says_which() {
        assertThatThrownBy(() -> Told.postgresql("op.sync_enum_values('s', 'e', [], [])"))
                .isInstanceOfSatisfying(PythonFault.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(PythonFault.Kind.UNREADABLE);
                    assertThat(fault.reason()).contains("alembic-postgresql-enum");
                });
    }

    @Test
    void rows_that_are_looked_at_make_a_revision_live() {
        assertThat(Told.postgresql("op.get_bind().execute(sa.text('UPDATE t SET a = 1'))"))
                .containsExactly("UPDATE t SET a = 1");
        assertLive("op.get_bind().execute(sa.text('SELECT 1')).fetchall()");
        assertLive("if op.get_bind().scalar(sa.text('SELECT 1')):\n    pass");
        assertLive("sa.inspect(op.get_bind()).get_table_names()");
        assertLive("sa.Table('t', sa.MetaData(), autoload_with=op.get_bind())");
        assertLive("from sqlalchemy.orm import Session\nSession(bind=op.get_bind()).query(1)");
    }

    @Test
    void parameters_of_a_statement_become_its_values() {
        assertThat(Told.postgresql("""
                op.get_bind().execute(sa.text("UPDATE t SET a = :a WHERE b = :b"), {"a": 1, "b": "it's"})
                """)).containsExactly("UPDATE t SET a = 1 WHERE b = 'it''s'");
    }

    @Test
    void a_revision_can_ask_where_it_is() {
        var body = """
                if context.is_offline_mode() and context.get_x_argument(as_dictionary=True)["a"] == "1":
                    op.execute(op.get_context().dialect.name + " " + op.get_bind().dialect.name)
                """;
        assertThat(Told.operations(new Vocabulary.Options("sqlite", true, List.of("a=1"), Optional.empty()), body))
                .singleElement()
                .satisfies(p -> assertThat(p.operation()).isEqualTo(new Operation.Execute("sqlite sqlite")));
        assertThat(Told.operations(new Vocabulary.Options("sqlite", false, List.of("a=1"), Optional.empty()), body))
                .isEmpty();
    }

    private static void assertRefused(String body, String reason) {
        assertThatThrownBy(() -> Told.postgresql(body)).isInstanceOfSatisfying(PythonFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(PythonFault.Kind.RAISED);
            assertThat(fault.reason()).contains(reason);
            assertThat(fault.line()).isEqualTo(Told.FIRST_LINE);
        });
    }

    private static void assertLive(String body) {
        assertThatThrownBy(() -> Told.postgresql(body)).isInstanceOfSatisfying(PythonFault.class,
                fault -> assertThat(fault.kind()).isEqualTo(PythonFault.Kind.LIVE));
    }
}
