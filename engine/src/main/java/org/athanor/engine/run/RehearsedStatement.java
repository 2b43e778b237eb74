package org.athanor.engine.run;

import java.time.Duration;
import java.util.List;

import org.athanor.engine.database.TableLock;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// What a rehearsal tells of a statement.
public sealed interface RehearsedStatement {
    Statement statement();

    Part part();

    /// Which part of its step it belongs to: making the version table, the revision's script, or the version rows.
    enum Part {
        SETUP, SCRIPT, VERSION
    }

    /// It was sent and went well. `rows` is what the database counted. The locks are those that it took beyond what was
    /// held already, on tables that were there before; the tables are those that it wrote anew.
    record Sent(Statement statement, Part part, long rows, Duration took, List<TableLock> locks,
            List<TableName> rewritten) implements RehearsedStatement {
        public Sent {
            locks = List.copyOf(locks);
            rewritten = List.copyOf(rewritten);
        }
    }

    /// It was sent, and the database refused it. A script may have gone on all the same.
    record Refused(Statement statement, Part part, String message) implements RehearsedStatement {}

    /// It wasn't sent, because it can't be rehearsed.
    record LeftOut(Statement statement, Part part, String reason) implements RehearsedStatement {}
}
