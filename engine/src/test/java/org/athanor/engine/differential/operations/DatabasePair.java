package org.athanor.engine.differential.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;

/// Two databases of one product: one for the real Alembic and one for the engine.
final class DatabasePair implements AutoCloseable {
    private static final String CLEAN = "DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS shop CASCADE; "
            + "CREATE SCHEMA public";

    private final Product product;
    private final Path folder;
    private final String theirUrl;
    private final String ourUrl;
    private final Map<String, Connection> connections = new HashMap<>();

    private DatabasePair(Product product, Path folder, String theirUrl, String ourUrl) {
        this.product = product;
        this.folder = folder;
        this.theirUrl = theirUrl;
        this.ourUrl = ourUrl;
    }

    static DatabasePair of(Product product, Path folder) {
        return switch (product) {
            case POSTGRESQL -> new DatabasePair(product, folder, TestPostgres.freshDatabase(),
                    TestPostgres.freshDatabase());
            case SQLITE -> new DatabasePair(product, folder, "sqlite:///" + folder.resolve("theirs.db"),
                    "sqlite:///" + folder.resolve("ours.db"));
        };
    }

    Product product() {
        return product;
    }

    String theirUrl() {
        return theirUrl.replace("postgresql://", "postgresql+psycopg2://");
    }

    /// Leaves nothing in either.
    void empty() throws SQLException {
        switch (product) {
            case POSTGRESQL -> {
                clean(theirUrl);
                clean(ourUrl);
            }
            case SQLITE -> {
                delete(folder.resolve("theirs.db"));
                delete(folder.resolve("ours.db"));
            }
        }
    }

    private void clean(String url) throws SQLException {
        try (var statement = connect(url).createStatement()) {
            statement.execute(CLEAN);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The engine's turn; what went wrong, if something did.
    Optional<String> run(String way, CaseFolder project) {
        try {
            var athanor = Athanor.open(Project.open(project.configuration(), Map.of()), database(ourUrl));
            var plan = way.equals("up") ? athanor.planUpgrade(project.revision()) : athanor.planDowngrade("base");
            if (!plan.isRunnable()) {
                return Optional.of(plan.obstacles().stream().map(Problem::text).collect(Collectors.joining("; ")));
            }
            return switch (athanor.run(plan, RunListener.SILENT, () -> false)) {
                case RunResult.Completed _ -> Optional.empty();
                case RunResult.Stopped _ -> Optional.of("stopped");
                case RunResult.Failed failed -> Optional.of(failed.problem().text());
            };
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem().text());
        }
    }

    List<String> theirs() throws SQLException {
        return catalog(theirUrl);
    }

    List<String> ours() throws SQLException {
        return catalog(ourUrl);
    }

    private List<String> catalog(String url) throws SQLException {
        return switch (product) {
            case POSTGRESQL -> CatalogText.of(connect(url), product);
            case SQLITE -> {
                try (var connection = database(url).connect()) {
                    yield CatalogText.of(connection, product);
                }
            }
        };
    }

    /// A connection that stays open, since opening one costs as much as all that is asked.
    private Connection connect(String url) throws SQLException {
        var open = connections.get(url);
        if (open == null) {
            open = database(url).connect();
            connections.put(url, open);
        }
        return open;
    }

    private Database database(String url) {
        return Database.of(ConnectionSettings.parse(url, folder));
    }

    @Override
    public void close() throws SQLException {
        empty();
        for (var connection : connections.values()) {
            connection.close();
        }
    }
}
