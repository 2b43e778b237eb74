package org.athanor.engine.script.python.vocabulary.schema;

import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// Names are quoted where they need it. Where a revision says itself whether a name is quoted, it must say the same.
public final class Quoting {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Quoting() {}

    public static void check(String what, String name, Optional<Value> quote) {
        if (quote.isPresent() && quote.get().truth() == PLAIN.matcher(name).matches()) {
            throw PythonFault.unreadable("%s('%s', quote=%s): names are quoted where they need it, and only there"
                    .formatted(what, name, Given.described(quote.get())));
        }
    }
}
