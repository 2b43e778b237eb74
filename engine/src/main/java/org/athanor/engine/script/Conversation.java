package org.athanor.engine.script;

import java.sql.SQLException;

import org.athanor.engine.schema.Schema;
import org.athanor.engine.sql.Statement;

/// The database, as a script that is performed talks with it: in the transaction of its step.
public interface Conversation {
    /// Sends a statement and waits for the answer. Values stand in the statement's text, so that whoever keeps or shows it
    /// has all of it.
    Answer send(Statement statement) throws SQLException;

    /// What the database holds at this moment, to the eyes of the transaction.
    Schema schema() throws SQLException;
}
