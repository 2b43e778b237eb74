package org.athanor.engine.script.python.vocabulary.record;

import org.athanor.engine.script.python.value.Value;

/// What revisions know as their connection, engine or session: statements that go to it are recorded.
public interface Connection extends Value {
    Recorder recorder();

    /// The code of the product behind it, as SQLAlchemy calls it: `postgresql`, `sqlite`.
    String product();
}
