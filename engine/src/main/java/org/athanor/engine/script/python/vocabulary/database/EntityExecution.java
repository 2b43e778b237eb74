package org.athanor.engine.script.python.vocabulary.database;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;

/// What a session executes itself: the same as its connection does, after what waits was sent.
record EntityExecution(Connection bind, Unit unit) {
    Value function(String name) {
        return NativeFunction.of("Session." + name, "statement, params=None, **kw", b -> {
            unit.flush();
            var arguments = b.given("params").map(p -> Arguments.of(b.get("statement"), p))
                    .orElseGet(() -> Arguments.of(b.get("statement")));
            return bind.attribute(name).call(arguments);
        });
    }
}
