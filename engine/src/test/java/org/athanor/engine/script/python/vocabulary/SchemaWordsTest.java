package org.athanor.engine.script.python.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Column.Counting;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.type.Name;
import org.junit.jupiter.api.Test;

class SchemaWordsTest {
    @Test
    void a_naming_convention_names_what_has_no_name_of_its_own() {
        assertThat(Told.postgresql("""
                m = sa.MetaData(naming_convention={
                    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                    "ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s",
                    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"})
                t = sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True),
                    sa.Column("a", sa.Integer, sa.ForeignKey("t.id"), index=True),
                    sa.UniqueConstraint("id", "a"), sa.UniqueConstraint("a", name="own"),
                    sa.CheckConstraint("a > 1", name="positive"), sa.CheckConstraint("a < 9", name=op.f("as_it_is")))
                t.create(op.get_bind())
                """))
                .containsExactly("CREATE TABLE t ( id SERIAL NOT NULL, a INTEGER, CONSTRAINT pk_t PRIMARY KEY (id),"
                        + " CONSTRAINT uq_t_id_a UNIQUE (id, a), CONSTRAINT own UNIQUE (a),"
                        + " CONSTRAINT ck_t_positive CHECK (a > 1), CONSTRAINT as_it_is CHECK (a < 9),"
                        + " CONSTRAINT fk_t_a_t FOREIGN KEY(a) REFERENCES t (id) )", "CREATE INDEX ix_t_a ON t (a)");
    }

    @Test
    void tables_are_created_behind_those_that_they_refer_to() {
        assertThat(Told.postgresql("""
                m = sa.MetaData(schema="s")
                sa.Table("a", m, sa.Column("b_id", sa.ForeignKey("s.b.id")), sa.Column("e", sa.Enum("x", name="en")))
                sa.Table("b", m, sa.Column("id", sa.Integer, primary_key=True))
                m.create_all(op.get_bind())
                m.drop_all(op.get_bind())
                """)).containsExactly("CREATE TYPE s.en AS ENUM ('x')",
                "CREATE TABLE s.b ( id SERIAL NOT NULL, PRIMARY KEY (id) )",
                "CREATE TABLE s.a ( b_id INTEGER, e s.en, FOREIGN KEY(b_id) REFERENCES s.b (id) )", "DROP TABLE s.a",
                "DROP TABLE s.b", "DROP TYPE s.en");
    }

    @Test
    void a_key_counts_only_where_nothing_else_fills_it() {
        assertThat(counting("sa.Column('a', sa.Integer, primary_key=True)")).isEqualTo(Counting.IF_ALONE);
        assertThat(counting("sa.Column('a', sa.Integer, primary_key=True, default=5)")).isEqualTo(Counting.NO);
        assertThat(counting("sa.Column('a', sa.Integer, sa.Sequence('s'), primary_key=True)")).isEqualTo(Counting.NO);
        assertThat(counting("sa.Column('a', sa.Integer, primary_key=True, server_default='5')")).isEqualTo(Counting.NO);
        assertThat(counting("sa.Column('a', sa.Integer, autoincrement=True)")).isEqualTo(Counting.YES);
        assertThat(counting("sa.Column('a', sa.Integer, autoincrement='ignore_fk')"))
                .isEqualTo(Counting.EVEN_IF_REFERRING);
    }

    private static Counting counting(String column) {
        return ((Operation.CreateTable) Told.operation("op.create_table('t', " + column + ")")).table().columns()
                .getFirst().counting();
    }

    @Test
    void a_name_that_nothing_changes_is_a_made_one() {
        assertThat(((Operation.DropIndex) Told.operation("op.drop_index(op.f('ix'))")).name())
                .isEqualTo(Name.made("ix"));
        assertThat(((Operation.DropIndex) Told.operation("op.drop_index('ix')")).name()).isEqualTo(Name.written("ix"));
        assertThat(((Operation.CreateIndex) Told.operation("op.create_index(None, 't', ['a', 'b'])")).index().name())
                .isEqualTo(Name.made("ix_t_a"));
    }

    @Test
    void a_constraint_over_a_column_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> Told.postgresql(
                "op.create_table('t', sa.Column('a', sa.Integer), sa.UniqueConstraint('b'))"))
                .isInstanceOfSatisfying(PythonFault.class,
                        fault -> assertThat(fault.reason()).contains("no column named 'b' is present"));
    }

    @Test
    void constructs_of_the_schema_can_be_executed() {
        assertThat(Told.postgresql(
                """
                        t = sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Integer))
                        op.execute(sa.schema.CreateSchema("s", if_not_exists=True))
                        op.execute(sa.schema.CreateSequence(sa.Sequence("q", start=5)))
                        op.execute(sa.schema.CreateTable(t))
                        op.execute(sa.schema.CreateIndex(sa.Index("ix", t.c.id, t.c.a.desc())))
                        op.execute(sa.schema.DropTable(t, if_exists=True))
                        op.execute(sa.DDL("SELECT '%%', %(x)s", {"x": 1}))
                        """))
                .containsExactly("CREATE SCHEMA IF NOT EXISTS s", "CREATE SEQUENCE q START WITH 5",
                        "CREATE TABLE t ( id SERIAL NOT NULL, a INTEGER, PRIMARY KEY (id) )",
                        "CREATE INDEX ix ON t (id, a DESC)",
                        "DROP TABLE IF EXISTS t", "SELECT '%', 1");
    }

    @Test
    void a_foreign_key_to_be_added_later_is_in_no_table() {
        assertThat(Told.postgresql("""
                op.create_table("t", sa.Column("a", sa.Integer, sa.ForeignKey("o.id", name="fk", use_alter=True)))
                """)).containsExactly("CREATE TABLE t ( a INTEGER )");
    }

    @Test
    void sqlite_has_no_next_value_of_a_sequence() {
        var body = "op.create_table('t', sa.Column('a', sa.Integer, server_default=sa.Sequence('s').next_value()))";
        assertThatThrownBy(() -> Told.sqlite(body)).hasStackTraceContaining("SQLite has no sequences");
        assertThat(Told.postgresql(body)).containsExactly("CREATE TABLE t ( a INTEGER DEFAULT nextval('s') )");
    }
}
