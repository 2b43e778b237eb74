package org.athanor.engine.script.python.vocabulary.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.TableValue;

/// `sa.Table(…)`, and what `op.create_table` answers: a table with its columns, constraints and indexes.
public final class DefinedTable implements TableValue {
    private final TableName name;
    private final MetadataValue metadata;
    private final Map<String, DefinedColumn> columns = new LinkedHashMap<>();
    private final List<ConstraintValue> constraints = new ArrayList<>();
    private final List<IndexValue> indexes = new ArrayList<>();
    private Optional<String> comment = Optional.empty();
    private Map<String, Setting> settings = Map.of();
    private List<String> prefixes = List.of();

    public DefinedTable(TableName name, MetadataValue metadata) {
        this.name = name;
        this.metadata = metadata;
    }

    @Override
    public Optional<Value> maker(String column) {
        return columns().stream().filter(c -> c.columnName().equals(column)).findFirst().flatMap(DefinedColumn::preset);
    }

    public String tableName() {
        return name.name();
    }

    public Optional<String> schema() {
        return name.schema();
    }

    public TableName name() {
        return name;
    }

    public MetadataValue metadata() {
        return metadata;
    }

    public List<DefinedColumn> columns() {
        return List.copyOf(columns.values());
    }

    List<ConstraintValue> constraints() {
        return constraints;
    }

    List<IndexValue> indexes() {
        return indexes;
    }

    Optional<String> comment() {
        return comment;
    }

    Map<String, Setting> settings() {
        return settings;
    }

    List<String> prefixes() {
        return prefixes;
    }

    /// What the call says beside columns and constraints.
    public void describe(Optional<String> tableComment, Map<String, Setting> tableSettings,
            List<String> tablePrefixes) {
        comment = tableComment;
        settings = tableSettings;
        prefixes = tablePrefixes;
    }

    /// Adds a column, a constraint or an index.
    public void append(Value item) {
        switch (item) {
            case DefinedColumn column -> append(column);
            case ConstraintValue constraint -> {
                constraint.attach(this);
                constraints.add(constraint);
            }
            case IndexValue index -> {
                index.attach(this);
                indexes.add(index);
            }
            case Nothing _ -> {
                // None may stand anywhere.
            }
            default -> throw PythonFault.raised("ArgumentError",
                    "Table '%s': a Column, a constraint or an Index is expected, not %s".formatted(name,
                            item.typeName()));
        }
    }

    private void append(DefinedColumn column) {
        column.attach(this);
        var there = columns.putIfAbsent(column.key(), column);
        if (there != null && !there.equals(column)) {
            throw PythonFault.raised("DuplicateColumnError",
                    "A column with name '%s' is already present in table '%s'.".formatted(column.columnName(), name));
        }
    }

    /// The name of the column that Python's side knows by a key.
    String columnName(String key) {
        return Optional.ofNullable(columns.get(key)).map(DefinedColumn::columnName).orElse(key);
    }

    /// The names of the columns of which nobody says whether they may be NULL: a key decides that.
    public Set<String> undecided() {
        return columns().stream().filter(c -> c.saidNullable().isEmpty()).map(DefinedColumn::columnName)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<DefinedColumn> find(String key) {
        return Optional.ofNullable(columns.get(key));
    }

    boolean has(String key) {
        return columns.containsKey(key);
    }

    SqlExpression reference(DefinedColumn column) {
        return new SqlExpression.ColumnName(Optional.of(source()), column.columnName(), column.type());
    }

    @Override
    public Source.Table source() {
        return TableModel.source(this);
    }

    @Override
    public String typeName() {
        return "Table";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name" -> new Text(tableName());
            case "fullname", "key" -> new Text(name.toString());
            case "schema" -> schema().<Value>map(Text::new).orElse(Nothing.NONE);
            case "metadata" -> metadata;
            case "comment" -> comment.<Value>map(Text::new).orElse(Nothing.NONE);
            case "c", "columns" -> new ColumnsValue(this);
            case "create" -> TableCommands.create(this);
            case "drop" -> TableCommands.drop(this);
            case "append_column" -> NativeFunction.of(member, "column, replace_existing=False!", b -> {
                append(b.get("column"));
                return Nothing.NONE;
            });
            case "append_constraint" -> NativeFunction.of(member, "constraint", b -> {
                append(b.get("constraint"));
                return Nothing.NONE;
            });
            case "to_metadata", "tometadata", "primary_key", "foreign_keys", "constraints", "indexes" ->
                throw PythonFault.unreadable("Table.%s isn't read".formatted(member));
            default -> TableValue.super.attribute(member);
        };
    }

    @Override
    public void assign(String member, Value value) {
        if (!member.equals("comment")) {
            throw PythonFault.unreadable("setting '%s' of a Table isn't read".formatted(member));
        }
        comment = Given.asText(value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String shown() {
        return name.toString();
    }
}
