package org.athanor.engine.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.sql.Secrets;

/// A database that can be connected to. Holds no connection of its own.
public final class Database {
    private final String name;
    private final Dialect dialect;
    private final Source source;
    private final Optional<Path> file;
    private final Optional<ConnectionSettings> settings;
    private final String shortName;
    private final Optional<String> address;
    private final boolean alone;

    /// Where connections come from.
    @FunctionalInterface
    public interface Source {
        Connection connect() throws SQLException;
    }

    /// What is asked over a connection.
    @FunctionalInterface
    interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    private Database(String name, Dialect dialect, Source source, Optional<ConnectionSettings> settings,
            String shortName, Optional<String> address, boolean alone) {
        this.name = name;
        this.dialect = dialect;
        this.source = source;
        this.file = settings.flatMap(ConnectionSettings::file);
        this.settings = settings;
        this.shortName = shortName;
        this.address = address;
        this.alone = alone;
    }

    /// A database reached by its driver, one connection at a time.
    public static Database of(ConnectionSettings settings) {
        return of(settings, () -> Drivers.connect(settings));
    }

    /// A database with connections from elsewhere, such as a pool, described by these settings.
    public static Database of(ConnectionSettings settings, Source source) {
        return new Database(settings.display(), Dialects.of(settings.product()), source,
                Optional.of(settings), settings.shortName(), address(settings.jdbcUrl()), false);
    }

    /// An application's own database.
    public static Database of(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            var name = connection.getMetaData().getDatabaseProductName();
            var product = Product.named(name.toLowerCase(java.util.Locale.ROOT)).orElseThrow(() -> new Refusal(
                    ProblemKind.BAD_URL, name + " is not a database that Athanor knows", "Use PostgreSQL or SQLite."));
            var own = Optional.ofNullable(connection.getCatalog()).filter(text -> !text.isEmpty()).orElse(name);
            return new Database(name, Dialects.of(product), dataSource::getConnection, Optional.empty(), own,
                    Optional.ofNullable(connection.getMetaData().getURL()).flatMap(Database::address), false);
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, "The data source"));
        }
    }

    /// The same; on its server no scratch database is made.
    public Database alone() {
        return new Database(name, dialect, source, settings, shortName, address, true);
    }

    boolean isAlone() {
        return alone;
    }

    /// The database as a person would name it.
    public String name() {
        return name;
    }

    /// The one word that a person types to confirm that this database is meant: its name on the server, or its file's.
    public String shortName() {
        return shortName;
    }

    /// Where the database is, whoever asks for it: without user and secrets. Nothing for one that lives in memory only.
    public Optional<String> address() {
        return file.map(Database::real).or(() -> address);
    }

    /// The part of a URL that no password stands in.
    private static Optional<String> address(String url) {
        var plain = url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//").replaceFirst("^jdbc:", "");
        return Optional.of(plain).filter(text -> !text.equals("sqlite:") && !text.contains(":memory:"));
    }

    /// A file that is reached by several paths is one database.
    private static String real(Path path) {
        try {
            return "sqlite:" + (Files.exists(path) ? path.toRealPath() : realParent(path));
        } catch (IOException _) {
            return "sqlite:" + path;
        }
    }

    private static Path realParent(Path path) throws IOException {
        var parent = path.getParent();
        return parent == null ? path : parent.toRealPath().resolve(path.getFileName());
    }

    /// A text without the password by which the database is reached, unless that is no more than the name of its user.
    public String withoutPassword(String text) {
        return settings.flatMap(ConnectionSettings::password).map(Secret::reveal)
                .filter(password -> !settings.flatMap(ConnectionSettings::user).filter(password::equals).isPresent()
                        && !password.equals(shortName))
                .map(password -> Secrets.blank(text, password)).orElse(text);
    }

    /// How it is reached, where that is known.
    Optional<ConnectionSettings> settings() {
        return settings;
    }

    /// The file of a SQLite database, where it was named by one.
    Optional<Path> file() {
        return file;
    }

    public Dialect dialect() {
        return dialect;
    }

    /// Whether there is something to read: a SQLite file that isn't there yet is an empty database, and reading must
    /// not create it.
    public boolean exists() {
        return file.isEmpty() || Files.exists(file.get());
    }

    /// An empty database in memory instead of a file that isn't there: connecting to that would make it.
    public Database orInMemory() {
        return exists()
                ? this
                : new Database(name, dialect, () -> DriverManager.getConnection("jdbc:sqlite::memory:",
                        settings.orElseThrow().properties()), Optional.empty(), shortName, Optional.empty(), alone);
    }

    /// A new connection; the caller closes it.
    public Connection connect() {
        refuseMissingFolder();
        try {
            return source.connect();
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, name));
        }
    }

    /// A new connection that can only read, whatever is asked of it; the caller closes it.
    public Connection connectForReading() {
        try {
            return read(List.of()).gated();
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, name));
        }
    }

    /// What a question of our own is answered by a session that only reads.
    <T> T ask(Question<T> question) {
        return ask(List.of(), question);
    }

    /// The same; these settings are made first.
    <T> T ask(List<String> made, Question<T> question) {
        try (var session = read(made)) {
            return question.of(session.ungated());
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, name));
        }
    }

    /// A session for questions of our own; the caller closes it.
    ReadingSession askAtLength(List<String> made) {
        try {
            return read(made);
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, name));
        }
    }

    private ReadingSession read(List<String> made) throws SQLException {
        var file = settings.filter(s -> s.file().isPresent());
        return file.isPresent()
                ? ReadOnlyFile.open(file.get(), source)
                : ReadingSession.begin(source.connect(), dialect.product(), made);
    }

    void refuseMissingFolder() {
        file.map(Path::getParent).filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new Refusal(ProblemKind.CANNOT_CONNECT,
                    "%s can't be opened: there is no folder %s".formatted(name, folder),
                    "Create the folder, or check the file name in the URL.");
        });
    }
}
