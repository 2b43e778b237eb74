package org.athanor.engine.script.python.vocabulary.schema;

import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// A value that says how the database fills a column: `sa.Computed(…)`, `sa.Identity(…)`, `sa.FetchedValue()`.
public record FillingValue(String typeName, Filling filling) implements Value {
    static final String COUNTING = "start=None, increment=None, minvalue=None, maxvalue=None, nominvalue=None,"
            + " nomaxvalue=None, cycle=None, cache=None, order=None";

    public static Value computed() {
        return NativeFunction.of("Computed", "sqltext, persisted=None", FillingValue::computed);
    }

    public static Value identity() {
        return NativeFunction.of("Identity", "always=False, on_null=None, " + COUNTING + ", **dialect_kw",
                FillingValue::identity);
    }

    public static Value fetched() {
        return NativeFunction.of("FetchedValue", "for_update=False",
                _ -> new FillingValue("FetchedValue", Filling.NONE));
    }

    public static Value defaultClause() {
        return NativeFunction.of("DefaultClause", "arg, for_update=False, _reflected=False",
                b -> new FillingValue("DefaultClause", Fillings.of(b.get("arg"), "DefaultClause()")));
    }

    private static Value computed(Bound bound) {
        var given = new Given("Computed()", bound);
        return new FillingValue("Computed", new Filling.Computed(Conditions.of(given, "sqltext"),
                given.optionalFlag("persisted")));
    }

    private static Value identity(Bound bound) {
        var given = new Given("Identity()", bound);
        Settings.of("Identity()", bound.namedRest(), Settings.NONE);
        return new FillingValue("Identity",
                new Filling.Identity(given.flag("always"), given.flag("on_null"), options(given)));
    }

    static SequenceOptions options(Given given) {
        return new SequenceOptions(given.optionalNumber("start"), given.optionalNumber("increment"),
                given.optionalNumber("minvalue"), given.optionalNumber("maxvalue"), given.flag("nominvalue"),
                given.flag("nomaxvalue"), given.optionalFlag("cycle"), given.optionalNumber("cache"));
    }
}
