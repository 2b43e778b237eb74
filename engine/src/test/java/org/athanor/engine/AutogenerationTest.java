package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Contents;
import org.athanor.engine.project.Initializer.Kind;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.Stop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutogenerationTest {
    private static final List<String[]> COLUMNS = List.of(new String[]{"name", "title"}, new String[]{"mail", "email"},
            new String[]{"total", "amount"}, new String[]{"note", "remark"}, new String[]{"at", "placed_at"},
            new String[]{"Flag", "is_active"}, new String[]{"group", "group_name"}, new String[]{"size", "Size2"},
            new String[]{"state", "status"}, new String[]{"owner_id", "user_id"});
    private static final List<String[]> TABLES = List.of(new String[]{"account", "accounts"},
            new String[]{"orders", "purchase"}, new String[]{"order_line", "order_item"},
            new String[]{"Product", "goods"},
            new String[]{"user", "person"}, new String[]{"tag", "label"}, new String[]{"a", "b"},
            new String[]{"customer", "client"}, new String[]{"old_stock", "stock"}, new String[]{"x y", "x_y"});

    @TempDir
    Path folder;

    private Path file;
    private int made;

    @BeforeEach
    void target() {
        file = folder.resolve("schema.sql");
    }

    @Test
    void nothing_to_do_is_said() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        assertThat(generate(project, "CREATE TABLE t (\"id\" integer primary key);").isEmpty()).isTrue();
    }

    @Test
    void a_database_that_is_behind_is_refused() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        var wanted = "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);";
        project.write(generate(project, wanted), "first");
        assertRefused(ProblemKind.NOT_AT_HEAD, "Target database is not up to date.",
                () -> generate(project, wanted));
    }

    @Test
    void an_empty_target_is_refused() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        assertRefused(ProblemKind.EVERYTHING_GOES, "schema.sql has no table at all, and the database has one table",
                () -> generate(project, "-- nothing yet"));
    }

    @Test
    void a_target_with_none_of_the_tables_is_refused() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b BLOB)");
        assertRefused(ProblemKind.EVERYTHING_GOES, "all would be dropped",
                () -> generate(project, "CREATE TABLE other_one (x REAL);"));
    }

    @Test
    void a_fault_in_the_target_is_told_with_its_line() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        assertRefused(ProblemKind.BAD_SCHEMA, "schema.sql:2",
                () -> generate(project, "CREATE TABLE t (id INTEGER PRIMARY KEY);\nCREATE TABEL x (a);"));
    }

    @Test
    void what_reaches_beyond_the_scratch_database_is_not_said_by_the_database() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        assertRefused(ProblemKind.BAD_SCHEMA, "Leave it out",
                () -> generate(project, "CREATE TABLE t (id INTEGER PRIMARY KEY);\nATTACH DATABASE 'x.db' AS x;"));
    }

    @Test
    void a_rename_that_fits_nothing_is_refused() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        Files.writeString(file, "CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);");
        assertRefused(ProblemKind.USAGE, "'t.c=b' is no rename here",
                () -> project.autogenerate(new SchemaSource.File(file), new RenameAnswers(List.of("t.c=b"), false)));
    }

    @Test
    void what_is_left_out_stays_as_it_is_and_the_rest_is_made_and_undone() throws Exception {
        for (var language : Kind.values()) {
            var project = sqlite(language, "DROP TABLE IF EXISTS t", "DROP TABLE IF EXISTS old_one",
                    "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT)", "CREATE INDEX t_b ON t (b)",
                    "CREATE TABLE old_one (id INTEGER PRIMARY KEY)");
            var found = generate(project, """
                    CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(9) NOT NULL, d BLOB, UNIQUE (d));
                    CREATE TABLE new_one (key TEXT PRIMARY KEY, e BLOB, f REAL);
                    """);
            var target = new SchemaSource.File(file);
            var all = WrittenProject.told(found.comparison());
            for (var difference : found.comparison().differences()) {
                if (!difference.subject().path().contains("t.d")
                        && !difference.subject().kind().equals("unique")
                        && !difference.subject().path().matches("t.(t_)?b")) {
                    assertThat(WrittenProject.told(found.without(List.of(difference)).comparison()))
                            .hasSize(all.size() - 1);
                }
            }
            var leftOut = found.comparison().differences().stream().filter(d -> d.subject().path().contains("_one")
                    || d.subject().path().equals("t.a")).toList();
            assertThat(leftOut).hasSize(3);
            project.write(found.without(leftOut), "some");
            project.upgrade();
            assertThat(WrittenProject.told(project.compare(target)))
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(line -> line.contains("_one") || line.contains("t.a")).toList());
            project.downgrade();
            assertThat(WrittenProject.told(project.compare(target))).containsExactlyElementsOf(all);
            assertThat(found.without(found.comparison().differences()).isEmpty()).isTrue();
        }
    }

    @Test
    void what_relies_on_something_left_out_is_refused_by_name() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        var found = generate(project, """
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE t (id INTEGER PRIMARY KEY, d INT REFERENCES parent (id));
                CREATE INDEX t_d ON t (d);
                """);
        assertRefused(ProblemKind.NOT_TOGETHER, "foreign key t needs column t.d, which wouldn't be there",
                () -> found.without(found.comparison().differences().stream()
                        .filter(d -> d.subject().path().equals("t.d")).toList()));
        assertRefused(ProblemKind.NOT_TOGETHER, "needs table parent",
                () -> found.without(found.comparison().differences().stream()
                        .filter(d -> d.subject().path().equals("parent")).toList()));
    }

    @Test
    void a_proposal_for_a_database_that_changed_since_is_refused() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        Files.writeString(file, "CREATE TABLE t (id INTEGER PRIMARY KEY, d INT);");
        var proposal = project.athanor().propose(new SchemaSource.File(file), new Stop());
        project.athanor().refuseIfMoved(proposal);
        try (var connection = project.database().connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE other (id INTEGER)");
        }
        assertRefused(ProblemKind.SCHEMA_MOVED, "changed while it was compared",
                () -> {
                    project.athanor().refuseIfMoved(proposal);
                    return proposal;
                });
    }

    @Test
    void a_table_and_its_column_may_both_be_renamed() throws Exception {
        var project = sqlite(Kind.GENERIC, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, c INT)");
        Files.writeString(file, "CREATE TABLE u (id INTEGER PRIMARY KEY, b TEXT, c INT);");
        var target = new SchemaSource.File(file);
        var text = project.write(
                project.autogenerate(target, new RenameAnswers(List.of("t=u", "t.a=b"), false)), "both");
        assertThat(text).contains("op.rename_table('t', 'u')").doesNotContain("drop_");
        project.upgrade();
        assertThat(project.autogenerate(target, RenameAnswers.NONE).isEmpty()).isTrue();
        project.downgrade();
        assertThat(WrittenProject.told(project.compare(target))).containsExactly("+ table u", "- table t");
    }

    @Test
    void types_and_defaults_that_nobody_asks_for_stay() throws Exception {
        for (var language : Kind.values()) {
            var project = sqlite(language, "DROP TABLE IF EXISTS t", "CREATE TABLE t (a TEXT DEFAULT 'x', b INT)");
            var wanted = "CREATE TABLE t (a VARCHAR(5) DEFAULT 'y', b INT);";
            assertThat(WrittenProject.told(generate(project, wanted).comparison()))
                    .containsExactly("~ column t.a type default");
            switch (language) {
                case SQL -> Files.writeString(project.config(), Files.readString(project.config())
                        + "\n[athanor.target]\ncompare_type = false\ncompare_server_default = false\n");
                case GENERIC -> {
                    var env = project.config().resolveSibling("scripts/env.py");
                    Files.writeString(env, Files.readString(env).replace("connection=connection,",
                            "connection=connection, compare_type=False, compare_server_default=False,"));
                }
            }
            assertThat(generate(project, wanted).isEmpty()).isTrue();
        }
    }

    @Test
    void batches_are_written_for_postgresql_too_where_env_py_asks_for_them() throws Exception {
        var project = project(Kind.GENERIC, TestPostgres.freshDatabase());
        run(project, "CREATE TABLE t (id integer PRIMARY KEY, a text); CREATE INDEX t_a ON t (a)");
        var wanted = """
                CREATE TABLE t (id integer PRIMARY KEY, a varchar(9) NOT NULL, d integer CONSTRAINT t_d UNIQUE);
                CREATE TABLE u (id integer PRIMARY KEY);
                COMMENT ON TABLE t IS 'things';""";
        var found = generate(project, wanted);
        assertThat(upgrade(found, project)).doesNotContain("batch");
        project.configure("render_as_batch=True");
        var text = upgrade(found, project);

        assertThat(text).contains("with op.batch_alter_table('t', schema=None) as batch_op:",
                "    batch_op.add_column(sa.Column('d'", "    batch_op.drop_index('t_a')",
                "    batch_op.create_unique_constraint('t_d', ['d'])", "    batch_op.create_table_comment('things')",
                "op.create_table(\n").doesNotContain("op.drop_index('t_a', table_name");
    }

    private static String upgrade(Autogeneration found, WrittenProject project) {
        var files = Project.open(project.config(), Map.of()).config().newFiles();
        return found.contents(files) instanceof Contents.Python(var upgrade, _) ? upgrade.framed() : "";
    }

    @Test
    void schemas_of_which_only_the_database_knows_are_left_alone_unless_env_py_includes_them() throws Exception {
        var project = project(Kind.GENERIC, TestPostgres.freshDatabase());
        run(project,
                "CREATE TABLE t (id integer PRIMARY KEY); CREATE SCHEMA audit; CREATE TABLE audit.log (id integer)");
        var wanted = "CREATE TABLE t (id integer PRIMARY KEY);";
        assertThat(WrittenProject.told(generate(project, wanted).comparison()))
                .containsExactlyInAnyOrder("- schema audit", "- table audit.log");
        var env = project.config().resolveSibling("scripts/env.py");
        Files.writeString(env, Files.readString(env).replace("include_schemas=True,", ""));

        var comparison = generate(project, wanted).comparison();
        assertThat(comparison.isEmpty()).isTrue();
        assertThat(comparison.ignored()).extracting(i -> i.rule().reason()).isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).contains("include_schemas"));
        assertThat(WrittenProject.told(generate(project, wanted + "CREATE SCHEMA audit;").comparison()))
                .containsExactly("- table audit.log");
    }

    @Test
    void sections_name_their_product_where_others_do() throws Exception {
        var project = sqlite(Kind.SQL, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        var wanted = "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);";
        assertThat(project.write(generate(project, wanted), "first"))
                .contains("-- +upgrade\nALTER TABLE t ADD COLUMN name TEXT;").doesNotContain("upgrade sqlite");
        project.upgrade();
        try (var files = Files.list(folder.resolve("project1/scripts/versions"))) {
            var first = files.findFirst().orElseThrow();
            Files.writeString(first, Files.readString(first).replace("-- +upgrade", "-- +upgrade sqlite"));
        }
        assertThat(project.write(generate(project, wanted.replace("name", "name TEXT, more")), "second"))
                .contains("-- +upgrade sqlite\nALTER TABLE t ADD COLUMN more TEXT;").contains("-- +downgrade sqlite");
    }

    @Test
    void a_new_value_that_is_used_at_once_is_made_outside_of_the_transaction() throws Exception {
        for (var language : Kind.values()) {
            var project = project(language, TestPostgres.freshDatabase());
            run(project, "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (id integer PRIMARY KEY, m mood)");
            var text = project.write(generate(project, """
                    CREATE TYPE mood AS ENUM ('sad', 'glad');
                    CREATE TABLE t (id integer PRIMARY KEY, m mood DEFAULT 'glad');"""), "mood");
            assertThat(text).containsAnyOf("-- +transaction off", "autocommit_block()");
            project.upgrade();
            assertThat(WrittenProject.told(project.compare(new SchemaSource.File(file)))).isEmpty();
        }
    }

    @Test
    void columns_are_never_silently_dropped_and_added() throws Exception {
        for (var url : List.of(TestPostgres.freshDatabase(), "sqlite:///" + folder.resolve("renames.db"))) {
            for (var rename : COLUMNS) {
                var before = "CREATE TABLE t (id INTEGER PRIMARY KEY, \"%s\" VARCHAR(20), other NUMERIC(10, 2))";
                renamed(url, before, rename, "t.%s=%s".formatted(rename[0], rename[1]), "t");
            }
        }
    }

    @Test
    void nor_are_columns_whose_type_grows_with_the_rename() throws Exception {
        for (var url : List.of(TestPostgres.freshDatabase(), "sqlite:///" + folder.resolve("renames.db"))) {
            for (var rename : COLUMNS) {
                var before = "CREATE TABLE t (id INTEGER PRIMARY KEY, \"%s\" VARCHAR(20), other NUMERIC(10, 2))";
                renamed(url, before, before.replace("(20)", "(40) NOT NULL DEFAULT ''"), rename,
                        "t.%s=%s".formatted(rename[0], rename[1]), "t");
            }
        }
    }

    @Test
    void tables_are_never_silently_dropped_and_made() throws Exception {
        for (var url : List.of(TestPostgres.freshDatabase(), "sqlite:///" + folder.resolve("renames.db"))) {
            for (var rename : TABLES) {
                var before = "CREATE TABLE \"%s\" (id INTEGER PRIMARY KEY, name VARCHAR(20), other NUMERIC(10, 2))";
                renamed(url, before, rename, "%s=%s".formatted(rename[0], rename[1]), rename[1]);
            }
        }
    }

    /// Asked for, then done: the row that was there has its value afterwards.
    private void renamed(String url, String sql, String[] names, String answer, String after) throws Exception {
        renamed(url, sql, sql, names, answer, after);
    }

    private void renamed(String url, String sql, String wantedSql, String[] names, String answer, String after)
            throws Exception {
        var project = project(made % 2 == 0 ? Kind.SQL : Kind.GENERIC, url);
        clear(project);
        run(project, sql.formatted(names[0]));
        run(project, "INSERT INTO \"%s\" VALUES (1, 'kept', 2)".formatted(sql.contains("TABLE t ") ? "t" : names[0]));
        var wanted = wantedSql.formatted(names[1]) + ";";
        assertRefused(ProblemKind.RENAME_UNANSWERED, "--rename " + answer, () -> generate(project, wanted));
        var target = new SchemaSource.File(file);
        project.write(project.autogenerate(target, new RenameAnswers(List.of(answer), false)), "rename");
        project.upgrade();
        assertThat(kept(project, after)).as(answer).isTrue();
        assertThat(project.autogenerate(target, RenameAnswers.NONE).isEmpty()).as(answer).isTrue();
        project.downgrade();
        assertThat(kept(project, sql.contains("TABLE t ") ? "t" : names[0])).as("back: " + answer).isTrue();
    }

    private static boolean kept(WrittenProject project, String table) throws SQLException {
        try (var connection = project.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM \"%s\"".formatted(table))) {
            return row.next() && "kept".equals(row.getString(2));
        }
    }

    private void clear(WrittenProject project) throws Exception {
        if (project.database().name().contains("renames.db")) {
            Files.deleteIfExists(folder.resolve("renames.db"));
        } else {
            run(project, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }

    private Autogeneration generate(WrittenProject project, String wanted) throws IOException {
        Files.writeString(file, wanted);
        return project.autogenerate(new SchemaSource.File(file), RenameAnswers.NONE);
    }

    private WrittenProject sqlite(Kind kind, String... statements) throws Exception {
        var project = project(kind, "sqlite:///" + folder.resolve("test.db"));
        for (var sql : statements) {
            run(project, sql);
        }
        return project;
    }

    private WrittenProject project(Kind kind, String url) throws IOException {
        made++;
        return WrittenProject.create(kind, folder.resolve("project" + made), url);
    }

    private static void run(WrittenProject project, String sql) throws SQLException {
        try (var connection = project.database().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        Object run() throws IOException;
    }

    /// Refused with these words, and nothing was written.
    private void assertRefused(ProblemKind kind, String words, Work work) throws IOException {
        var before = files();
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problems().getFirst().kind()).isEqualTo(kind);
            assertThat(refusal.problems().getFirst().text()).contains(words);
        });
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(p -> p.toString().contains("versions")).toList());
        }
    }
}
