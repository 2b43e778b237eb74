package org.athanor.engine.script.python.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sa.Integer                          | INTEGER                        | INTEGER
            sa.String(5)                        | VARCHAR(5)                     | VARCHAR(5)
            sa.Numeric(10, 2)                   | NUMERIC(10, 2)                 | NUMERIC(10, 2)
            sa.Float(53)                        | FLOAT(53)                      | FLOAT
            sa.DateTime(timezone=True)          | TIMESTAMP WITH TIME ZONE       | DATETIME
            sa.LargeBinary                      | BYTEA                          | BLOB
            sa.Uuid()                           | UUID                           | CHAR(32)
            sa.JSON                             | JSON                           | JSON
            sa.Boolean()                        | BOOLEAN                        | BOOLEAN
            sa.PickleType                       | BYTEA                          | BLOB
            postgresql.UUID(as_uuid=True)       | UUID                           | UUID
            postgresql.TIMESTAMP(precision=3)   | TIMESTAMP(3) WITHOUT TIME ZONE | TIMESTAMP
            sa.String(5).with_variant(sa.Text(), "postgresql") | TEXT            | VARCHAR(5)
            sa.JSON().with_variant(mysql.LONGTEXT(), "mysql")  | JSON            | JSON
            mysql.VARCHAR(5, charset="utf8")    | VARCHAR(5)                     | VARCHAR(5)
            sa.Enum("a", "bb", name="e", native_enum=False)    | VARCHAR(2)      | VARCHAR(2)
            """)
    void a_type_is_written_as_the_product_calls_it(String type, String postgresql, String sqlite) {
        var body = "op.add_column('t', sa.Column('c', %s))".formatted(type);
        assertThat(Told.postgresql(body)).containsExactly("ALTER TABLE t ADD COLUMN c " + postgresql);
        assertThat(Told.sqlite(body)).containsExactly("ALTER TABLE t ADD COLUMN c " + sqlite);
    }

    @Test
    void the_labels_of_an_enum_class_are_its_names() {
        assertThat(enumeration("""
                class Color(enum.Enum):
                    RED = "r"
                    GREEN = "g"
                    CRIMSON = "r"
                op.create_table("t", sa.Column("c", sa.Enum(Color)))
                """)).satisfies(e -> {
            assertThat(e.values()).containsExactly("RED", "GREEN");
            assertThat(e.name()).hasValueSatisfying(n -> assertThat(n.text()).isEqualTo("color"));
        });
        assertThat(enumeration(
                """
                        class Color(str, enum.Enum):
                            RED = "r"
                        op.create_table("t", sa.Column("c", sa.Enum(Color, name="x", values_callable=lambda c: [m.value for m in c])))
                        """)
                .values()).containsExactly("r");
    }

    @Test
    void an_enum_may_be_in_the_schema_of_its_table() {
        assertThat(enumeration(
                "op.create_table('t', sa.Column('c', sa.Enum('a', name='e', inherit_schema=True)), schema='s')")
                .schema()).contains("s");
        assertThat(enumeration("op.create_table('t', sa.Column('c', sa.Enum('a', name='e')), schema='s')").schema())
                .isEmpty();
    }

    private static SqlType.Enumeration enumeration(String body) {
        return (SqlType.Enumeration) ((Operation.CreateTable) Told.operation(body)).table().columns().getFirst().type();
    }

    @Test
    void a_type_of_its_own_comes_and_goes_by_hand() {
        var body = """
                e = postgresql.ENUM("a", name="e", create_type=False)
                e.create(op.get_bind(), checkfirst=False)
                op.create_table("t", sa.Column("c", e))
                e.drop(op.get_bind(), checkfirst=False)
                """;
        assertThat(Told.postgresql(body)).containsExactly("CREATE TYPE e AS ENUM ('a')", "CREATE TABLE t ( c e )",
                "DROP TYPE e");
        assertThat(Told.sqlite(body)).containsExactly("CREATE TABLE t ( c VARCHAR(1) )");
    }

    @Test
    void a_file_may_define_types_of_its_own() {
        var body = """
                from sqlalchemy.ext.compiler import compiles
                class Guid(sa.types.TypeDecorator):
                    impl = sa.CHAR
                    def load_dialect_impl(self, dialect):
                        if dialect.name == "postgresql":
                            return dialect.type_descriptor(postgresql.UUID())
                        return dialect.type_descriptor(sa.CHAR(32))
                class Vector(sa.types.UserDefinedType):
                    def __init__(self, size):
                        self.size = size
                    def get_col_spec(self, **kw):
                        return "VECTOR(%d)" % self.size
                class Binary(sa.JSON):
                    __visit_name__ = "JSONB"
                @compiles(Binary, "sqlite")
                def words(element, compiler, **kw):
                    return "BINARY JSON"
                op.create_table("t", sa.Column("a", Guid), sa.Column("b", Vector(3)), sa.Column("c", Binary()))
                """;
        assertThat(Told.postgresql(body)).containsExactly("CREATE TABLE t ( a UUID, b VECTOR(3), c JSONB )");
        assertThat(Told.sqlite(body)).containsExactly("CREATE TABLE t ( a CHAR(32), b VECTOR(3), c BINARY JSON )");
    }

    @Test
    void a_value_is_asked_whether_it_is_a_type() {
        assertThat(Told.sqlite("""
                T = sa.types.TypeEngine
                op.execute(f"SELECT {isinstance(sa.Integer(), T)} {isinstance(sa.Integer, T)} {isinstance(3, T)}")
                """)).containsExactly("SELECT True False False");
    }

    @Test
    void words_of_sqlalchemy_that_are_not_read_are_no_slip() {
        for (var body : List.of("sa.MetaData(naming_convention={}).naming_convention", "sa.Join()",
                "sa.func.json_each('[]').table_valued('value')", "sa.Column('a', sa.Integer).__class__",
                "import sqlalchemy.orm\nsqlalchemy.orm.polymorphic_union()")) {
            assertThatThrownBy(() -> Told.sqlite(body)).as(body).isInstanceOfSatisfying(PythonFault.class,
                    fault -> assertThat(fault.kind()).isEqualTo(PythonFault.Kind.UNREADABLE));
        }
        assertThatThrownBy(() -> Told.sqlite("sa.Intger()")).isInstanceOfSatisfying(PythonFault.class,
                fault -> assertThat(fault.reason()).contains("did you mean Integer?"));
    }

    @Test
    void what_is_no_type_is_refused() {
        assertThatThrownBy(
                () -> Told.postgresql("sa.Column('a', type_='text')\nop.add_column('t', sa.Column('a', type_=5))"))
                .isInstanceOfSatisfying(PythonFault.class, fault -> assertThat(fault.reason())
                        .contains("must be a type such as sa.Integer"));
        assertThatThrownBy(() -> Told.postgresql("sa.Enum('aaa', length=2)")).isInstanceOf(PythonFault.class)
                .hasMessageContaining("length must be larger");
    }
}
