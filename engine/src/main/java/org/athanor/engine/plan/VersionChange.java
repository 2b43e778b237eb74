package org.athanor.engine.plan;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Statement;

/// What happens to one row of the version table.
public sealed interface VersionChange {
    record Insert(RevisionId id) implements VersionChange {}

    record Delete(RevisionId id) implements VersionChange {}

    record Update(RevisionId from, RevisionId to) implements VersionChange {}

    default Statement statement(VersionTable table, Dialect dialect) {
        return switch (this) {
            case Insert(var id) -> table.insert(id, dialect);
            case Delete(var id) -> table.delete(id, dialect);
            case Update(var from, var to) -> table.update(from, to, dialect);
        };
    }
}
