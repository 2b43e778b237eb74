package org.athanor.engine.locate;

import java.nio.file.Path;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;

class LocateOnPostgresTest extends LocateContract {
    @Override
    Database fresh() {
        return Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), Path.of("")));
    }
}
