package org.athanor.engine.script.python.vocabulary.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Column.Counting;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.type.Name;

/// What an inspector tells of one table, in SQLAlchemy's words.
final class TableFacts {
    private final Table table;
    private final Dialect dialect;
    private final boolean isPostgresql;

    TableFacts(Table table, Dialect dialect, boolean isPostgresql) {
        this.table = table;
        this.dialect = dialect;
        this.isPostgresql = isPostgresql;
    }

    Value columns() {
        return new Sequence(table.columns().stream().map(this::column).toList());
    }

    private Dictionary column(Column column) {
        var facts = new LinkedHashMap<String, Value>();
        facts.put("name", new Text(column.name()));
        facts.put("type", ReflectedTypes.of(column.type(), dialect));
        facts.put("nullable", Truth.of(column.nullable()));
        facts.put("default", filling(column));
        if (isPostgresql) {
            facts.put("autoincrement", Truth.of(isCounted(column)));
            facts.put("comment", text(column.comment()));
        } else {
            facts.put("primary_key", Whole.of(1 + key().map(k -> k.columns().indexOf(column.name())).orElse(-1)));
        }
        return Dictionary.of(facts);
    }

    private boolean isCounted(Column column) {
        return column.filling() instanceof Filling.Identity
                || column.counting() == Counting.YES && table.isKey(column)
                || table.counter().filter(column::equals).isPresent() && column.filling().equals(Filling.NONE);
    }

    private Value filling(Column column) {
        return switch (column.filling()) {
            case Filling.Text(var value) -> new Text(dialect.literal(value));
            case Filling.Default(var value) -> sql(value);
            case Filling.Computed _,Filling.Identity _ -> Nothing.NONE;
            case Filling.None _ -> isPostgresql && isCounted(column)
                    ? new Text("nextval('%s_%s_seq'::regclass)".formatted(table.name(), column.name()))
                    : Nothing.NONE;
        };
    }

    private Value sql(SqlExpression expression) {
        try {
            return new Text(dialect.text(expression));
        } catch (Unsupported _) {
            return Nothing.NONE;
        }
    }

    private Optional<Constraint.PrimaryKey> key() {
        return table.primaryKey();
    }

    Value primaryKey() {
        return dictionary(Map.entry("constrained_columns", texts(key().map(k -> k.columns()).orElse(List.of()))),
                Map.entry("name", name(key().flatMap(Constraint::name))));
    }

    Value foreignKeys() {
        return new Sequence(of(Constraint.ForeignKey.class).map(this::foreignKey).toList());
    }

    private Dictionary foreignKey(Constraint.ForeignKey key) {
        var options = new LinkedHashMap<String, Value>();
        key.onDelete().ifPresent(o -> options.put("ondelete", new Text(o)));
        key.onUpdate().ifPresent(o -> options.put("onupdate", new Text(o)));
        key.timing().deferrable().ifPresent(d -> options.put("deferrable", Truth.of(d)));
        key.timing().initially().ifPresent(i -> options.put("initially", new Text(i)));
        return dictionary(Map.entry("name", name(key.name())), Map.entry("constrained_columns", texts(key.columns())),
                Map.entry("referred_schema", text(key.target().schema())),
                Map.entry("referred_table", new Text(key.target().name())),
                Map.entry("referred_columns", texts(key.targetColumns())),
                Map.entry("options", Dictionary.of(options)));
    }

    /// On PostgreSQL a unique constraint is told as its index, too.
    Value indexes() {
        var all = new ArrayList<Value>();
        table.indexes().stream().filter(i -> isPostgresql || columns(i).size() == i.elements().size())
                .forEach(i -> all.add(index(i)));
        if (isPostgresql) {
            of(Constraint.Unique.class).filter(u -> u.name().isPresent()).forEach(u -> all.add(dictionary(
                    Map.entry("name", name(u.name())), Map.entry("unique", Truth.TRUE),
                    Map.entry("column_names", texts(u.columns())), Map.entry("duplicates_constraint", name(u.name())),
                    Map.entry("include_columns", new Sequence(List.of())),
                    Map.entry("dialect_options", Dictionary.of(Map.of())))));
        }
        return new Sequence(all);
    }

    private Dictionary index(Index index) {
        var names = index.elements().stream().<Value>map(e -> switch (e) {
            case Index.Element.OfColumn(var column) -> new Text(column);
            case Index.Element.OfExpression _ -> Nothing.NONE;
        }).toList();
        return dictionary(Map.entry("name", new Text(index.name().text())),
                Map.entry("unique", isPostgresql ? Truth.of(index.unique()) : Whole.of(index.unique() ? 1 : 0)),
                Map.entry("column_names", new Sequence(names)),
                Map.entry("dialect_options", Dictionary.of(Map.of())));
    }

    private static List<String> columns(Index index) {
        return index.elements().stream()
                .flatMap(e -> e instanceof Index.Element.OfColumn(var column) ? Stream.of(column) : Stream.of())
                .toList();
    }

    Value uniques() {
        return new Sequence(of(Constraint.Unique.class).map(u -> dictionary(Map.entry("name", name(u.name())),
                Map.entry("column_names", texts(u.columns())))).toList());
    }

    Value checks() {
        return new Sequence(of(Constraint.Check.class).map(c -> dictionary(Map.entry("name", name(c.name())),
                Map.entry("sqltext", sql(c.condition())))).toList());
    }

    Value comment() {
        return dictionary(Map.entry("text", text(table.comment())));
    }

    private <T extends Constraint> Stream<T> of(Class<T> kind) {
        return table.constraints().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Value name(Optional<Name> name) {
        return text(name.map(Name::text));
    }

    private static Value text(Optional<String> text) {
        return text.<Value>map(Text::new).orElse(Nothing.NONE);
    }

    private static Value texts(List<String> texts) {
        return new Sequence(texts.stream().map(Text::new).toList());
    }

    @SafeVarargs
    private static Dictionary dictionary(Map.Entry<String, Value>... entries) {
        var facts = new LinkedHashMap<String, Value>();
        for (var entry : entries) {
            facts.put(entry.getKey(), entry.getValue());
        }
        return Dictionary.of(facts);
    }
}
