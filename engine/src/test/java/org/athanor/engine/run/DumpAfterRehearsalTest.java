package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.database.BeforeAndAfter.Comparison;
import org.athanor.engine.database.SystemPostgres;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.differential.operations.CatalogText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database is the same before and after a rehearsal, whoever looks.
class DumpAfterRehearsalTest {
    private static final String MISSING = "pg_dump wasn't asked: /usr/lib/postgresql has no server with its pg_dump."
            + " .ci/run installs one.";

    @TempDir
    Path folder;

    @Test
    void pg_dump_writes_the_same() throws IOException {
        var found = SystemPostgres.start();
        if (found.isEmpty()) {
            System.err.println(MISSING);
        }
        assumeTrue(found.isPresent(), MISSING);
        try (var server = found.get()) {
            var shop = RehearsedStory.on(server.url(), folder);
            var before = server.dump();

            rehearse(shop);

            assertThat(before).hasSizeGreaterThan(300).contains("CREATE TABLE public.orders (");
            assertThat(server.dump()).isEqualTo(before);
            upgrade(shop);
            assertThat(server.dump()).isNotEqualTo(before);
        }
    }

    @Test
    void catalog_and_rows_are_the_same() throws SQLException {
        var shop = RehearsedStory.on(TestPostgres.freshDatabase(), folder);
        var before = all(shop);

        rehearse(shop);

        assertThat(before).hasSizeGreaterThan(200);
        assertThat(all(shop)).isEqualTo(before);
        upgrade(shop);
        assertThat(all(shop)).isNotEqualTo(before);
    }

    private static void rehearse(Revisions shop) {
        var result = shop.athanor().rehearse("head", RunOptions.USUAL, RunListener.SILENT, new Stop());
        assertThat(result.isWhole()).as("%s", result).isTrue();
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
        assertThat(result.steps()).extracting(RehearsedStep::rows).containsExactly(0L, 62L, 4L, 0L);
    }

    private static void upgrade(Revisions shop) {
        assertThat(shop.athanor().upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop()))
                .isInstanceOf(RunResult.Completed.class);
    }

    /// The version rows and the state of each sequence, too.
    private static List<String> all(Revisions shop) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = shop.connect()) {
            lines.addAll(CatalogText.of(connection, Product.POSTGRESQL));
        }
        lines.addAll(shop.ask("SELECT version_num FROM alembic_version ORDER BY 1"));
        lines.addAll(shop.ask("SELECT sequencename || ' ' || coalesce(last_value, -1) FROM pg_sequences ORDER BY 1"));
        lines.addAll(shop.ask("SELECT relname || ' ' || relfilenode FROM pg_class ORDER BY 1"));
        return lines;
    }
}
