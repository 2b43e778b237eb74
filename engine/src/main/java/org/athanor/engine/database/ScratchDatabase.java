package org.athanor.engine.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.athanor.engine.guard.ScratchGate;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// An empty database for a moment, like another one in its product, its encoding, its extensions and the schemas that names
/// are looked for in: so that the server itself says how it writes what it is told. It is gone when it is closed.
public final class ScratchDatabase implements AutoCloseable {
    private static final String PREFIX = "athanor_scratch_";
    private static final String LIKE = """
            SELECT pg_encoding_to_char(encoding), datcollate, datctype, current_setting('search_path'),
                   coalesce(current_schema(), 'public') FROM pg_database WHERE datname = current_database()""";
    private static final String EXTENSIONS = """
            SELECT e.extname, n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname <> 'plpgsql'""";

    private final Database database;
    private final Closing closing;

    private interface Closing {
        void close() throws SQLException, IOException;
    }

    private ScratchDatabase(Database database, Closing closing) {
        this.database = database;
        this.closing = closing;
    }

    /// One that is made beside a database, by those who may use it; or on the server that `elsewhere` names.
    public static ScratchDatabase like(Database model, Optional<ConnectionSettings> elsewhere) {
        return switch (model.dialect().product()) {
            case SQLITE -> file();
            case POSTGRESQL -> new Server(model, elsewhere).create();
        };
    }

    public Database database() {
        return database;
    }

    private static ScratchDatabase file() {
        try {
            var folder = Files.createTempDirectory(PREFIX);
            var file = folder.resolve("scratch.db");
            var settings = ConnectionSettings.parse("sqlite:///" + file, folder);
            return new ScratchDatabase(guarded(settings, () -> careless(settings)), () -> delete(folder));
        } catch (IOException e) {
            throw new Refusal(ProblemKind.NO_SCRATCH, "No scratch database can be made: " + e.getMessage(),
                    "Is the folder for temporary files full, or read-only?");
        }
    }

    /// What is tried there mustn't reach beyond it.
    private static Database guarded(ConnectionSettings settings, Database.Source source) {
        var gate = new ScratchGate(Dialects.of(settings.product()));
        return Database.of(settings, () -> ScratchConnection.of(source.connect(), gate));
    }

    /// What is thrown away needn't survive a power cut.
    private static Connection careless(ConnectionSettings settings) throws SQLException {
        var connection = Drivers.connect(settings);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
        }
        return connection;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() {
        try {
            closing.close();
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PostgreSQL server on which scratch databases are made.
    private record Server(Database model, Optional<ConnectionSettings> elsewhere) {
        ScratchDatabase create() {
            if (model.isAlone() && elsewhere.isEmpty()) {
                throw new Refusal(ProblemKind.NO_SCRATCH,
                        "No scratch database is made on a server that is in production or only to be read",
                        "Revisions may reach beyond their database. Name another server under [athanor.target]: scratch ="
                                + " \"postgresql://…\".");
            }
            var settings = elsewhere.or(model::settings).orElseThrow(() -> new Refusal(ProblemKind.NO_SCRATCH,
                    "No scratch database can be made beside a data source: its address isn't known",
                    "Name a server under [athanor.target]: scratch = \"postgresql://…\"."));
            var server = elsewhere.map(Database::of).orElse(model);
            try (var like = model.connect(); var connection = server.connect()) {
                new ScratchOrphans(PREFIX).removeOn(connection);
                var name = PREFIX + "%08x_%08x".formatted(ScratchOrphans.now(connection),
                        RandomGenerator.getDefault().nextInt());
                var traits = traits(like);
                execute(connection, "CREATE DATABASE %s TEMPLATE template0 ENCODING %s LC_COLLATE %s LC_CTYPE %s"
                        .formatted(name, literal(traits.get(0)), literal(traits.get(1)), literal(traits.get(2))));
                execute(connection, "ALTER DATABASE %s SET search_path = %s".formatted(name, traits.get(3)));
                execute(connection, "ALTER DATABASE %s SET synchronous_commit = off".formatted(name));
                var own = settings.withDatabase(name);
                var keeper = keeper(own, connection, name);
                var made = new ScratchDatabase(guarded(own, () -> Drivers.connect(own)), () -> {
                    keeper.close();
                    drop(server, name);
                });
                prepare(made, like, traits.get(4));
                return made;
            } catch (SQLException e) {
                throw new Refusal(refused(e));
            }
        }

        /// As long as somebody is connected, nobody takes the database for one that was left behind.
        private static Connection keeper(ConnectionSettings own, Connection server, String name) throws SQLException {
            try {
                return Drivers.connect(own);
            } catch (SQLException e) {
                execute(server, "DROP DATABASE IF EXISTS " + name);
                throw e;
            }
        }

        private void prepare(ScratchDatabase made, Connection like, String ownSchema) throws SQLException {
            try (var connection = made.database.connect()) {
                execute(connection, "CREATE SCHEMA IF NOT EXISTS " + model.dialect().name(ownSchema));
                for (var extension : extensions(like)) {
                    try {
                        execute(connection, "CREATE SCHEMA IF NOT EXISTS " + extension.get(1));
                        execute(connection, "CREATE EXTENSION IF NOT EXISTS %s SCHEMA %s".formatted(extension.get(0),
                                extension.get(1)));
                    } catch (SQLException _) {
                        // Who needs it finds a type or function missing, and says so.
                    }
                }
            } catch (SQLException | Refusal e) {
                made.close();
                throw e;
            }
        }

        private List<List<String>> extensions(Connection connection) throws SQLException {
            var all = new ArrayList<List<String>>();
            try (var statement = connection.createStatement(); var row = statement.executeQuery(EXTENSIONS)) {
                while (row.next()) {
                    all.add(List.of(model.dialect().name(row.getString(1)), model.dialect().name(row.getString(2))));
                }
            }
            return all;
        }

        private static List<String> traits(Connection connection) throws SQLException {
            try (var statement = connection.createStatement(); var row = statement.executeQuery(LIKE)) {
                row.next();
                return List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5));
            }
        }

        private Problem refused(SQLException e) {
            return "42501".equals(e.getSQLState())
                    ? Problem.of(ProblemKind.NO_SCRATCH,
                            "The role may not make a scratch database on %s".formatted(
                                    elsewhere.map(ConnectionSettings::display).orElseGet(model::name)),
                            "Let somebody say ALTER ROLE … CREATEDB, or name a server where it may under"
                                    + " [athanor.target]: scratch = \"postgresql://…\".")
                    : SqlFailure.explain(e, model.name());
        }

        private static void drop(Database server, String name) throws SQLException {
            try (var connection = server.connect()) {
                execute(connection, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
            }
        }

        private String literal(String text) {
            return model.dialect().literal(text);
        }

        private static void execute(Connection connection, String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
