package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;

import org.athanor.engine.problem.Problem;

/// Goes along with a connection whose questions may have to wait for others.
public interface Escort {
    /// Its questions are about to be asked.
    void join(Connection connection) throws SQLException;

    /// They are answered, or failed.
    void leave();

    /// What a failure means, with what the escort has seen meanwhile.
    Problem explain(SQLException failure);
}
