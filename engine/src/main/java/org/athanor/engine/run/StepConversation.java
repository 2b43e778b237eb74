package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.SQLException;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.Database;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.Conversation;
import org.athanor.engine.sql.Statement;

/// What a live step says to the database: its statements go the way of all others, and their answers come back.
final class StepConversation implements Conversation {
    private final Connection connection;
    private final Database database;
    private final Way way;

    /// How a statement of the step is sent: told, stopped and counted as those that are known before.
    interface Way {
        Answer send(Statement statement, AnswerReader reader) throws SQLException;
    }

    StepConversation(Connection connection, Database database, Way way) {
        this.connection = connection;
        this.database = database;
        this.way = way;
    }

    @Override
    public Answer send(Statement statement) throws SQLException {
        return way.send(statement, new AnswerReader(database.dialect().product()));
    }

    @Override
    public Schema schema() throws SQLException {
        return Catalog.read(connection, database.dialect());
    }
}
