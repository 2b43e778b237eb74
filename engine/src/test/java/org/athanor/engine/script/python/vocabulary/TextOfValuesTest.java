package org.athanor.engine.script.python.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.athanor.engine.script.python.value.PythonFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What SQLAlchemy's objects are as texts, and what becomes of arguments and values.
class TextOfValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sa.String(50)                     | VARCHAR(50)
            sa.Numeric(4, 2)                  | NUMERIC(4, 2)
            sa.DateTime()                     | DATETIME
            sa.Uuid()                         | CHAR(32)
            sa.Enum('ab', 'c', name='e')      | VARCHAR(2)
            sa.dialects.postgresql.UUID()     | UUID
            sa.dialects.postgresql.JSONB()    | JSONB
            sa.Integer                        | <class 'sqlalchemy.sql.sqltypes.Integer'>
            sa.column('a')                    | a
            sa.Column('c', sa.Integer)        | c
            sa.Column('c', sa.Integer).type   | INTEGER
            sa.table('t', schema='s')         | s.t
            sa.func.now()                     | now()
            sa.true()                         | true
            sa.null()                         | NULL
            sa.text('x')                      | x
            op.inline_literal('it')           | 'it'
            op.f('ix')                        | ix
            sa.__version__.split('.')[0]      | 2
            """)
    void an_object_has_the_text_that_it_has_in_python(String value, String text) {
        assertThat(Told.postgresql(
                "op.execute('%%s' %% (%s,))\nop.execute(f'{%s}')".formatted(value, value.replace("'", "\""))))
                .containsExactly(text, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sa.select(sa.column('a')).where(sa.column('a') == 5)", "sa.literal('x')",
            "sa.column('order')",
            "op.get_bind()", "sa.func", "sa.event", "object()", "(x for x in [1])", "sa.Index('a', 'b')", "op.execute",
            "sa.Text(collation='x')", "sa.cast(sa.column('a'), sa.Text)"})
    void what_has_no_known_text_has_none(String value) {
        assertThatThrownBy(() -> Told.postgresql("x = " + value + "\nop.execute(f'{x}')"))
                .isInstanceOfSatisfying(PythonFault.class,
                        fault -> assertThat(fault.kind()).isEqualTo(PythonFault.Kind.UNREADABLE));
    }

    @Test
    void a_type_of_the_revisions_own_handles_values() {
        assertThat(Told.sqlite("""
                class T(sa.types.TypeDecorator):
                    impl = sa.String
                    def process_bind_param(self, value, dialect): return "X" + value
                t = sa.table("t", sa.column("a", T()), sa.column("b", T))
                op.bulk_insert(t, [{"a": "v"}])
                op.execute(t.update().where(t.c.a == "w").values(b="u"))
                """)).containsExactly("INSERT INTO t (a) VALUES ('Xv')", "UPDATE t SET b='Xu' WHERE t.a = 'Xw'");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            """
                    class T(sa.types.TypeDecorator):
                        impl = sa.String
                        def bind_expression(self, v): return v
                    op.execute(sa.table('t', sa.column('a', T)).insert().values(a='x'))
                    """,
            """
                    class T(sa.types.TypeDecorator):
                        impl = sa.String
                        def process_bind_param(self, v, dialect): return dialect.name
                    op.execute(sa.table('t', sa.column('a', T)).insert().values(a='x'))
                    """,
            "op.bulk_insert(sa.table('t', sa.column('p', sa.PickleType)), [{'p': [1]}])",
            "op.create_index('ix', 't', ['a'], quote=True)", "op.create_table('t', quote=True)",
            "op.create_table('t', sa.Column('a', sa.Integer, system=True))",
            "op.create_table('t', sa.Column('a', sa.Integer, sa.Sequence('q', optional=True), primary_key=True))",
            "sa.Table('t', sa.MetaData(), listeners=[('after_create', print)])",
            "t = sa.table('t', sa.column('a', sa.ARRAY(sa.Integer, zero_indexes=True)))\nop.execute(sa.select(t.c.a[1]))",
            "globals()['zz'] = 5"})
    void what_is_not_read_is_not_passed_over(String body) {
        assertThatThrownBy(() -> Told.postgresql(body)).isInstanceOfSatisfying(PythonFault.class,
                fault -> assertThat(fault.kind()).isEqualTo(PythonFault.Kind.UNREADABLE));
    }

    @Test
    void an_unknown_argument_is_named() {
        assertThatThrownBy(() -> Told.postgresql("op.create_index('ix', 't', columnz=['a'])"))
                .hasMessageContaining("columnz");
        assertThatThrownBy(() -> Told.postgresql("op.drop_table('t', cascade=True)")).hasMessageContaining("cascade");
    }

    @Test
    void sequences_say_if_they_exist() {
        var body = """
                op.execute(sa.schema.CreateSequence(sa.Sequence("q"), if_not_exists=True))
                op.execute(sa.schema.DropSequence(sa.Sequence("q"), if_exists=True))
                """;
        var statements = new String[]{"CREATE SEQUENCE IF NOT EXISTS q", "DROP SEQUENCE IF EXISTS q"};
        assertThat(Told.postgresql(body)).containsExactly(statements);
        assertThat(Told.sqlite(body)).containsExactly(statements);
    }

    @Test
    void a_revision_registers_operations_of_its_own() {
        assertThat(Told.postgresql("""
                from alembic.operations import Operations, MigrateOperation
                @Operations.register_operation("create_view")
                class CreateView(MigrateOperation):
                    def __init__(self, name): self.name = name
                    @classmethod
                    def create_view(cls, operations, name): return operations.invoke(cls(name))
                @Operations.implementation_for(CreateView)
                def create_view(operations, operation): operations.execute("CREATE VIEW " + operation.name)
                op.create_view("v")
                """)).containsExactly("CREATE VIEW v");
    }

    @Test
    void other_words_for_constructs_of_sqlalchemy_are_refused_where_they_count() {
        var body = """
                from sqlalchemy.ext.compiler import compiles
                @compiles(sa.schema.DropTable, "postgresql")
                def cascading(element, compiler, **kw): return compiler.visit_drop_table(element) + " CASCADE"
                op.drop_table("t")
                """;
        assertThat(Told.sqlite(body)).containsExactly("DROP TABLE t");
        assertThatThrownBy(() -> Told.postgresql(body)).hasMessageContaining("@compiles");
    }

    @Test
    void any_stands_on_the_right() {
        assertThat(Told.postgresql("""
                t = sa.table("t", sa.column("a", sa.ARRAY(sa.String)))
                op.execute(t.delete().where("x" == sa.any_(t.c.a)))
                op.execute(t.delete().where(sa.any_(t.c.a) > "x"))
                """)).containsExactly("DELETE FROM t WHERE 'x' = ANY (t.a)", "DELETE FROM t WHERE 'x' < ANY (t.a)");
    }
}
