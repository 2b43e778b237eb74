package org.athanor.engine.script.python.vocabulary.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.schema.Indexes;
import org.athanor.engine.script.python.vocabulary.schema.Settings;

/// Creates and drops indexes.
final class IndexDirectives {
    static final String CREATE = "unique=False, if_not_exists=None, quote=None!, info=None, **kw";
    static final String DROP = "if_exists=None, unique=False, quote=None!, info=None, **kw";

    private final Place place;

    IndexDirectives(Place place) {
        this.place = place;
    }

    void create(Given given) {
        var table = place.table(given, "table_name");
        var index = Indexes.of(given.function(), given.name("index_name"), table, columns(given), given.flag("unique"),
                Settings.of(given.function(), given.bound().namedRest(), Settings.INDEX), place.conventions());
        place.record(new Operation.CreateIndex(table, index, given.flag("if_not_exists")), given.bound().line());
    }

    private static List<Value> columns(Given given) {
        var columns = given.bound().get("columns");
        if (Given.asText(columns).isPresent()) {
            throw given.wrong("columns", "a list of columns", columns);
        }
        var elements = new ArrayList<Value>();
        columns.iterator().forEachRemaining(elements::add);
        var names = elements.size() < 2
                ? List.<String>of()
                : elements.stream().flatMap(e -> Given.asText(e).stream()).toList();
        if (names.size() > Set.copyOf(names).size()) {
            throw PythonFault.raised("DuplicateColumnError",
                    "%s: a column is named more than once: %s".formatted(given.function(), names));
        }
        return elements;
    }

    void drop(Given given, Optional<TableName> table, Optional<String> schema) {
        var name = given.name("index_name").orElseThrow(() -> PythonFault.raised("CompileError",
                given.function() + ": an index is dropped by its name; write the name that it has in the database"));
        place.record(new Operation.DropIndex(table, schema, name, given.flag("if_exists"),
                Settings.of(given.function(), given.bound().namedRest(), Settings.INDEX)), given.bound().line());
    }
}
