package org.athanor.engine.script.python.vocabulary.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.record.LiveDatabase;

/// `sa.inspect(bind)`: what the database has. As SQLAlchemy's it answers the same question only once, whatever happened
/// meanwhile.
public final class Inspector implements Value {
    private final LiveDatabase database;
    private final boolean isPostgresql;
    private final Dialect dialect;
    private final Map<String, Value> answered = new HashMap<>();

    public Inspector(String product, LiveDatabase database) {
        this.database = database;
        this.isPostgresql = product.equals("postgresql");
        this.dialect = isPostgresql ? new PostgreSql() : new Sqlite();
    }

    @Override
    public String typeName() {
        return "Inspector";
    }

    @Override
    public Value attribute(String name) {
        return names(name).or(() -> ofTable(name)).or(() -> exists(name)).orElseGet(() -> other(name));
    }

    private Value other(String name) {
        return switch (name) {
            case "default_schema_name" -> defaultSchema();
            case "clear_cache" -> NativeFunction.of(name, "", _ -> {
                answered.clear();
                return Nothing.NONE;
            });
            case "bind", "engine", "dialect", "get_enums", "get_temp_table_names", "get_sorted_table_and_fkc_names",
                    "get_multi_columns", "reflect_table", "get_table_options", "get_view_definition" ->
                throw PythonFault
                        .unreadable("Inspector.%s isn't read here".formatted(name));
            default -> Value.super.attribute(name);
        };
    }

    private Optional<Value> names(String name) {
        return Optional.ofNullable(switch (name) {
            case "get_table_names" -> once(name, "schema=None", g -> texts(tableNames(schema(g))));
            case "get_view_names" -> once(name, "schema=None", g -> texts(viewNames(schema(g), "v")));
            case "get_materialized_view_names" ->
                once(name, "schema=None", g -> texts(isPostgresql ? viewNames(schema(g), "m") : List.of()));
            case "get_sequence_names" -> once(name, "schema=None", g -> texts(viewNames(schema(g), "S")));
            case "get_schema_names" -> once(name, "", _ -> texts(schemaNames()));
            default -> null;
        });
    }

    private Optional<Value> ofTable(String name) {
        return Optional.ofNullable(switch (name) {
            case "get_columns" -> ofTable(name, TableFacts::columns);
            case "get_pk_constraint" -> ofTable(name, TableFacts::primaryKey);
            case "get_foreign_keys" -> ofTable(name, TableFacts::foreignKeys);
            case "get_indexes" -> ofTable(name, TableFacts::indexes);
            case "get_unique_constraints" -> ofTable(name, TableFacts::uniques);
            case "get_check_constraints" -> ofTable(name, TableFacts::checks);
            case "get_table_comment" -> ofTable(name, TableFacts::comment);
            default -> null;
        });
    }

    private Value ofTable(String name, Function<TableFacts, Value> fact) {
        return once(name, "table_name, schema=None", g -> {
            var table = new TableName(schema(g), g.text("table_name"));
            var facts = find(table).orElseThrow(
                    () -> DatabaseErrors.raised("NoSuchTableError", table.toString()));
            return fact.apply(new TableFacts(facts, dialect, isPostgresql));
        });
    }

    private Optional<Value> exists(String name) {
        return Optional.ofNullable(switch (name) {
            case "has_table" -> once(name, "table_name, schema=None",
                    g -> Truth.of(hasTable(new TableName(schema(g), g.text("table_name")))));
            case "has_index" -> once(name, "table_name, index_name, schema=None", g -> Truth
                    .of(find(new TableName(schema(g), g.text("table_name"))).stream().flatMap(t -> t.indexes().stream())
                            .anyMatch(i -> i.name().text().equals(g.text("index_name")))));
            case "has_sequence" -> once(name, "sequence_name, schema=None",
                    g -> Truth.of(viewNames(schema(g), "S").contains(g.text("sequence_name"))));
            case "has_schema" ->
                once(name, "schema_name", g -> Truth.of(schemaNames().contains(g.text("schema_name"))));
            default -> null;
        });
    }

    private Value once(String name, String parameters, Function<Given, Value> answer) {
        return NativeFunction.of("Inspector." + name, parameters.isEmpty() ? "**kw" : parameters + ", **kw", b -> {
            var key = name + arguments(b);
            var there = answered.get(key);
            if (there == null) {
                there = answer.apply(new Given("Inspector.%s()".formatted(name), b));
                answered.put(key, there);
            }
            return there;
        });
    }

    private static String arguments(Bound bound) {
        return bound.values().values().stream().map(Value::written).toList().toString();
    }

    /// The schema that is asked for; nothing for the one that needn't be said.
    private Optional<String> schema(Given given) {
        var schema = given.bound().has("schema") ? given.optionalText("schema") : Optional.<String>empty();
        return schema.filter(s -> !s.equals(defaultSchema().shown()));
    }

    /// The name of the schema that needn't be said.
    public Value defaultSchema() {
        return new Text(isPostgresql ? first("SELECT current_schema()") : "main");
    }

    private Optional<Table> find(TableName name) {
        return database.schema().table(name);
    }

    /// Views count too.
    public boolean hasTable(TableName name) {
        return find(name).isPresent() || Stream.of("v", "m").anyMatch(
                kind -> (isPostgresql || kind.equals("v")) && viewNames(name.schema(), kind).contains(name.name()));
    }

    private List<String> tableNames(Optional<String> schema) {
        return database.schema().tables().keySet().stream().filter(t -> t.schema().equals(schema)).map(TableName::name)
                .sorted().toList();
    }

    /// Names of another kind of relation: `v` views, `m` materialized ones, `S` sequences.
    private List<String> viewNames(Optional<String> schema, String kind) {
        if (!isPostgresql) {
            return kind.equals("S")
                    ? List.of()
                    : ask("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name");
        }
        return ask(
                "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind = '%s' AND n.nspname = %s ORDER BY c.relname".formatted(kind,
                                schema.map(dialect::literal).orElse("current_schema()")));
    }

    private List<String> schemaNames() {
        return isPostgresql
                ? ask("SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\\_%' ORDER BY nspname")
                : List.of("main");
    }

    private String first(String sql) {
        return ask(sql).stream().findFirst().orElse("");
    }

    private List<String> ask(String sql) {
        var texts = new ArrayList<String>();
        if (database.send(sql, 0) instanceof Answer.Rows rows) {
            rows.rows().forEach(row -> {
                if (row.getFirst() instanceof Constant.Text(var text)) {
                    texts.add(text);
                }
            });
        }
        return texts;
    }

    private static Value texts(List<String> texts) {
        return new Sequence(texts.stream().map(Text::new).toList());
    }
}
