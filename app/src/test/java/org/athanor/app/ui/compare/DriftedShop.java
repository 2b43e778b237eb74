package org.athanor.app.ui.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.Stop;

/// A project of three revisions with a SQLite database at head, which somebody changes by hand.
public record DriftedShop(Path folder, Profile profile) {
    /// A column, an index and a table that no revision makes; a column that a revision makes is gone.
    public static final List<String> DRIFT = List.of("ALTER TABLE customer ADD nickname text",
            "ALTER TABLE customer DROP COLUMN note", "DROP INDEX customer_name",
            "CREATE TABLE \"<b>loud</b>\" (id integer)");

    public static DriftedShop at(Path folder, String... statements) throws Exception {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), """
                [athanor]
                [athanor.target]
                schema = "schema.sql"
                ignore = ["table legacy_*: an older program's own"]
                """);
        write(folder, "aaaaaaaaaaaa", "",
                "CREATE TABLE customer (id integer PRIMARY KEY, name text NOT NULL, note text, since text)",
                "DROP TABLE customer");
        write(folder, "bbbbbbbbbbbb", "aaaaaaaaaaaa", "CREATE INDEX customer_name ON customer (name)",
                "DROP INDEX customer_name");
        write(folder, "cccccccccccc", "bbbbbbbbbbbb",
                "CREATE VIEW loyal AS SELECT id FROM customer WHERE since < '2020'",
                "DROP VIEW loyal");
        var url = "jdbc:sqlite:" + folder.resolve("shop.db");
        var shop = new DriftedShop(folder,
                new Profile("shop", Environment.STAGING, folder.resolve("athanor.toml"), Optional.of(url)));
        Athanor.open(Project.open(shop.profile().config()), Database.of(ConnectionSettings.parse(url, folder)))
                .upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop());
        shop.send(statements);
        return shop;
    }

    public static DriftedShop drifted(Path folder) throws Exception {
        return at(folder, DRIFT.toArray(String[]::new));
    }

    public void send(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection(profile.url().orElseThrow());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void write(Path folder, String id, String parent, String up, String down) throws Exception {
        Files.writeString(folder.resolve("versions/%s.sql".formatted(id)), """
                -- revision: %s
                -- down_revision: %s
                -- message: Step %s

                -- +upgrade
                %s;

                -- +downgrade
                %s;
                """.formatted(id, parent, id.charAt(0), up, down));
    }
}
