package org.athanor.engine.script.python.vocabulary.record;

import org.athanor.engine.operation.Placed;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.Answer;

/// The database while a revision is performed: what it does is done at once, and what it asks is answered. What the
/// database refuses is an exception of Python's.
public interface LiveDatabase {
    /// Carries an operation out; the answer to the last of its statements.
    Answer perform(Placed operation);

    /// Sends SQL as it is.
    Answer send(String sql, int line);

    /// What the database holds now.
    Schema schema();
}
