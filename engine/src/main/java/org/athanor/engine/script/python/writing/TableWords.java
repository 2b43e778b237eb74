package org.athanor.engine.script.python.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// Columns, constraints and indexes as they stand in the description of a table.
final class TableWords {
    private final Words words;
    private final TypeWords types;

    TableWords(Words words) {
        this.words = words;
        this.types = new TypeWords(words);
    }

    TypeWords types() {
        return types;
    }

    /// What follows the table's name: columns, then constraints, sorted as Alembic does, then what else is to say.
    List<String> parts(Table table) throws Unsayable {
        var parts = new ArrayList<String>();
        for (var column : table.columns()) {
            parts.add(column(Optional.of(table), column));
        }
        var constraints = new ArrayList<String>();
        for (var constraint : table.constraints()) {
            constraints.add(constraint(constraint));
        }
        constraints.sort(null);
        parts.addAll(constraints);
        return parts;
    }

    List<String> options(Table table) throws Unsayable {
        var options = new ArrayList<String>();
        table.name().schema().ifPresent(s -> options.add("schema=" + Words.text(s)));
        table.comment().ifPresent(c -> options.add("comment=" + Words.text(c)));
        options.addAll(settings(table.settings()));
        if (!table.prefixes().isEmpty()) {
            options.add("prefixes=" + Words.list(table.prefixes()));
        }
        return options;
    }

    List<String> settings(Map<String, Setting> settings) throws Unsayable {
        var all = new ArrayList<String>();
        for (var setting : new TreeMap<>(settings).entrySet()) {
            if (setting.getKey().endsWith("_not_modelled")) {
                throw new Unsayable(setting.getKey());
            }
            all.add(setting.getKey() + "=" + words.setting(setting.getValue()));
        }
        return all;
    }

    /// A column of a table that is made, or one that is added to a table.
    String column(Optional<Table> owner, Column column) throws Unsayable {
        var parts = new ArrayList<String>();
        parts.add(Words.text(column.name()));
        var serial = serial(column.type());
        boolean counts = serial.isPresent() && owner.filter(t -> t.isKey(column)).isPresent();
        parts.add(counts ? serial.get() : types.of(column.type()));
        for (var check : column.checks()) {
            parts.add(constraint(check));
        }
        switch (column.filling()) {
            case Filling.None _ -> {
            }
            case Filling.Text _,Filling.Default _ -> parts.add("server_default=" + words.filling(column.filling()));
            case Filling.Computed _,Filling.Identity _ -> parts.add(words.filling(column.filling()));
        }
        if (counts) {
            parts.add("autoincrement=True");
        } else if (owner.filter(t -> wouldCount(t, column)).isPresent()) {
            parts.add("autoincrement=False");
        }
        parts.add("nullable=" + Words.flag(column.nullable()));
        column.comment().ifPresent(c -> parts.add("comment=" + Words.text(c)));
        new TreeMap<>(column.settings()).forEach((key, value) -> parts.add(key + "=" + Words.text(value)));
        return "sa.Column(" + String.join(", ", parts) + ")";
    }

    /// The type of a column that counts by a sequence of its own.
    private static Optional<String> serial(SqlType type) {
        return type instanceof SqlType.Written(var sql)
                ? Optional.ofNullable(switch (sql) {
                    case "SMALLSERIAL" -> "sa.SmallInteger()";
                    case "SERIAL" -> "sa.Integer()";
                    case "BIGSERIAL" -> "sa.BigInteger()";
                    default -> null;
                })
                : Optional.empty();
    }

    /// Whether SQLAlchemy would make a sequence for it.
    private boolean wouldCount(Table table, Column column) {
        return words.dialect().product() == Product.POSTGRESQL && table.isKey(column)
                && table.primaryKey().orElseThrow().columns().size() == 1 && column.type() instanceof SqlType.Whole
                && column.filling() instanceof Filling.None;
    }

    String constraint(Constraint constraint) throws Unsayable {
        var name = constraint.name().map(Name::text).map(n -> "name=" + Words.text(n)).stream().toList();
        return switch (constraint) {
            case Constraint.PrimaryKey key -> "sa.PrimaryKeyConstraint(" + joined(texts(key.columns()), name,
                    timing(key.timing()), settings(key.settings())) + ")";
            case Constraint.Unique unique -> "sa.UniqueConstraint(" + joined(texts(unique.columns()),
                    timing(unique.timing()), name, settings(unique.settings())) + ")";
            case Constraint.ForeignKey key -> "sa.ForeignKeyConstraint(" + joined(
                    List.of(Words.list(key.columns()), Words.list(key.targetColumns().stream()
                            .map(c -> key.target() + "." + c).toList())),
                    name, actions(key), settings(key.settings())) + ")";
            case Constraint.Check check -> "sa.CheckConstraint(" + joined(List.of(words.sql(check.condition())), name,
                    timing(check.timing()), settings(check.settings())) + ")";
            case Constraint.Exclude exclude -> words.postgresql("ExcludeConstraint(" + joined(elements(exclude),
                    exclusion(exclude), name, timing(exclude.timing())) + ")");
        };
    }

    private static List<String> texts(List<String> names) {
        return names.stream().map(Words::text).toList();
    }

    private List<String> elements(Constraint.Exclude exclude) throws Unsayable {
        var parts = new ArrayList<String>();
        for (var element : exclude.elements()) {
            parts.add("(sa.literal_column(%s), %s)".formatted(Words.text(words.plain(element.value())),
                    Words.text(element.operator())));
        }
        return parts;
    }

    private List<String> exclusion(Constraint.Exclude exclude) throws Unsayable {
        if (!exclude.operatorClasses().isEmpty()) {
            throw new Unsayable("operator classes");
        }
        var parts = new ArrayList<String>();
        if (exclude.where().isPresent()) {
            parts.add("where=" + words.element(exclude.where().get()));
        }
        parts.add("using=" + Words.text(exclude.using()));
        return parts;
    }

    static List<String> timing(Constraint.Timing timing) {
        var parts = new ArrayList<String>();
        timing.deferrable().filter(d -> d).ifPresent(_ -> parts.add("deferrable=True"));
        timing.initially().ifPresent(i -> parts.add("initially=" + Words.text(i)));
        return parts;
    }

    static List<String> actions(Constraint.ForeignKey key) {
        var parts = new ArrayList<String>();
        key.onUpdate().ifPresent(a -> parts.add("onupdate=" + Words.text(a)));
        key.onDelete().ifPresent(a -> parts.add("ondelete=" + Words.text(a)));
        parts.addAll(timing(key.timing()));
        key.match().ifPresent(m -> parts.add("match=" + Words.text(m)));
        return parts;
    }

    @SafeVarargs
    static String joined(List<String>... parts) {
        var all = new ArrayList<String>();
        for (var part : parts) {
            all.addAll(part);
        }
        return String.join(", ", all);
    }

    /// An index in the description of a table.
    String index(Index index) throws Unsayable {
        return "sa.Index(" + joined(List.of(Words.text(index.name().text())), elements(index),
                List.of("unique=" + Words.flag(index.unique())), settings(index.settings())) + ")";
    }

    List<String> elements(Index index) throws Unsayable {
        var parts = new ArrayList<String>();
        for (var element : index.elements()) {
            parts.add(switch (element) {
                case Index.Element.OfColumn(var column) -> Words.text(column);
                case Index.Element.OfExpression(var expression) ->
                    "sa.literal_column(%s)".formatted(Words.text(words.plain(expression)));
            });
        }
        return parts;
    }

    static List<String> schema(TableName table) {
        return table.schema().map(s -> "schema=" + Words.text(s)).stream().toList();
    }
}
