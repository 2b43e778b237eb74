import java.nio.file.Path;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.athanor.engine.Athanor;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunEvent;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/// An application that brings its database up to date before it does anything else.
public final class Shop {
    private Shop() {}

    /// `Shop JDBC-URL MIGRATIONS`
    public static void main(String[] arguments) throws SQLException {
        var dataSource = dataSource(arguments[0]);
        var project = Project.open(Path.of(arguments[1], "athanor.toml"));

        Athanor.open(project, dataSource).upgrade("head", Shop::tell);

        System.out.println("Open for business with " + products(dataSource) + " products.");
    }

    /// Called on the thread that runs the upgrade, so it must not take long.
    private static void tell(RunEvent event) {
        switch (event) {
            case RunEvent.Waiting waiting -> System.err.println("Waiting for " + waiting.holder());
            case RunEvent.StepStarted step ->
                System.err.println("%d of %d: %s".formatted(step.number(), step.of(), step.step().title()));
            case RunEvent.Finished finished ->
                System.err.println("Upgraded by %d steps".formatted(finished.result().applied().size()));
            default -> {
                // There is more to hear: statements, rows, times, locks that are waited for.
            }
        }
    }

    private static int products(DataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM product")) {
            row.next();
            return row.getInt(1);
        }
    }

    /// An application takes the one that it has, such as a pool.
    private static DataSource dataSource(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            var sqlite = new SQLiteDataSource();
            sqlite.setUrl(url);
            return sqlite;
        }
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        return postgres;
    }
}
