package org.athanor.engine.script.python.vocabulary;

import java.util.regex.Pattern;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// `quoted_name(…)`: a name that says itself whether it is quoted. Names are quoted where they need it; anything else isn't
/// read.
final class QuotedName {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private QuotedName() {}

    static Value maker() {
        return NativeFunction.of("quoted_name", "value, quote", QuotedName::of);
    }

    private static Value of(Bound bound) {
        var name = new Given("quoted_name()", bound).text("value");
        var quote = bound.given("quote");
        if (quote.isPresent() && (quote.get() == Truth.TRUE) == PLAIN.matcher(name).matches()) {
            throw PythonFault
                    .unreadable("quoted_name('%s', quote=%s): a name is quoted where it needs it, and only there"
                            .formatted(name, quote.get().written()));
        }
        return new Text(name);
    }
}
