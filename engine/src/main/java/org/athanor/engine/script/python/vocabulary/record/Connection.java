package org.athanor.engine.script.python.vocabulary.record;

import java.util.Optional;

import org.athanor.engine.script.python.value.Value;

/// What revisions know as their connection, engine or session: statements that go to it are recorded, or carried out at
/// once where there is a database.
public interface Connection extends Value {
    Recorder recorder();

    /// The code of the product behind it, as SQLAlchemy calls it: `postgresql`, `sqlite`.
    String product();

    /// The database, while the revision is performed.
    default Optional<LiveDatabase> live() {
        return recorder().live();
    }
}
