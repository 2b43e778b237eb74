package org.athanor.engine.cache;

import java.util.List;

import org.athanor.engine.sql.Statement;

/// What a file does in one direction, for one product, when the file bore this stamp.
public record KeptScript(FileStamp stamp, List<Statement> statements) {
    public KeptScript {
        statements = List.copyOf(statements);
    }
}
