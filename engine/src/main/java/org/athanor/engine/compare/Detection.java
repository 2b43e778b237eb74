package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;

/// What is compared that Alembic lets a project turn off or on: of a column `compare_type` and `compare_server_default`, and with
/// `include_schemas` what lies in schemas of which only the database knows.
public record Detection(boolean types, boolean defaults, boolean schemas) {
    public static final Detection ALL = new Detection(true, true, true);

    /// The rules, and one for each schema that is left alone because nobody wants anything in it.
    public List<IgnoreRule> rules(List<IgnoreRule> given, Schema actual, Schema wanted) {
        if (schemas) {
            return given;
        }
        var rules = new ArrayList<>(given);
        actual.namespaces().stream().filter(name -> !wanted.namespaces().contains(name))
                .forEach(name -> rules.add(new IgnoreRule("schema", name,
                        "nothing in it is wanted, and include_schemas isn't True in env.py")));
        return rules;
    }

    /// The wanted schema, in which columns are as they are where nobody asks how they should be.
    public Schema applied(Schema actual, Schema wanted, Grammar grammar) {
        if (types && defaults) {
            return wanted;
        }
        var present = new LinkedHashMap<Object, Table>();
        actual.tables().forEach((name, table) -> present.put(grammar.canonical(name), table));
        return wanted.withTables(wanted.tables().values().stream().map(table -> {
            var before = present.get(grammar.canonical(table.name()));
            return before == null ? table : applied(before, table, grammar);
        }).toList());
    }

    private Table applied(Table actual, Table wanted, Grammar grammar) {
        return wanted.withColumns(wanted.columns().stream().map(column -> actual.columns().stream()
                .filter(c -> grammar.same(c.name(), column.name())).findFirst().map(c -> applied(c, column))
                .orElse(column)).toList());
    }

    private Column applied(Column actual, Column wanted) {
        boolean plain = isDefault(actual.filling()) && isDefault(wanted.filling());
        return new Column(wanted.name(), types ? wanted.type() : actual.type(), wanted.nullable(),
                defaults || !plain ? wanted.filling() : actual.filling(), wanted.counting(), wanted.comment(),
                wanted.checks(), wanted.settings());
    }

    private static boolean isDefault(Filling filling) {
        return switch (filling) {
            case Filling.None _,Filling.Text _,Filling.Default _ -> true;
            case Filling.Computed _,Filling.Identity _ -> false;
        };
    }
}
