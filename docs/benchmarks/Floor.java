import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// What nobody can be below: read each file, send its statement and a change of the version row, in as many
/// transactions as Athanor and Alembic take, waiting for the disk as they do. No lock, no plan, no journal, no look at
/// the files' order but their names.
public final class Floor {
    private static final String UP = "-- +upgrade\n";
    private static final String DOWN = "-- +downgrade\n";

    private Floor() {}

    /// `Floor URL FOLDER`
    public static void main(String[] arguments) throws Exception {
        upgrade(arguments[0], Path.of(arguments[1]));
    }

    static void upgrade(String url, Path folder) throws Exception {
        boolean perStep = url.startsWith("jdbc:sqlite");
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                        + "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
            }
            try (var first = connection.prepareStatement("INSERT INTO alembic_version (version_num) VALUES (?)");
                    var next = connection.prepareStatement(
                            "UPDATE alembic_version SET version_num = ? WHERE version_num = ?")) {
                var before = "";
                for (var file : files(folder.resolve("athanor/versions"))) {
                    var id = file.getFileName().toString().substring(0, 12);
                    execute(section(Files.readString(file)), connection);
                    if (before.isEmpty()) {
                        update(first, id);
                    } else {
                        update(next, id, before);
                    }
                    before = id;
                    if (perStep) {
                        connection.commit();
                    }
                }
                connection.commit();
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String section(String text) {
        return text.substring(text.indexOf(UP) + UP.length(), text.indexOf(DOWN));
    }

    private static void execute(String sql, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void update(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        if (statement.executeUpdate() != 1) {
            throw new IllegalStateException("The version row isn't there");
        }
    }
}
