package org.athanor.app.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.athanor.app.connection.Diagnosis.Cause;
import org.athanor.app.profile.DatabaseAddress;
import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Profile;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.Secret;
import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;

/// Tries whether a profile leads to its database, and says what is wrong if not. Nothing is changed there.
public final class ConnectionTest {
    private static final String PATIENCE_SECONDS = "5";
    private static final String LOCK_PATIENCE_MILLIS = "500";

    private final Profile profile;
    private final Map<String, String> environment;
    private final Passwords passwords;

    public ConnectionTest(Profile profile, Map<String, String> environment, Passwords passwords) {
        this.profile = profile;
        this.environment = Map.copyOf(environment);
        this.passwords = passwords;
    }

    /// `typed` is a password that isn't kept anywhere yet.
    public Diagnosis run(Optional<Secret> typed) {
        try (var connection = ProfileConnection.of(profile, environment, passwords).orElse(null)) {
            var settings = connection == null
                    ? ofProject()
                    : typed.isPresent() ? connection.ready(typed) : connection.ready();
            return settings.file().isPresent() ? file(settings, settings.file().get()) : server(settings);
        } catch (Refusal refusal) {
            return new Diagnosis.Failed(cause(refusal.problem()), refusal.problem());
        }
    }

    private ConnectionSettings ofProject() {
        var project = Project.open(profile.config(), environment);
        return new DatabaseAddress(Path.of("").toAbsolutePath(), environment).of(project, profile.url());
    }

    private static Cause cause(Problem problem) {
        return switch (problem.kind()) {
            case NO_PASSWORD, BAD_VAULT -> Cause.NO_PASSWORD;
            case NO_PROJECT, NO_DATABASE, BAD_CONFIG, BAD_URL -> Cause.NOT_SET_UP;
            default -> problem.message().startsWith("The SSH") ? Cause.TUNNEL : Cause.OTHER;
        };
    }

    private Diagnosis server(ConnectionSettings settings) {
        var start = System.nanoTime();
        var quick = quick(settings, Map.of("connectTimeout", PATIENCE_SECONDS, "loginTimeout", PATIENCE_SECONDS));
        try (var connection = DriverManager.getConnection(quick.jdbcUrl(), quick.properties())) {
            return new Diagnosis.Fine(name(connection), encryption(connection), since(start));
        } catch (SQLException e) {
            return new ServerDiagnosis(settings, profile.server().map(DatabasePlace.Server::tls)).of(e);
        }
    }

    private Diagnosis file(ConnectionSettings settings, Path file) {
        var folder = Optional.ofNullable(file.getParent()).orElse(file);
        if (!Files.isDirectory(folder)) {
            return failed(Cause.FOLDER_MISSING, "There is no folder %s".formatted(folder),
                    "Create the folder, or choose another file.");
        }
        if (!Files.exists(file)) {
            return failed(Cause.FILE_MISSING, "There is no file %s yet".formatted(file),
                    "If that is the right place, the first upgrade makes it; else choose another file.");
        }
        if (Files.isDirectory(file)) {
            return failed(Cause.NOT_A_DATABASE, "%s is a folder".formatted(file),
                    "Choose the file of a SQLite database.");
        }
        if (!Files.isReadable(file) || profile.access() == Access.FULL && !Files.isWritable(file)) {
            return failed(Cause.NO_PERMISSION,
                    "You may not %s %s".formatted(Files.isReadable(file) ? "write" : "read", file),
                    "Ask for the right to, or set the profile to read only.");
        }
        return sqlite(settings, file);
    }

    private static Diagnosis sqlite(ConnectionSettings settings, Path file) {
        var start = System.nanoTime();
        var quick = quick(settings, Map.of("busy_timeout", LOCK_PATIENCE_MILLIS));
        try (var connection = Database.of(quick).connectForReading();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT sqlite_version(), count(*) FROM sqlite_master")) {
            row.next();
            return new Diagnosis.Fine("SQLite " + row.getString(1), Optional.empty(), since(start));
        } catch (SQLException e) {
            return failed(Cause.OTHER, file + ": " + e.getMessage(), "The message is the database's own.");
        } catch (Refusal refusal) {
            return new Diagnosis.Failed(switch (refusal.problem().kind()) {
                case DATABASE_LOCKED -> Cause.LOCKED;
                case READ_ONLY -> Cause.NO_PERMISSION;
                default -> refusal.problem().message().contains("not a SQLite") ? Cause.NOT_A_DATABASE : Cause.OTHER;
            }, refusal.problem());
        }
    }

    private static ConnectionSettings quick(ConnectionSettings settings, Map<String, String> usual) {
        var options = new TreeMap<>(usual);
        options.putAll(settings.options());
        return new ConnectionSettings(settings.product(), settings.jdbcUrl(), settings.file(), settings.user(),
                settings.password(), options);
    }

    private static String name(Connection connection) throws SQLException {
        var data = connection.getMetaData();
        return data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
    }

    /// The server says so itself; nothing where it doesn't.
    private static Optional<String> encryption(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement
                        .executeQuery("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl")) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static Diagnosis failed(Cause cause, String message, String hint) {
        return new Diagnosis.Failed(cause, Problem.of(ProblemKind.CANNOT_CONNECT, message, hint));
    }
}
