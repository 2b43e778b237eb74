package org.athanor.engine.script.python.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.athanor.engine.script.python.value.PythonFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values that a statement is given when it is executed, and values that no literal can say.
class ParametersTest {
    private static final String TABLE = "t = sa.table('t', sa.column('id'), sa.column('n'))\nb = op.get_bind()\n";

    @Test
    void parameters_take_their_values_by_name() {
        assertThat(Told.postgresql(TABLE + """
                b.execute(t.update().where(t.c.id == sa.bindparam('k')).values(n=sa.bindparam('v')), {'k': 1, 'v': 'x'})
                b.execute(t.delete().where(t.c.id == sa.bindparam('k', 7)), {})
                b.execute(t.delete().where(t.c.id == sa.bindparam('k', 7)), {'k': 8})
                b.execute(t.delete().where(t.c.id.in_(sa.bindparam('k', expanding=True))), {'k': [1, 2]})
                """)).containsExactly("UPDATE t SET n='x' WHERE t.id = 1", "DELETE FROM t WHERE t.id = 7",
                "DELETE FROM t WHERE t.id = 8", "DELETE FROM t WHERE t.id IN (1, 2)");
    }

    @Test
    void parameters_that_nobody_gives_a_value_are_told_as_null() {
        assertThat(Told.postgresql(TABLE + """
                op.execute(t.update().where(t.c.id == sa.bindparam('k')).values(n=sa.bindparam('v')))
                op.execute(t.delete().where(t.c.id.in_(sa.bindparam('k'))))
                """)).containsExactly("UPDATE t SET n=NULL WHERE t.id = NULL", "DELETE FROM t WHERE t.id IN (NULL)");
    }

    @Test
    void a_statement_is_told_once_for_each_set_of_values() {
        assertThat(Told.sqlite(TABLE + """
                b.execute(t.update().where(t.c.id == sa.bindparam('k')), [{'k': 1, 'n': 'a'}, {'k': 2, 'n': None}])
                """)).containsExactly("UPDATE t SET n='a' WHERE t.id = 1", "UPDATE t SET n=NULL WHERE t.id = 2");
    }

    @Test
    void a_parameter_without_a_value_is_an_error() {
        assertThatThrownBy(() -> Told.postgresql(TABLE
                + "b.execute(t.delete().where(t.c.id == sa.bindparam('k')), {'other': 1})"))
                .isInstanceOf(PythonFault.class).hasMessageContaining("A value is required for bind parameter 'k'");
        assertThatThrownBy(() -> Told.postgresql(TABLE
                + "b.execute(t.update().where(t.c.id == sa.bindparam('id')), {'id': 1, 'n': 2})"))
                .isInstanceOf(PythonFault.class).hasMessageContaining("'id' is reserved");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'INSERT INTO z VALUES (?, ?)', (1, 'x?y')            | INSERT INTO z VALUES (1, 'x?y')
            'SELECT /* is it? :x */ ?', (1,)                     | SELECT /* is it? :x */ 1
            'SELECT ?, "a?" -- why?', (1,)                       | SELECT 1, "a?" -- why?
            'SELECT [a?], `b?`, ?', (1,)                         | SELECT [a?], `b?`, 1
            "SELECT 'it''s ?', ?", (None,)                       | SELECT 'it''s ?', NULL
            'SELECT :a, :b, :a', {'a': 1, 'b': '%s'}             | SELECT 1, '%s', 1
            """)
    void sqlite_s_marks_are_filled_where_they_are_marks(String arguments, String sql) {
        assertThat(Told.sqlite("op.get_bind().exec_driver_sql(%s)".formatted(arguments))).containsExactly(sql);
    }

    @Test
    void postgresql_s_marks_are_filled() {
        assertThat(Told.postgresql("""
                op.get_bind().exec_driver_sql("SELECT %s, '100%%'", (1,))
                op.get_bind().exec_driver_sql("SELECT %(a)s", [{'a': 1}, {'a': 'x'}])
                """)).containsExactly("SELECT 1, '100%'", "SELECT 1", "SELECT 'x'");
    }

    @ParameterizedTest
    @CsvSource({"'(1,)', More marks", "'(1, 2, 3)', More values"})
    void marks_and_values_are_as_many(String values, String message) {
        assertThatThrownBy(() -> Told.sqlite("op.get_bind().exec_driver_sql('SELECT ?, ?', %s)".formatted(values)))
                .isInstanceOf(PythonFault.class).hasMessageContaining(message);
    }

    @Test
    void numbers_without_an_end_are_told_in_the_product_s_words() {
        var rows = """
                t = sa.table('t', sa.column('f', sa.Float))
                op.bulk_insert(t, [{'f': float('inf')}, {'f': float('-inf')}, {'f': float('nan')}])
                """;

        assertThat(Told.sqlite(rows)).containsExactly("INSERT INTO t (f) VALUES (9e999)",
                "INSERT INTO t (f) VALUES (-9e999)", "INSERT INTO t (f) VALUES (NULL)");
        assertThat(Told.postgresql(rows)).containsExactly("INSERT INTO t (f) VALUES ('Infinity'::float)",
                "INSERT INTO t (f) VALUES ('-Infinity'::float)", "INSERT INTO t (f) VALUES ('NaN'::float)");
    }

    @Test
    void a_default_that_is_a_function_is_called_for_each_row() {
        assertThat(Told
                .sqlite("""
                        made = iter([5, 6])
                        t = sa.Table('t', sa.MetaData(), sa.Column('id', sa.Integer), sa.Column('v', sa.Integer, default=lambda: next(made)))
                        op.bulk_insert(t, [{'id': 1}, {'id': 2}])
                        """))
                .containsExactly("INSERT INTO t (id, v) VALUES (1, 5)", "INSERT INTO t (id, v) VALUES (2, 6)");
    }

    @Test
    void a_named_check_stays_when_the_type_of_its_column_changes() {
        var table = """
                mood = sa.Enum('a', 'b', name='mood', create_constraint=True)
                op.create_table('t', sa.Column('s', mood))
                with op.batch_alter_table('t') as batch:
                    batch.alter_column('s', type_=sa.String(20)%s)
                """;

        assertThat(Told.sqlite(table.formatted("")).get(1))
                .isEqualTo("CREATE TABLE _alembic_tmp_t ( s VARCHAR(20), CONSTRAINT mood CHECK (s IN ('a', 'b')) )");
        assertThat(Told.sqlite(table.formatted(", existing_type=mood")).get(1))
                .isEqualTo("CREATE TABLE _alembic_tmp_t ( s VARCHAR(20) )");
    }
}
