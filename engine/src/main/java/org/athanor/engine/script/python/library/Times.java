package org.athanor.engine.script.python.library;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.DateClasses;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.value.Zone;

/// `datetime`, `zoneinfo` and `time`.
final class Times {
    private Times() {}

    static Module datetime() {
        return new Members().type(DateClasses.DATE).type(DateClasses.DATETIME).type(DateClasses.TIME)
                .type(DateClasses.TIMEDELTA).type(DateClasses.TIMEZONE).type(DateClasses.TZINFO)
                .value("UTC", Zone.UTC).value("MINYEAR", Whole.of(1)).value("MAXYEAR", Whole.of(9999))
                .module("datetime");
    }

    static Module zones() {
        return new Members().type(DateClasses.ZONE_INFO).module("zoneinfo");
    }

    static Module time() {
        return new Members().nothing("sleep")
                .function("time", "", _ -> DateClasses.DATETIME.attribute("utcnow").call(Arguments.of())
                        .attribute("timestamp").call(Arguments.of()))
                .function("perf_counter", "", _ -> new Real(0))
                .function("monotonic", "", _ -> new Real(0))
                .function("strftime", "format, t=None", given -> DateClasses.DATETIME.attribute("utcnow")
                        .call(Arguments.of()).attribute("strftime").call(Arguments.of(given.get("format"))))
                .module("time");
    }
}
