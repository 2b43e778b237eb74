package org.athanor.engine.script.python.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.athanor.engine.script.python.value.PythonFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No use of the ORM passes without a word: it is SQL, or it needs a database.
class OrmWordsTest {
    private static final String MODEL = """
            from sqlalchemy.orm import declarative_base, relationship
            from sqlalchemy.ext.hybrid import hybrid_property
            Base = declarative_base()
            class Mixin:
                @classmethod
                def made(cls): op.execute("made")
            class U(Mixin, Base):
                __tablename__ = "u"
                id = sa.Column(sa.Integer, primary_key=True)
                name = sa.Column("n", sa.String(5))
                kids = relationship("U")
                @staticmethod
                def go(): op.execute("go")
                @hybrid_property
                def half(self): return 1
                @half.setter
                def half(self, value): pass
            """;

    @ParameterizedTest
    @ValueSource(strings = {
            "from sqlalchemy.orm import scoped_session, sessionmaker\n"
                    + "scoped_session(sessionmaker(bind=op.get_bind())).execute(sa.text('x'))",
            "from sqlalchemy.orm import sessionmaker\nS = sessionmaker()\nS.execute('x')",
            "from sqlalchemy.orm import sessionmaker\nsessionmaker(bind=op.get_bind())().execute('x')",
            "from sqlalchemy.orm import Session\nSession(bind=op.get_bind()).commit()",
            "from sqlalchemy.orm import Session\nwith Session(op.get_bind()) as s: pass",
            "from sqlalchemy.ext.automap import automap_base\nB = automap_base()\nB.prepare(op.get_bind())",
            "from sqlalchemy.ext.automap import automap_base\nclass X(automap_base()): pass\nX.go()",
            "from sqlalchemy.orm import Session\ntry:\n    op.bulk_insert(Session, [])\nexcept Exception: pass"})
    void a_session_and_whatever_it_gives_need_a_database(String body) {
        assertThatThrownBy(() -> Told.postgresql(body)).isInstanceOfSatisfying(PythonFault.class,
                fault -> assertThat(fault.kind()).isEqualTo(PythonFault.Kind.LIVE));
    }

    @Test
    void functions_of_a_model_run_as_they_are_written() {
        assertThat(Told.postgresql(MODEL + "U.go()\nU.made()\n")).containsExactly("go", "made");
    }

    @Test
    void the_table_of_a_model_is_known() {
        assertThat(Told.postgresql(MODEL + """
                U.__table__.create(op.get_bind(), checkfirst=False)
                op.bulk_insert(U.__table__, [{"n": "a"}])
                op.execute(sa.update(U).where(U.id == 3).values(n="x"))
                op.execute(f"SELECT {U.id} FROM {U.__tablename__}")
                Base.metadata.drop_all(op.get_bind())
                """)).containsExactly("CREATE TABLE u ( id SERIAL NOT NULL, n VARCHAR(5), PRIMARY KEY (id) )",
                "INSERT INTO u (n) VALUES ('a')", "UPDATE u SET n='x' WHERE u.id = 3", "SELECT U.id FROM u",
                "DROP TABLE u");
    }

    @Test
    void a_key_may_refer_to_a_column_of_a_model() {
        assertThat(Told.postgresql(MODEL + """
                class V(Base):
                    __tablename__ = "v"
                    id = sa.Column(sa.ForeignKey(U.id), primary_key=True, autoincrement=False)
                V.__table__.create(op.get_bind(), checkfirst=False)
                """)).containsExactly(
                "CREATE TABLE v ( id INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES u (id) )");
    }

    @Test
    void a_model_that_is_described_in_other_ways_has_no_known_table() {
        var body = """
                from sqlalchemy.orm import DeclarativeBase, mapped_column
                class Base(DeclarativeBase): pass
                class U(Base):
                    __tablename__ = "u"
                    id = mapped_column(sa.Integer, primary_key=True)
                """;
        assertThatThrownBy(() -> Told.postgresql(body + "U.__table__.drop(op.get_bind())"))
                .isInstanceOfSatisfying(PythonFault.class,
                        fault -> assertThat(fault.kind()).isEqualTo(PythonFault.Kind.LIVE));
        assertThatThrownBy(() -> Told.postgresql(body + "Base.metadata.create_all(op.get_bind())"))
                .isInstanceOf(PythonFault.class).hasMessageContaining("the model U");
    }
}
