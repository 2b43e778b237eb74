package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.script.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people hear of a revision in Python that can't be read: where, what, and what to do. The plan doesn't pass it,
/// and nothing before it runs.
class BadRevisionsTest {
    private static final String HEADER = """
            from alembic import op
            import sqlalchemy as sa

            revision = "%s"
            down_revision = %s


            """;
    private Path folder = Path.of("");

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/migrations\n");
        write("first", HEADER.formatted("first", "None") + """
                def upgrade():
                    op.create_table("tea", sa.Column("id", sa.Integer(), primary_key=True))
                """);
    }

    @Test
    void a_slip_of_the_grammar() throws IOException {
        second("    op.drop_table('tea'");

        assertRefused(9,
                "'(' opens here and never closes",
                "Mend the line; nothing of the file can be read before.");
    }

    @Test
    void an_operation_that_is_not_there() throws IOException {
        second("    op.creat_table('cup')");

        assertRefused(9,
                "AttributeError: op.creat_table isn't an operation of Alembic; did you mean create_table?",
                "Mend the line; Python would stop there, too.");
    }

    @Test
    void an_argument_that_is_not_there() throws IOException {
        second("    op.create_index('ix', 'tea', ['id'], uniqe=True)");

        assertRefused(9,
                "TypeError: op.create_index() got an unexpected keyword argument 'uniqe'; what only one product knows is "
                        + "called <dialect>_<argument>",
                "Mend the line; Python would stop there, too.");
    }

    @Test
    void an_argument_that_is_missing() throws IOException {
        second("    op.drop_column('tea')");

        assertRefused(9,
                "TypeError: op.drop_column() missing required argument: 'column_name'",
                "Mend the line; Python would stop there, too.");
    }

    @Test
    void a_constraint_without_a_name_is_to_be_dropped() throws IOException {
        second("    with op.batch_alter_table('tea') as batch_op:\n"
                + "        batch_op.drop_constraint(None, type_='foreignkey')");

        assertRefused(10,
                "CompileError: batch_op.drop_constraint(): a constraint without a name can't be dropped; write the name that "
                        + "the constraint of table 'tea' has in the database",
                "Mend the line; Python would stop there, too.");
    }

    @Test
    void a_type_that_is_not_there() throws IOException {
        second("    op.add_column('tea', sa.Column('name', sa.Strng(50)))");

        assertRefused(9,
                "AttributeError: module 'sqlalchemy' has no attribute 'Strng'; did you mean String?",
                "Mend the line; Python would stop there, too.");
    }

    @Test
    void a_type_that_the_product_lacks() throws IOException {
        second("    op.add_column('tea', sa.Column('name', sa.ARRAY(sa.String())))");

        assertRefused(9,
                "SQLite has no type ARRAY (column name of table tea)",
                "Write another type for SQLite, such as sa.Text(), or add one with .with_variant(…, \"sqlite\")");
    }

    @Test
    void an_operation_that_the_product_lacks() throws IOException {
        second("    op.create_unique_constraint('uq', 'tea', ['id'])");

        assertRefused(9,
                "NotImplementedError: No support for ALTER of constraints in SQLite dialect: use "
                        + "op.batch_alter_table('tea'), which copies the table",
                "Mend the line; Python would stop there, too.");
    }

    @Test
    void what_turns_out_to_be_unreadable_after_a_question_takes_the_whole_step_back() throws IOException {
        second("""
                    op.create_table('cup', sa.Column('id', sa.Integer(), primary_key=True))
                    if op.get_bind().execute(sa.text('SELECT count(*) FROM tea')).scalar() == 0:
                        import requests
                        requests.get('http://example.org')
                """.stripTrailing());
        var database = Database.of(ConnectionSettings.parse("sqlite:///" + folder.resolve("tea.db"), folder));
        var athanor = Athanor.open(Project.open(folder.resolve("alembic.ini"), Map.of()), database);
        var plan = athanor.planUpgrade("head");

        assertThat(plan.steps().getLast().kind()).isEqualTo(Script.Kind.LIVE);
        assertThat(plan.isRunnable()).isTrue();
        assertThat(athanor.run(plan, RunListener.SILENT, () -> false)).isInstanceOfSatisfying(RunResult.Failed.class,
                failed -> {
                    assertThat(failed.applied()).hasSize(1);
                    assertThat(failed.problem().place()).contains(
                            new Problem.Place(folder.resolve("migrations/versions/second.py"), 12));
                    assertThat(failed.problem().message()).contains("requests");
                });
        assertThat(athanor.planUpgrade("head").steps()).hasSize(1);
    }

    @Test
    void a_module_of_the_application() throws IOException {
        second("    from shop.models import Tea\n    op.add_column('tea', Tea.name)");

        assertRefused(10,
                "shop.models.Tea.name (imported in line 9) isn't read here",
                "Athanor reads this file and does not run Python. Run this step with Alembic, then go on here; or stamp "
                        + "the revision if its work is done.");
    }

    private void second(String body) throws IOException {
        write("second", HEADER.formatted("second", "\"first\"") + "def upgrade():\n" + body + "\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("migrations/versions/" + name + ".py"), text);
    }

    private void assertRefused(int line, String message, String hint) {
        var database = Database.of(ConnectionSettings.parse("sqlite:///" + folder.resolve("tea.db"), folder));
        var athanor = Athanor.open(Project.open(folder.resolve("alembic.ini"), Map.of()), database);
        var plan = athanor.planUpgrade("head");

        assertThat(plan.isRunnable()).isFalse();
        assertThatThrownBy(() -> athanor.run(plan, RunListener.SILENT, () -> false)).isInstanceOf(Refusal.class);
        assertThat(folder.resolve("tea.db")).doesNotExist();
        assertThat(plan.obstacles()).singleElement().satisfies(problem -> {
            assertThat(problem.place())
                    .contains(new Problem.Place(folder.resolve("migrations/versions/second.py"), line));
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.hint()).isEqualTo(hint);
        });
    }
}
