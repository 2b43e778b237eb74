package org.athanor.engine.script.python.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `date.isocalendar()` answers: a tuple whose elements have names.
final class IsoCalendarDate {
    static final PythonClass TYPE = BuiltinClasses.library("IsoCalendarDate", BuiltinClasses.TUPLE,
            "year, week, weekday", given -> Tuple.of(given.get("year"), given.get("week"), given.get("weekday")),
            members());

    private IsoCalendarDate() {}

    private static Map<String, Value> members() {
        var members = new LinkedHashMap<String, Value>();
        var names = List.of("year", "week", "weekday");
        for (var name : names) {
            var place = Whole.of(names.indexOf(name));
            members.put(name, new Descriptor.Property(
                    NativeFunction.of(name, "self", given -> given.get("self").plain().item(place)), Optional.empty(),
                    false));
        }
        members.put("__repr__", Descriptor.NativeMethod.of("__repr__", "",
                (self, _) -> new Text("datetime.IsoCalendarDate(year=%s, week=%s, weekday=%s)".formatted(
                        names.stream().map(name -> self.attribute(name).written()).toArray()))));
        return members;
    }
}
