package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// A schema made by chance, as operations. The names come from a small pool, so that two schemas have much in common.
public final class RandomSchema {
    private static final List<String> TABLES = List.of("account", "orders", "order_line", "Product", "user", "tag");
    private static final List<String> COLUMNS = List.of("name", "total", "note", "at", "Flag", "group", "data", "size",
            "list", "uid", "state");

    private final Random random;
    private final boolean postgres;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<TableName, List<Column>> made = new LinkedHashMap<>();
    private final List<SqlType.Enumeration> enumerations = new ArrayList<>();

    private RandomSchema(long seed, Product product) {
        this.random = new Random(seed);
        this.postgres = product == Product.POSTGRESQL;
    }

    public static List<Operation> operations(long seed, Product product) {
        return new RandomSchema(seed, product).make();
    }

    private List<Operation> make() {
        if (postgres) {
            for (var name : List.of("mood", "kind")) {
                if (random.nextBoolean()) {
                    enumeration(name);
                }
            }
            if (random.nextBoolean()) {
                operations.add(new Operation.CreateSequence(new Sequence(TableName.of("counter"),
                        new SequenceOptions(Optional.of((long) random.nextInt(1, 9)), Optional.of(2L),
                                Optional.empty(), Optional.of(900L), false, false, Optional.of(random.nextBoolean()),
                                Optional.empty())),
                        false, false));
            }
        }
        TABLES.stream().filter(_ -> random.nextInt(3) > 0).forEach(name -> table(TableName.of(name)));
        made.keySet().stream().filter(_ -> random.nextInt(4) == 0).toList().forEach(this::view);
        return operations;
    }

    private void enumeration(String name) {
        var values = new ArrayList<>(List.of("sad", "glad", "it's"));
        values.subList(random.nextInt(1, 4), 3).clear();
        var type = new SqlType.Enumeration(values, Optional.of(Name.written(name)), Optional.empty(),
                SqlType.Enumeration.Making.WHEN_ASKED, true, false, OptionalInt.empty());
        enumerations.add(type);
        operations.add(new Operation.CreateEnumeration(type, false));
    }

    private void view(TableName table) {
        var columns = made.getOrDefault(table, List.of());
        var column = columns.get(random.nextInt(columns.size())).name();
        operations.add(new Operation.Execute("CREATE VIEW %s AS SELECT %s FROM %s WHERE %s IS NOT NULL".formatted(
                quoted("v_" + table.name()), quoted(column), quoted(table.name()), quoted(column))));
    }

    private void table(TableName name) {
        var columns = new ArrayList<Column>();
        var constraints = new ArrayList<Constraint>();
        columns.add(key());
        constraints.add(new Constraint.PrimaryKey(name("pk_" + name.name()), List.of("id"), Timing.UNSAID, Map.of()));
        COLUMNS.stream().filter(_ -> random.nextInt(3) > 0).forEach(c -> columns.add(column(c)));
        if (columns.size() < 2) {
            columns.add(column("name"));
        }
        if (random.nextInt(3) == 0) {
            columns.add(new Column("twice", SqlType.INTEGER, true, new Filling.Computed(
                    SqlExpression.written("id * 2"), Optional.of(true)), Column.Counting.NO, Optional.empty(),
                    Map.of()));
        }
        made.keySet().stream().filter(_ -> random.nextInt(3) == 0).toList()
                .forEach(target -> refer(name, target, columns, constraints));
        keep(name, columns, constraints);
        operations.add(new Operation.CreateTable(new Table(name, columns, constraints, indexes(name, columns),
                postgres && random.nextInt(4) == 0 ? Optional.of("it's " + random.nextInt(3)) : Optional.empty(),
                !postgres && random.nextInt(4) == 0
                        ? Map.of("sqlite_autoincrement", new Setting.Flag(true))
                        : Map.of(),
                List.of()), false));
        made.put(name, columns);
    }

    private Column key() {
        boolean identity = postgres && random.nextInt(3) == 0;
        return new Column("id", random.nextInt(3) == 0 && postgres
                ? new SqlType.Whole(SqlType.Whole.Size.BIG)
                : SqlType.INTEGER, false,
                identity ? new Filling.Identity(random.nextBoolean(), false, SequenceOptions.NONE) : Filling.NONE,
                identity || random.nextBoolean() ? Column.Counting.NO : Column.Counting.IF_ALONE, Optional.empty(),
                Map.of());
    }

    private Column column(String name) {
        var filled = typed(choice(name));
        return new Column(name, filled.type(), random.nextBoolean(), random.nextBoolean()
                ? filled.filling()
                : Filling.NONE, Column.Counting.NO,
                postgres && random.nextInt(5) == 0
                        ? Optional.of("about " + name)
                        : Optional.empty(),
                Map.of());
    }

    private record Filled(SqlType type, Filling filling) {}

    /// Of the types that a column of this name may have: each can become the others.
    private int choice(String name) {
        var choices = switch (name) {
            case "at" -> postgres ? List.of(5, 10) : List.of(5);
            case "Flag" -> List.of(4);
            case "data" -> postgres ? List.of(7, 12) : List.of(7);
            case "list" -> List.of(postgres ? 9 : 7);
            case "uid" -> List.of(postgres ? 8 : 1);
            case "state" -> List.of(postgres && !enumerations.isEmpty() ? 13 : 2, 2);
            case "group" -> postgres ? List.of(1, 2, 11) : List.of(1, 2);
            default -> List.of(0, 1, 2, 3, 6);
        };
        return choices.get(random.nextInt(choices.size()));
    }

    private Filled typed(int choice) {
        return switch (choice) {
            case 0 -> new Filled(SqlType.INTEGER, sql("0"));
            case 1 -> new Filled(new SqlType.Characters(SqlType.Characters.Kind.STRING,
                    OptionalInt.of(random.nextInt(10, 13)), Optional.empty()), new Filling.Text("it's"));
            case 2 -> new Filled(new SqlType.Characters(SqlType.Characters.Kind.LONG_TEXT, OptionalInt.empty(),
                    Optional.empty()), new Filling.Text(""));
            case 3 -> new Filled(new SqlType.Exact(SqlType.Exact.Kind.NUMERIC, OptionalInt.of(10), OptionalInt.of(2)),
                    sql("-1.5"));
            case 4 -> new Filled(SqlType.BOOLEAN, sql(postgres ? "false" : "0"));
            case 5 -> new Filled(SqlType.DATE_TIME, sql("CURRENT_TIMESTAMP"));
            case 6 -> new Filled(new SqlType.Floating(SqlType.Floating.Kind.FLOAT, OptionalInt.empty()), sql("1"));
            case 7 -> new Filled(new SqlType.Json(SqlType.Json.Kind.JSON, false), sql("'{}'"));
            case 8 -> new Filled(new SqlType.Uuid(true, true), sql("gen_random_uuid()"));
            case 9 -> new Filled(new SqlType.Array(SqlType.INTEGER, OptionalInt.empty()), sql("'{1}'"));
            case 10 -> new Filled(new SqlType.Moment(SqlType.Moment.Kind.TIMESTAMP, true, OptionalInt.empty()),
                    sql("now() + interval '1 day'"));
            case 11 -> new Filled(new SqlType.Characters(SqlType.Characters.Kind.VARCHAR, OptionalInt.empty(),
                    Optional.of("C")), sql("lower('X')"));
            case 12 -> new Filled(new SqlType.Json(SqlType.Json.Kind.JSONB, false), sql("'[]'"));
            default -> enumerations.isEmpty()
                    ? new Filled(new SqlType.Binary(SqlType.Binary.Kind.LARGE, OptionalInt.empty()), Filling.NONE)
                    : new Filled(enumerations.getFirst(), new Filling.Text("sad"));
        };
    }

    private static Filling sql(String text) {
        return new Filling.Default(SqlExpression.written(text));
    }

    private void refer(TableName from, TableName target, List<Column> columns, List<Constraint> constraints) {
        var column = target.name().toLowerCase(java.util.Locale.ROOT) + "_id";
        columns.add(new Column(column, made.getOrDefault(target, List.of()).getFirst().type(), true, Filling.NONE,
                Column.Counting.NO, Optional.empty(), Map.of()));
        constraints.add(new Constraint.ForeignKey(
                random.nextBoolean() ? name("fk_" + from.name() + "_" + column) : Optional.empty(), List.of(column),
                target, List.of("id"), random.nextBoolean() ? Optional.of("CASCADE") : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of("SET NULL") : Optional.empty(), Optional.empty(),
                random.nextInt(3) == 0
                        ? new Timing(Optional.of(true), Optional.of("DEFERRED"))
                        : Timing.UNSAID,
                Map.of()));
    }

    private void keep(TableName table, List<Column> columns, List<Constraint> constraints) {
        var column = columns.get(random.nextInt(1, columns.size())).name();
        boolean comparable = columns.stream().filter(c -> c.name().equals(column))
                .noneMatch(c -> c.type() instanceof SqlType.Json);
        if (random.nextBoolean() && comparable) {
            constraints.add(new Constraint.Unique(random.nextInt(3) > 0
                    ? name("uq_" + table.name() + "_" + column)
                    : Optional.empty(), List.of(column, "id"), Timing.UNSAID, Map.of()));
        }
        if (random.nextBoolean()) {
            constraints.add(new Constraint.Check(random.nextInt(3) > 0 ? name("ck_" + table.name()) : Optional.empty(),
                    SqlExpression.written(List.of("id > 0", "id>=0 AND (id<100)", "id in (1, 2, 3)",
                            "id IS NOT NULL or 'a;b' = 'c'").get(random.nextInt(4))),
                    Optional.empty(), Timing.UNSAID, Map.of()));
        }
    }

    private List<Index> indexes(TableName table, List<Column> columns) {
        var all = new ArrayList<Index>();
        var column = columns.get(random.nextInt(1, columns.size()));
        boolean sortable = !(column.type() instanceof SqlType.Json);
        if (random.nextBoolean() && sortable) {
            all.add(new Index(Name.written("ix_" + table.name() + "_" + random.nextInt(2)),
                    List.of(new Index.Element.OfColumn(column.name()), new Index.Element.OfColumn("id")),
                    random.nextBoolean(), Map.of()));
        }
        if (random.nextBoolean()) {
            all.add(new Index(Name.written("ie_" + table.name()),
                    List.of(new Index.Element.OfExpression(SqlExpression.written("abs(id)"))), false,
                    Map.of(postgres ? "postgresql_where" : "sqlite_where",
                            new Setting.Sql(SqlExpression.written("id > " + random.nextInt(3))))));
        }
        return all;
    }

    private static Optional<Name> name(String text) {
        return Optional.of(Name.written(text));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
