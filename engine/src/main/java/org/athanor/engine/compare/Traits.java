package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// What is compared of each part, aspect by aspect, as texts in which the same is always written alike.
final class Traits {
    private static final Pattern NEXT_VALUE = Pattern
            .compile("nextval\\('(?:\"?([^'\".]+)\"?\\.)?\"?([^'\"]+)\"?'::regclass\\)");
    static final String SERIAL = "counted by a sequence of its own";

    private final CanonicalText text;
    private final Dialect dialect;
    private final Schema schema;

    Traits(Dialect dialect, Schema schema) {
        this.dialect = dialect;
        this.schema = schema;
        this.text = new CanonicalText(dialect);
    }

    Map<Aspect, String> of(Part part) {
        var all = new TreeMap<Aspect, String>();
        switch (part) {
            case Part.OfTable(var table) -> {
                all.put(Aspect.COMMENT, table.comment().orElse(""));
                all.put(Aspect.OPTIONS, options(table));
            }
            case Part.OfColumn(var table, var column) -> column(all, table, column);
            case Part.OfConstraint(_, var constraint) -> all.put(Aspect.DEFINITION, definition(constraint));
            case Part.OfIndex(_, var index) -> all.put(Aspect.DEFINITION, definition(index));
            case Part.OfEnumeration(_, var type) -> all.put(Aspect.VALUES, String.join(", ", type.values()));
            case Part.OfDomain(_, var domain) -> domain(all, domain);
            case Part.OfSequence(var sequence) -> {
                all.put(Aspect.TYPE, sequence.type().map(text::type).orElse(""));
                all.put(Aspect.OPTIONS, options(sequence.options()));
            }
            case Part.OfDefinition(var definition) -> all.put(Aspect.DEFINITION, text.statement(definition.sql()));
            case Part.OfNamespace _ -> {
            }
        }
        return all;
    }

    private void column(Map<Aspect, String> all, TableName table, Column column) {
        var type = SqlType.on(dialect.product().code(), column.type());
        all.put(Aspect.TYPE, text.type(type instanceof SqlType.Characters(var kind, var length, _)
                ? new SqlType.Characters(kind, length, Optional.empty())
                : type));
        all.put(Aspect.COLLATION, type instanceof SqlType.Characters(_, _, var collation) ? collation.orElse("") : "");
        all.put(Aspect.NULLABLE, isNullable(table, column) ? "NULL" : "NOT NULL");
        all.put(Aspect.COMMENT, column.comment().orElse(""));
        all.put(Aspect.DEFAULT, switch (column.filling()) {
            case Filling.Text(var value) -> text.expression(dialect.literal(value));
            case Filling.Default(var value) -> isSerial(column) ? SERIAL : text.expression(value);
            case Filling.None _,Filling.Computed _,Filling.Identity _ -> "";
        });
        all.put(Aspect.COMPUTED, column.filling() instanceof Filling.Computed(var value, var persisted)
                ? text.expression(value) + (persisted.orElse(false) ? " STORED" : " VIRTUAL")
                : "");
        all.put(Aspect.IDENTITY, column.filling() instanceof Filling.Identity(var always, _, var options)
                ? (always ? "ALWAYS " : "BY DEFAULT ") + options(options)
                : "");
        all.put(Aspect.OPTIONS, new TreeMap<>(column.settings()).entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(", ")));
    }

    /// SQLite's number of a row is never null, whether that is said or not.
    private boolean isNullable(TableName table, Column column) {
        var owner = schema.table(table);
        boolean isRowNumber = owner.isPresent() && owner.get().isKey(column)
                && owner.get().primaryKey().orElseThrow().columns().size() == 1
                && text.type(column.type()).equals("INTEGER");
        return column.nullable() && !isRowNumber;
    }

    /// Whether a column counts by a sequence that belongs to it alone.
    boolean isSerial(Column column) {
        return column.filling() instanceof Filling.Default(SqlExpression.Written(var sql)) && sequence(sql)
                .filter(name -> !schema.sequences().containsKey(name)).isPresent();
    }

    /// The sequence that a default takes its numbers from.
    static Optional<TableName> sequence(String sql) {
        var next = NEXT_VALUE.matcher(sql);
        return next.matches()
                ? Optional.of(new TableName(Optional.ofNullable(next.group(1)), next.group(2)))
                : Optional.empty();
    }

    private static String options(Table table) {
        return (String.join(" ", table.prefixes()) + " " + settings(table.settings())).strip();
    }

    private static String settings(Map<String, Setting> settings) {
        return new TreeMap<>(settings).entrySet().stream().filter(e -> !e.getKey().endsWith("_not_modelled"))
                .map(e -> e.getKey().replaceFirst("^[a-z]+_", "") + "=" + plain(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String plain(Setting setting) {
        return switch (setting) {
            case Setting.Text(var value) -> value;
            case Setting.Flag(var value) -> String.valueOf(value);
            case Setting.Names(var values) -> String.join(" ", values);
            case Setting.Pairs(var values) -> values.stream().map(p -> p.getKey() + " " + p.getValue())
                    .collect(Collectors.joining(" "));
            case Setting.Sql(SqlExpression.Written(var sql)) -> sql;
            case Setting.Sql(var value) -> value.toString();
        };
    }

    private static String options(SequenceOptions options) {
        var parts = new ArrayList<String>();
        options.start().ifPresent(n -> parts.add("START " + n));
        options.increment().ifPresent(n -> parts.add("INCREMENT " + n));
        options.minValue().ifPresent(n -> parts.add("MINVALUE " + n));
        options.maxValue().ifPresent(n -> parts.add("MAXVALUE " + n));
        options.cache().ifPresent(n -> parts.add("CACHE " + n));
        options.cycle().filter(c -> c).ifPresent(_ -> parts.add("CYCLE"));
        return String.join(" ", parts);
    }

    private void domain(Map<Aspect, String> all, SqlType.Domain domain) {
        all.put(Aspect.TYPE, text.type(domain.base()));
        all.put(Aspect.COLLATION, domain.rules().collation().orElse(""));
        all.put(Aspect.NULLABLE, domain.rules().notNull() ? "NOT NULL" : "NULL");
        all.put(Aspect.DEFAULT, domain.rules().filling().map(text::expression).orElse(""));
        all.put(Aspect.DEFINITION, domain.rules().check().map(text::expression).map(c -> "CHECK (" + c + ")")
                .orElse(""));
    }

    private String names(List<String> columns) {
        return "(" + columns.stream().map(text::name).collect(Collectors.joining(", ")) + ")";
    }

    String definition(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                "PRIMARY KEY " + names(key.columns()) + timing(key.timing()) + more(key.settings());
            case Constraint.Unique unique ->
                "UNIQUE " + names(unique.columns()) + timing(unique.timing()) + more(unique.settings());
            case Constraint.ForeignKey key -> "FOREIGN KEY " + names(key.columns()) + " REFERENCES "
                    + text.name(key.target().toString()) + " " + names(key.targetColumns())
                    + action(" MATCH ", key.match(), "SIMPLE") + action(" ON DELETE ", key.onDelete(), "NO ACTION")
                    + action(" ON UPDATE ", key.onUpdate(), "NO ACTION") + timing(key.timing()) + more(key.settings());
            case Constraint.Check check -> "CHECK (" + text.expression(check.condition()) + ")" + timing(check.timing())
                    + more(check.settings());
            case Constraint.Exclude exclude -> "EXCLUDE USING " + exclude.using() + " (" + exclude.elements().stream()
                    .map(e -> text.expression(e.value()) + " WITH " + e.operator()).collect(Collectors.joining(", "))
                    + ")" + exclude.where().map(w -> " WHERE (" + text.expression(w) + ")").orElse("")
                    + timing(exclude.timing());
        };
    }

    private static String action(String before, Optional<String> words, String usual) {
        return words.map(w -> w.toUpperCase(Locale.ROOT)).filter(w -> !w.equals(usual)).map(w -> before + w).orElse("");
    }

    private static String timing(Constraint.Timing timing) {
        boolean deferred = timing.initially().filter(i -> i.equalsIgnoreCase("DEFERRED")).isPresent();
        return (timing.deferrable().orElse(false) ? " DEFERRABLE" : "") + (deferred ? " INITIALLY DEFERRED" : "");
    }

    private static String more(Map<String, Setting> settings) {
        var text = settings(settings);
        return text.isEmpty() ? "" : " [" + text + "]";
    }

    String definition(Index index) {
        var elements = index.elements().stream().map(e -> switch (e) {
            case Index.Element.OfColumn(var column) -> text.name(column);
            case Index.Element.OfExpression(var expression) -> text.expression(expression);
        }).collect(Collectors.joining(", "));
        var where = index.settings().entrySet().stream().filter(e -> e.getKey().endsWith("_where"))
                .map(e -> e.getValue() instanceof Setting.Sql(var sql) ? text.expression(sql) : plain(e.getValue()))
                .findFirst();
        var others = new TreeMap<>(index.settings());
        others.keySet().removeIf(key -> key.endsWith("_where"));
        return (index.unique() ? "UNIQUE " : "") + "(" + elements + ")" + where.map(w -> " WHERE " + w).orElse("")
                + more(others);
    }

    /// How many characters a type holds, if it says so.
    static OptionalInt length(SqlType type) {
        return type instanceof SqlType.Characters(_, var length, _) ? length : OptionalInt.empty();
    }
}
