package org.athanor.engine.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;

/// Columns in all the places where a table names them, and what becomes of those when a column is renamed.
public final class ColumnRename {
    private final Grammar grammar;

    public ColumnRename(Grammar grammar) {
        this.grammar = grammar;
    }

    /// A table in which one column has another name.
    public Table in(Table table, String column, String newName) {
        UnaryOperator<String> name = n -> grammar.same(n, column) ? newName : n;
        UnaryOperator<SqlExpression> text = e -> grammar.renamed(e, column, newName);
        return table
                .withColumns(table.columns().stream()
                        .map(c -> withName(c, name.apply(c.name()), filling(c.filling(), text))).toList())
                .withConstraints(table.constraints().stream()
                        .map(c -> target(renamed(c, name, text), table.name(), table.name(), name)).toList())
                .withIndexes(table.indexes().stream().map(i -> renamed(i, name, text)).toList());
    }

    /// A constraint of another table, after a column that its foreign key may point at has another name.
    public Constraint inTarget(Constraint constraint, TableName table, String column, String newName) {
        return constraint instanceof Constraint.ForeignKey key
                ? target(key, key.target(), table, n -> grammar.same(n, column) ? newName : n)
                : constraint;
    }

    /// Whether a constraint names a column of its table.
    public boolean uses(Table table, Constraint constraint, String column) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> contains(key.columns(), column);
            case Constraint.Unique unique -> contains(unique.columns(), column);
            case Constraint.ForeignKey key -> contains(key.columns(), column)
                    || isSame(key.target(), table.name()) && contains(key.targetColumns(), column);
            case Constraint.Check check -> grammar.mentions(check.condition(), column);
            case Constraint.Exclude exclude -> exclude.elements().stream()
                    .anyMatch(e -> grammar.mentions(e.value(), column))
                    || exclude.where().filter(w -> grammar.mentions(w, column)).isPresent();
        };
    }

    /// Whether an index is on a column, or on an expression or condition that uses it.
    public boolean uses(Index index, String column) {
        return index.elements().stream().anyMatch(e -> switch (e) {
            case Index.Element.OfColumn(var name) -> grammar.same(name, column);
            case Index.Element.OfExpression(var value) -> grammar.mentions(value, column);
        }) || index.settings().values().stream().anyMatch(s -> uses(s, column));
    }

    private boolean uses(Setting setting, String column) {
        return switch (setting) {
            case Setting.Sql(var value) -> grammar.mentions(value, column);
            case Setting.Names(var names) -> contains(names, column);
            case Setting.Text _,Setting.Flag _,Setting.Pairs _ -> false;
        };
    }

    private boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(n -> grammar.same(n, name));
    }

    private boolean isSame(TableName one, TableName other) {
        return grammar.canonical(one).equals(grammar.canonical(other));
    }

    private static Constraint renamed(Constraint constraint, UnaryOperator<String> name,
            UnaryOperator<SqlExpression> text) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                new Constraint.PrimaryKey(key.name(), each(key.columns(), name), key.timing(), key.settings());
            case Constraint.Unique unique ->
                new Constraint.Unique(unique.name(), each(unique.columns(), name), unique.timing(), unique.settings());
            case Constraint.ForeignKey key -> new Constraint.ForeignKey(key.name(), each(key.columns(), name),
                    key.target(), key.targetColumns(), key.onDelete(), key.onUpdate(), key.match(), key.timing(),
                    key.settings());
            case Constraint.Check check -> new Constraint.Check(check.name(), text.apply(check.condition()),
                    check.ofType().map(name), check.timing(), check.settings());
            case Constraint.Exclude exclude -> new Constraint.Exclude(exclude.name(),
                    exclude.elements().stream()
                            .map(e -> new Constraint.Exclude.Element(text.apply(e.value()), e.operator())).toList(),
                    exclude.using(), exclude.where().map(text), keys(exclude.operatorClasses(), name),
                    exclude.timing());
        };
    }

    private Constraint target(Constraint constraint, TableName target, TableName changed,
            UnaryOperator<String> name) {
        return constraint instanceof Constraint.ForeignKey key && isSame(key.target(), target)
                && isSame(target, changed)
                        ? new Constraint.ForeignKey(key.name(), key.columns(), key.target(),
                                each(key.targetColumns(), name), key.onDelete(), key.onUpdate(), key.match(),
                                key.timing(), key.settings())
                        : constraint;
    }

    private static Index renamed(Index index, UnaryOperator<String> name, UnaryOperator<SqlExpression> text) {
        var settings = new HashMap<String, Setting>();
        index.settings().forEach((key, setting) -> settings.put(key, switch (setting) {
            case Setting.Sql(var value) -> new Setting.Sql(text.apply(value));
            case Setting.Names(var names) -> new Setting.Names(each(names, name));
            case Setting.Pairs(var pairs) ->
                new Setting.Pairs(pairs.stream().map(p -> Map.entry(name.apply(p.getKey()), p.getValue())).toList());
            case Setting.Text _,Setting.Flag _ -> setting;
        }));
        return new Index(index.name(), index.elements().stream().map(e -> switch (e) {
            case Index.Element.OfColumn(var column) -> new Index.Element.OfColumn(name.apply(column));
            case Index.Element.OfExpression(var value) -> new Index.Element.OfExpression(text.apply(value));
        }).map(Index.Element.class::cast).toList(), index.unique(), settings);
    }

    private static Filling filling(Filling filling, UnaryOperator<SqlExpression> text) {
        return filling instanceof Filling.Computed(var value, var persisted)
                ? new Filling.Computed(text.apply(value), persisted)
                : filling;
    }

    private static Column withName(Column c, String name, Filling filling) {
        return new Column(name, c.type(), c.nullable(), filling, c.counting(), c.comment(), c.settings());
    }

    /// A constraint with another name.
    public static Constraint named(Constraint constraint, Name name) {
        var named = Optional.of(name);
        return switch (constraint) {
            case Constraint.PrimaryKey c ->
                new Constraint.PrimaryKey(named, c.columns(), c.timing(), c.settings());
            case Constraint.Unique c -> new Constraint.Unique(named, c.columns(), c.timing(), c.settings());
            case Constraint.ForeignKey c -> new Constraint.ForeignKey(named, c.columns(), c.target(),
                    c.targetColumns(), c.onDelete(), c.onUpdate(), c.match(), c.timing(), c.settings());
            case Constraint.Check c ->
                new Constraint.Check(named, c.condition(), c.ofType(), c.timing(), c.settings());
            case Constraint.Exclude c -> new Constraint.Exclude(named, c.elements(), c.using(), c.where(),
                    c.operatorClasses(), c.timing());
        };
    }

    private static List<String> each(List<String> names, UnaryOperator<String> name) {
        return names.stream().map(name).toList();
    }

    private static Map<String, String> keys(Map<String, String> map, UnaryOperator<String> name) {
        var changed = new HashMap<String, String>();
        map.forEach((key, value) -> changed.put(name.apply(key), value));
        return changed;
    }
}
