package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;

/// SQL with a driver's own marks for values: `?` and `:name` for SQLite, `%s` and `%(name)s` for PostgreSQL.
public final class DriverText {
    private static final Pattern POSTGRESQL = Pattern.compile("%s|%\\((\\w+)\\)s|%%");
    private static final Pattern SQLITE = Pattern
            .compile("'[^']*'|\"[^\"]*\"|`[^`]*`|\\[[^]]*]|--[^\n]*|(?s:/\\*.*?(?:\\*/|$))"
                    + "|\\?|(?<!:):(\\w+)");

    private DriverText() {}

    /// The text, once for each set of values: a tuple or a dictionary is one, a list holds several.
    public static List<Operation> operations(String sql, Optional<Value> parameters, String product) {
        if (parameters.isEmpty() || Expressions.elements(parameters.get()).isEmpty()) {
            return List.of(new Operation.Execute(sql));
        }
        return sets(parameters.get()).stream()
                .<Operation>map(set -> new Operation.ExecuteExpression(withValues(sql, set, product))).toList();
    }

    private static List<Value> sets(Value parameters) {
        if (!(parameters instanceof Sequence)) {
            return List.of(parameters);
        }
        var sets = Expressions.elements(parameters);
        if (!sets.stream().allMatch(s -> s instanceof Tuple || s instanceof Dictionary)) {
            throw PythonFault.raised("ArgumentError", "List argument must consist only of tuples or dictionaries");
        }
        return sets;
    }

    private static SqlExpression withValues(String sql, Value parameters, String product) {
        var marks = (product.equals("postgresql") ? POSTGRESQL : SQLITE).matcher(sql);
        var values = parameters instanceof Dictionary ? List.<Value>of() : Expressions.elements(parameters);
        var parts = new ArrayList<SqlExpression>();
        int from = 0;
        int next = 0;
        while (marks.find()) {
            var mark = marks.group();
            if (!"?:%".contains(mark.substring(0, 1))) {
                continue;
            }
            parts.add(SqlExpression.written(sql.substring(from, marks.start())));
            from = marks.end();
            if (mark.equals("%%")) {
                parts.add(SqlExpression.written("%"));
            } else if (marks.group(1) != null) {
                parts.add(Expressions.of(parameters.item(new Text(marks.group(1)))));
            } else {
                if (next >= values.size()) {
                    throw PythonFault.raised("ProgrammingError", "More marks for values than values: " + sql);
                }
                parts.add(Expressions.of(values.get(next++)));
            }
        }
        if (next < values.size()) {
            throw PythonFault.raised("ProgrammingError", "More values than marks for values: " + sql);
        }
        parts.add(SqlExpression.written(sql.substring(from)));
        return new SqlExpression.Template(parts);
    }
}
