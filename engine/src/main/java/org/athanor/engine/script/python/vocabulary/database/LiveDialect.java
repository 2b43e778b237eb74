package org.athanor.engine.script.python.vocabulary.database;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.live.Inspector;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.script.python.vocabulary.record.LiveDatabase;

/// What a dialect tells of the database that it is connected to.
final class LiveDialect {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private LiveDialect() {}

    static Optional<Value> member(String name, String product, LiveDatabase live) {
        return Optional.ofNullable(switch (name) {
            case "server_version_info" -> version(product, live);
            case "default_schema_name" -> new Inspector(product, live).defaultSchema();
            case "has_table" ->
                NativeFunction.of("dialect.has_table", "connection, table_name, schema=None, **kw", b -> {
                    var given = new Given("dialect.has_table()", b);
                    return Truth.of(new Inspector(product, live)
                            .hasTable(new TableName(given.optionalText("schema"), given.text("table_name"))));
                });
            case "has_index", "has_sequence", "has_schema", "get_columns", "get_table_names" ->
                NativeFunction.of("dialect." + name, "connection, *args, **kw",
                        b -> new Inspector(product, live).attribute(name)
                                .call(new Arguments(b.rest(), b.namedRest(),
                                        b.line())));
            default -> null;
        });
    }

    /// `engine.has_table("t")`, as it was before 2.0.
    static Value hasTable(Connection connection) {
        return NativeFunction.of("Connection.has_table", "table_name, schema=None", b -> {
            var live = connection.live().orElseThrow(() -> PythonFault.live("Connection.has_table asks the database"));
            var given = new Given("has_table()", b);
            return Truth.of(new Inspector(connection.product(), live)
                    .hasTable(new TableName(given.optionalText("schema"), given.text("table_name"))));
        });
    }

    private static Value version(String product, LiveDatabase live) {
        var answer = live.send(product.equals("postgresql")
                ? "SELECT current_setting('server_version')"
                : "SELECT sqlite_version()", 0);
        if (answer instanceof Answer.Rows rows
                && rows.rows().getFirst().getFirst() instanceof Constant.Text(var text)) {
            var numbers = new ArrayList<Value>();
            var found = NUMBER.matcher(text.split(" ", 2)[0]);
            while (found.find()) {
                numbers.add(Whole.of(Long.parseLong(found.group())));
            }
            return new Tuple(numbers);
        }
        return Nothing.NONE;
    }

}
