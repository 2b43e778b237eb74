package org.athanor.engine.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;

class LocateOnSqliteTest extends LocateContract {
    @Override
    Database fresh() throws IOException {
        var own = Files.createTempDirectory(folder, "database");
        return Database.of(ConnectionSettings.parse("sqlite:///x.db", own));
    }

    @Override
    int stride() {
        return 1;
    }

    @Override
    List<Mutation> ownMutations() {
        return List.of(new Mutation("DROP TRIGGER order_line_stock", "missing: trigger order_line_stock"));
    }
}
