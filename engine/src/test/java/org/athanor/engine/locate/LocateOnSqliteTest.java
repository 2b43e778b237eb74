package org.athanor.engine.locate;



import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;


class LocateOnSqliteTest extends LocateContract {
    private int count;

    @Override
    Database fresh() {
        return Database.of(ConnectionSettings.parse("sqlite:///" + folder.resolve(count++ + ".db"), folder));
    }
}
