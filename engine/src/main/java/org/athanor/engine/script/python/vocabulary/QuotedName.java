package org.athanor.engine.script.python.vocabulary;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.schema.Quoting;

/// `quoted_name(…)`: a name that says itself whether it is quoted. Names are quoted where they need it; anything else isn't
/// read.
final class QuotedName {
    private QuotedName() {}

    static Value maker() {
        return NativeFunction.of("quoted_name", "value, quote", QuotedName::of);
    }

    private static Value of(Bound bound) {
        var name = new Given("quoted_name()", bound).text("value");
        Quoting.check("quoted_name", name, bound.given("quote"));
        return new Text(name);
    }
}
