package org.athanor.engine.script.python.vocabulary.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.schema.DefinedColumn;
import org.athanor.engine.script.python.vocabulary.schema.DefinedTable;
import org.athanor.engine.script.python.vocabulary.schema.Fillings;
import org.athanor.engine.script.python.vocabulary.schema.MetadataValue;
import org.athanor.engine.script.python.vocabulary.schema.TableModel;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// Adds, changes and drops columns.
final class ColumnDirectives {
    static final String ADD = "if_not_exists=None, inline_references=None, inline_primary_key=None";
    static final String ALTER = "nullable=None, comment=False, server_default=False, new_column_name=None, type_=None,"
            + " existing_type=None, existing_server_default=False, existing_nullable=None, existing_comment=None";

    private final Place place;

    ColumnDirectives(Place place) {
        this.place = place;
    }

    void add(Given given) {
        if (!(given.bound().get("column") instanceof DefinedColumn column)) {
            throw given.wrong("column", "a Column", given.bound().get("column"));
        }
        var name = place.table(given, "table_name");
        var added = column.table().isPresent() ? column.copy() : column;
        var table = new DefinedTable(name, new MetadataValue(Optional.empty(), place.conventions()));
        table.append(added);
        var model = TableModel.withAllKeys(table, place.product());
        place.add(new Operation.AddColumn(name, model.columns().getFirst(), model.constraints(), model.indexes(),
                given.flag("if_not_exists"), given.flag("inline_references"), given.flag("inline_primary_key")),
                given.bound().line());
    }

    /// The name of the column that is added.
    static String name(Given given) {
        return given.bound().get("column") instanceof DefinedColumn column ? column.columnName() : "";
    }

    void drop(Given given) {
        place.record(new Operation.DropColumn(place.table(given, "table_name"), columnName(given),
                given.flag("if_exists")), given.bound().line());
    }

    void alter(Given given) {
        var table = place.table(given, "table_name");
        var column = columnName(given);
        var type = type(given, "type_");
        var existing = type(given, "existing_type");
        var change = new ColumnChange(type, given.optionalFlag("nullable"), filling(given, "server_default"),
                comment(given),
                given.optionalText("new_column_name"), existing, given.optionalFlag("existing_nullable"),
                filling(given, "existing_server_default"), given.optionalText("existing_comment"), counting(given),
                settings(given));
        place.record(new Operation.AlterColumn(table, column, change), given.bound().line());
    }

    static String columnName(Given given) {
        return given.bound().get("column_name") instanceof DefinedColumn column
                ? column.columnName()
                : given.text("column_name");
    }

    private static Optional<SqlType> type(Given given, String parameter) {
        return given.bound().given(parameter).map(v -> Types.of(v, given.function(), parameter));
    }

    /// False leaves the default as it is, None takes it away.
    private static Optional<Filling> filling(Given given, String parameter) {
        return given.bound().find(parameter).filter(v -> v != Truth.FALSE)
                .map(v -> v == Nothing.NONE ? Filling.NONE : Fillings.of(v, given.function()));
    }

    private static Optional<Optional<String>> comment(Given given) {
        boolean isSaid = given.bound().find("comment").filter(v -> v != Truth.FALSE).isPresent();
        return isSaid ? Optional.of(given.optionalText("comment")) : Optional.empty();
    }

    private static Optional<Boolean> counting(Given given) {
        return Optional.ofNullable(given.bound().namedRest().get("autoincrement")).filter(v -> v != Nothing.NONE)
                .map(Value::truth);
    }

    private static Map<String, Setting> settings(Given given) {
        var settings = new LinkedHashMap<String, Setting>();
        given.bound().namedRest().forEach((name, value) -> {
            if (name.equals("postgresql_using") && value != Nothing.NONE) {
                settings.put(name, new Setting.Text(Given.asText(value)
                        .orElseThrow(() -> given.wrong(name, "a text", value))));
            } else if (!OTHERS.contains(name) && PRODUCTS.stream().noneMatch(name::startsWith)) {
                throw PythonFault.raised("TypeError",
                        "%s got an unexpected keyword argument '%s'".formatted(given.function(), name));
            }
        });
        return settings;
    }

    /// Arguments of a column that Alembic takes here too, and which change nothing.
    private static final List<String> OTHERS = List.of("autoincrement", "existing_autoincrement", "primary_key",
            "unique",
            "index", "default", "onupdate", "info", "doc", "key", "existing_primary_key", "existing_unique");
    private static final List<String> PRODUCTS = List.of("postgresql_", "sqlite_", "mysql_", "mariadb_", "mssql_",
            "oracle_");
}
