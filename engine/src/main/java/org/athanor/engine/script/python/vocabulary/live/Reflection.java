package org.athanor.engine.script.python.vocabulary.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.LiveDatabase;
import org.athanor.engine.script.python.vocabulary.schema.DefinedTable;
import org.athanor.engine.script.python.vocabulary.schema.SchemaWords;

/// Tables as the database has them (`autoload_with=`, `reflect()`): their columns and keys, for statements about rows.
public final class Reflection {
    private final LiveDatabase database;
    private final Dialect dialect;

    public Reflection(String product, LiveDatabase database) {
        this.database = database;
        this.dialect = product.equals("postgresql") ? new PostgreSql() : new Sqlite();
    }

    /// The tables of the schema that needn't be said.
    public List<TableName> tables() {
        return database.schema().tables().keySet().stream().filter(t -> t.schema().isEmpty()).toList();
    }

    /// Gives the table the columns that the database's has, save those that it is said to have otherwise.
    public void fill(DefinedTable table, Set<String> said) {
        var there = database.schema().table(table.name())
                .orElseThrow(() -> DatabaseErrors.raised("NoSuchTableError", table.name().toString()));
        there.columns().stream().filter(c -> !said.contains(c.name())).forEach(c -> table.append(column(there, c)));
    }

    private Value column(Table table, Column column) {
        var named = new LinkedHashMap<String, Value>();
        named.put("primary_key", Truth.of(table.isKey(column)));
        named.put("nullable", Truth.of(column.nullable()));
        return SchemaWords.column().call(new Arguments(
                List.of(new Text(column.name()), ReflectedTypes.of(column.type(), dialect)), named, 0));
    }
}
