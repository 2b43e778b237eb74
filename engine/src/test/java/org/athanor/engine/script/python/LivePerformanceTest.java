package org.athanor.engine.script.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Conversation;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePerformanceTest {
    private static final String HEADER = """
            import sqlalchemy as sa
            from alembic import op, context

            revision = "a1"
            down_revision = None


            """;

    @TempDir
    private Path folder;

    private final List<String> sent = new ArrayList<>();

    /// Answers every question with the numbers 1 and 2, and refuses what says so.
    private final Conversation numbers = new Conversation() {
        @Override
        public Answer send(Statement statement) throws SQLException {
            sent.add(statement.text());
            if (statement.text().contains("refused")) {
                throw new SQLException("ERROR: no", "23505");
            }
            return statement.text().startsWith("SELECT")
                    ? new Answer.Rows(List.of(new Answer.Column("id", "")), List.of(number(1), number(2)))
                    : new Answer.Count(1);
        }

        @Override
        public Schema schema() {
            return Schema.EMPTY;
        }
    };

    private static List<Constant> number(long value) {
        return List.of(new Constant.Whole(BigInteger.valueOf(value)));
    }

    @Test
    void what_was_known_before_and_what_comes_of_the_answer_are_sent_in_order() throws IOException {
        var problem = perform("""
                def upgrade():
                    op.execute("DELETE FROM t")
                    for row in op.get_bind().execute(sa.text("SELECT id FROM t")):
                        op.execute("UPDATE t SET seen = %d" % row.id)
                """);
        assertThat(problem).isEmpty();
        assertThat(sent).containsExactly("DELETE FROM t", "SELECT id FROM t", "UPDATE t SET seen = 1",
                "UPDATE t SET seen = 2");
    }

    @Test
    void a_performance_is_online() throws IOException {
        assertThat(perform("""
                def upgrade():
                    assert not context.is_offline_mode() and not op.get_context().as_sql
                    assert op.get_bind().execute(sa.text("SELECT 1")).fetchall() == [(1,), (2,)]
                """)).isEmpty();
    }

    @Test
    void what_cannot_be_read_ends_it_with_file_line_and_reason() throws IOException {
        var problem = perform("""
                def upgrade():
                    if op.get_bind().execute(sa.text("SELECT 1")).scalar():
                        import requests
                        requests.get("http://example.org")
                """).orElseThrow();
        assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_SUPPORTED);
        assertThat(problem.text()).contains("a1.py:11").contains("requests");
    }

    @Test
    void a_refused_statement_can_be_caught() throws IOException {
        assertThat(perform("""
                def upgrade():
                    try:
                        op.execute("refused")
                    except sa.exc.IntegrityError as e:
                        op.execute("caught %s" % e.orig.pgcode)
                """)).isEmpty();
        assertThat(sent).containsExactly("refused", "caught 23505");
    }

    @Test
    void a_refused_statement_that_nobody_catches_is_told_with_its_line() throws IOException {
        var problem = perform("""
                def upgrade():
                    op.get_bind().execute(sa.text("SELECT 1")).scalar()
                    op.execute("refused")
                """).orElseThrow();
        assertThat(problem.kind()).isEqualTo(ProblemKind.STATEMENT_FAILED);
        assertThat(problem.text()).contains("a1.py:10").contains("no");
    }

    @Test
    void what_the_conversation_throws_comes_through_whatever_the_file_catches() {
        var stop = new IllegalStateException("stop");
        Conversation stopped = new Conversation() {
            @Override
            public Answer send(Statement statement) {
                throw stop;
            }

            @Override
            public Schema schema() {
                return Schema.EMPTY;
            }
        };
        assertThatThrownBy(() -> live("""
                def rows():
                    yield op.get_bind().execute(sa.text("SELECT 1")).scalar()


                def upgrade():
                    try:
                        list(rows())
                    except:
                        pass
                """).performance().perform(stopped)).isSameAs(stop);
    }

    @Test
    void a_row_is_no_dictionary_and_says_what_to_write() throws IOException {
        var problem = perform("""
                def upgrade():
                    op.get_bind().execute(sa.text("SELECT id FROM t")).first()["id"]
                """).orElseThrow();
        assertThat(problem.message()).contains("row.id");
    }

    @Test
    void a_commit_of_the_connection_is_not_done() throws IOException {
        var problem = perform("""
                def upgrade():
                    op.get_bind().execute(sa.text("SELECT id FROM t")).first()
                    op.get_bind().commit()
                """).orElseThrow();
        assertThat(problem.message()).contains("manages its transaction itself");
    }

    @Test
    void a_session_that_took_back_its_work_may_not_go_on() throws IOException {
        var problem = perform("""
                def upgrade():
                    from sqlalchemy.orm import Session
                    session = Session(bind=op.get_bind())
                    session.execute(sa.text("SELECT 1"))
                    session.rollback()
                    session.commit()
                """).orElseThrow();
        assertThat(problem.message()).contains("Session.rollback()");
    }

    private Optional<Problem> perform(String body) throws IOException {
        return live(body).performance().perform(numbers);
    }

    private Script.Live live(String body) throws IOException {
        var versions = Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = .\n");
        Files.writeString(versions.resolve("a1.py"), HEADER + body);
        var project = Project.open(folder.resolve("alembic.ini"), Map.of());
        var revision = project.graph().newestFirst().getFirst();
        var dialect = new PostgreSql();
        var occasion = new Occasion(dialect, Occasion.Mode.ONLINE, Evolution.from(Schema.EMPTY, dialect.grammar()));
        var script = project.scripts(CallerArguments.NONE).read(revision, Direction.UPGRADE, occasion).script();
        assertThat(script).isInstanceOf(Script.Live.class);
        return (Script.Live) script;
    }
}
