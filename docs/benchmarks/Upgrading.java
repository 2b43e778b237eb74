import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.journal.Journal;
import org.athanor.engine.journal.Who;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.flywaydb.core.Flyway;

/// The programs that `upgrade.py` compares, each by its own library, and the server it compares them on.
///
/// - `Upgrading server` starts a PostgreSQL that waits for the disk, says its port, and ends with standard input.
/// - `Upgrading PROGRAM URL FOLDER` is one upgrade of a fresh database in a process of its own.
/// - `Upgrading within ROUNDS URL FOLDER` does all of them in turn in this process and prints nanoseconds.
public final class Upgrading {
    private Upgrading() {}

    /// One program's upgrade of a database; the folder holds its revisions in a folder of its name.
    @FunctionalInterface
    private interface Upgrade {
        void run(String url, Path folder) throws Exception;
    }

    private static final Map<String, Upgrade> PROGRAMS = Map.of("floor", Floor::upgrade, "athanor",
            Upgrading::athanor, "flyway", Upgrading::flyway, "liquibase", Upgrading::liquibase);
    private static final List<String> ORDER = List.of("floor", "athanor", "flyway", "liquibase");

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "server" -> serve();
            case "within" -> within(Integer.parseInt(arguments[1]), arguments[2], Path.of(arguments[3]));
            default -> {
                beQuiet();
                PROGRAMS.get(arguments[0]).run(arguments[1], Path.of(arguments[2]));
            }
        }
    }

    private static void serve() throws IOException {
        try (var server = EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on").start()) {
            System.out.println(server.getPort());
            System.in.transferTo(System.err);
        }
    }

    private static void beQuiet() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /// `url` holds `%s` for the name of a fresh database.
    private static void within(int rounds, String url, Path folder) throws Exception {
        beQuiet();
        for (int round = 0; round < rounds; round++) {
            for (var program : ORDER) {
                var fresh = fresh(url, program + round);
                System.gc();
                long start = System.nanoTime();
                PROGRAMS.get(program).run(fresh, folder);
                System.out.println(program + " " + (System.nanoTime() - start));
            }
        }
    }

    private static String fresh(String url, String name) throws SQLException {
        if (!url.startsWith("jdbc:sqlite")) {
            try (var connection = DriverManager.getConnection(url.formatted("postgres"));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE within_" + name);
            }
        }
        return url.formatted("within_" + name);
    }

    /// With a journal, as the command line has one; every file is opened and read.
    private static void athanor(String url, Path folder) {
        var project = Project.open(folder.resolve("athanor/athanor.toml"), Map.of());
        var journal = Journal.in(folder.resolve("journal"), Who.here("benchmark", "1", Optional.empty()),
                InstantSource.system());
        var result = Athanor.open(project, Database.of(ConnectionSettings.parse(url, folder))).withJournal(journal)
                .upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop());
        if (!(result instanceof RunResult.Completed)) {
            throw new IllegalStateException(result.toString());
        }
    }

    private static void flyway(String url, Path folder) {
        Flyway.configure().dataSource(url, null, null)
                .locations("filesystem:" + folder.resolve("flyway")).load().migrate();
    }

    private static void liquibase(String url, Path folder) throws Exception {
        Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> {
            try (var connection = DriverManager.getConnection(url);
                    var accessor = new DirectoryResourceAccessor(folder.resolve("liquibase"));
                    var liquibase = new Liquibase("changelog.xml", accessor, DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
                liquibase.update("");
            }
        });
    }
}
