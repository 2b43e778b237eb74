package org.athanor.engine.differential.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.differential.operations.RandomTable.RandomColumn;
import org.athanor.engine.differential.operations.RevisionCase.Runs;

/// Makes revisions of random operations, sound in their order, whose downgrade takes back what the upgrade does. Half of
/// them are for both products; the others use what only PostgreSQL can do in place.
final class RandomRevision {
    private static final List<String> NAMES = List.of("id", "code", "order", "Label", "amount", "starts_at", "active",
            "note", "kind", "ref", "size", "user", "x1", "last name");
    private static final List<String> TABLES = List.of("thing", "place", "Event", "group", "entry");

    private final long seed;
    private final Random random;
    private final boolean onlyPostgres;
    private final RandomTypes types;
    private final List<RandomTable> tables = new ArrayList<>();
    private final List<String> setup = new ArrayList<>();
    private final List<String> up = new ArrayList<>();
    private final List<String> down = new ArrayList<>();
    private int named;

    RandomRevision(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 7919 + 13);
        this.onlyPostgres = random.nextBoolean();
        this.types = new RandomTypes(random, onlyPostgres);
    }

    RevisionCase make() {
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            setup.add(newTable(TABLES.get(i)).create());
        }
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            change();
        }
        var body = "def upgrade():\n" + lines(up) + "\n\ndef downgrade():\n" + lines(down.reversed());
        var before = "def setup():\n" + lines(setup);
        var product = onlyPostgres ? Optional.of(Product.POSTGRESQL) : Optional.<Product>empty();
        return new RevisionCase("random", (int) seed, "of seed " + seed, List.of(), product, Optional.empty(),
                Runs.EVERYWHERE, Map.of(), before, body);
    }

    private static String lines(List<String> statements) {
        return statements.isEmpty()
                ? "    pass\n"
                : statements.stream().map(s -> "    " + s + "\n").collect(Collectors.joining());
    }

    private void change() {
        var table = tables.get(random.nextInt(tables.size()));
        switch (random.nextInt(onlyPostgres ? 12 : 7)) {
            case 0 -> makeTable();
            case 1 -> addColumn(table);
            case 2 -> dropColumn(table);
            case 3 -> index(table);
            case 4 -> insert(table);
            case 5, 6 -> batch(table);
            case 7 -> alterColumn(table);
            case 8 -> rename(table);
            case 9 -> unique(table, "op", "\"%s\", ".formatted(table.name()));
            case 10 -> check("op", "\"%s\", ".formatted(table.name()));
            default -> comment(table);
        }
    }

    private RandomTable newTable(String name) {
        var table = new RandomTable(name);
        table.add(new RandomColumn("id", "sa.Integer()", ", nullable=False", true));
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            table.add(newColumn(table));
        }
        table.constrain("sa.PrimaryKeyConstraint(\"id\"%s)".formatted(random.nextBoolean() ? "" : named("pk")));
        if (!tables.isEmpty() && random.nextInt(3) == 0) {
            referTo(table, tables.get(random.nextInt(tables.size())));
        }
        if (random.nextInt(4) == 0) {
            table.constrain("sa.CheckConstraint(\"id > 0\"%s)".formatted(named("ck")));
        }
        tables.add(table);
        return table;
    }

    private void referTo(RandomTable table, RandomTable other) {
        table.add(new RandomColumn("other_id", "sa.Integer()", "", true));
        var delete = List.of("", ", ondelete=\"CASCADE\"", ", ondelete=\"SET NULL\", onupdate=\"CASCADE\"")
                .get(random.nextInt(3));
        table.constrain("sa.ForeignKeyConstraint([\"other_id\"], [\"%s.id\"]%s%s)".formatted(other.name(), named("fk"),
                delete));
    }

    private String named(String prefix) {
        return ", name=\"%s\"".formatted(name(prefix));
    }

    private String name(String prefix) {
        named++;
        return prefix + "_" + named;
    }

    private RandomColumn newColumn(RandomTable table) {
        var taken = table.columns().stream().map(RandomColumn::name).toList();
        var open = NAMES.stream().filter(n -> !taken.contains(n)).toList();
        var name = open.isEmpty() ? name("c") : open.get(random.nextInt(open.size()));
        return types.column(name);
    }

    private void did(String forth, String back) {
        up.add(forth);
        down.add(back);
    }

    private void makeTable() {
        var name = name("t");
        var table = newTable(name);
        did(table.create(), table.drop());
    }

    private void addColumn(RandomTable table) {
        var column = newColumn(table);
        table.add(column);
        did("op.add_column(\"%s\", %s)".formatted(table.name(), column.python()),
                "op.drop_column(\"%s\", \"%s\")".formatted(table.name(), column.name()));
    }

    private void dropColumn(RandomTable table) {
        free(table).ifPresent(column -> {
            table.remove(column);
            did("op.drop_column(\"%s\", \"%s\")".formatted(table.name(), column.name()),
                    "op.add_column(\"%s\", %s)".formatted(table.name(), column.python()));
        });
    }

    private Optional<RandomColumn> free(RandomTable table) {
        var free = table.free();
        return free.isEmpty() ? Optional.empty() : Optional.of(free.get(random.nextInt(free.size())));
    }

    /// A free column that can be compared, needed from now on.
    private Optional<RandomColumn> comparable(RandomTable table) {
        var column = table.free().stream().filter(c -> RandomTypes.isComparable(c.type())).findAny();
        column.ifPresent(c -> table.replace(c, c.neededNow()));
        return column;
    }

    private void index(RandomTable table) {
        comparable(table).ifPresent(column -> {
            var name = name("ix");
            var unique = random.nextInt(3) == 0 ? ", unique=True" : "";
            var where = random.nextInt(3) == 0
                    ? ", postgresql_where=sa.text(\"id > 5\"), sqlite_where=sa.text(\"id > 5\")"
                    : "";
            did("op.create_index(\"%s\", \"%s\", [\"%s\", \"id\"]%s%s)".formatted(name, table.name(), column.name(),
                    unique, where), "op.drop_index(\"%s\", table_name=\"%s\")".formatted(name, table.name()));
        });
    }

    private void insert(RandomTable table) {
        var name = name("seed");
        did("""
                %s = op.create_table("%s", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(9)), sa.Column("b", sa.Boolean()))
                    op.bulk_insert(%s, [{"id": %d, "a": "it's %s", "b": True}, {"id": -1, "a": None, "b": False}])"""
                .formatted(name, name, name, random.nextInt(100), table.name()),
                "op.drop_table(\"%s\")".formatted(name));
    }

    private void alterColumn(RandomTable table) {
        free(table).filter(c -> c.type().startsWith("sa.String")).ifPresent(column -> {
            var wide = "sa.String(%d)".formatted(100 + random.nextInt(100));
            var more = random.nextBoolean() ? ", server_default=\"x\"" : "";
            var less = more.isEmpty() ? "" : ", server_default=None";
            did("op.alter_column(\"%s\", \"%s\", type_=%s, existing_type=%s%s)".formatted(table.name(), column.name(),
                    wide, column.type(), more),
                    "op.alter_column(\"%s\", \"%s\", type_=%s, existing_type=%s%s)".formatted(table.name(),
                            column.name(), column.type(), wide, less));
        });
    }

    private void rename(RandomTable table) {
        free(table).ifPresent(column -> {
            var newName = name("New");
            table.replace(column, column.renamed(newName));
            did("op.alter_column(\"%s\", \"%s\", new_column_name=\"%s\")".formatted(table.name(), column.name(),
                    newName),
                    "op.alter_column(\"%s\", \"%s\", new_column_name=\"%s\")".formatted(table.name(), newName,
                            column.name()));
        });
    }

    private void unique(RandomTable table, String on, String tableName) {
        comparable(table).ifPresent(column -> {
            var name = name("uq");
            did("%s.create_unique_constraint(\"%s\", %s[\"id\", \"%s\"])".formatted(on, name, tableName, column.name()),
                    "%s.drop_constraint(\"%s\", %stype_=\"unique\")".formatted(on, name, tableName));
        });
    }

    private void check(String on, String tableName) {
        var name = name("ck");
        var condition = random.nextBoolean() ? "\"id > %d\"" : "sa.column(\"id\") != %d";
        did("%s.create_check_constraint(\"%s\", %s%s)".formatted(on, name, tableName,
                condition.formatted(random.nextInt(9))),
                "%s.drop_constraint(\"%s\", %stype_=\"check\")".formatted(on, name, tableName));
    }

    private void comment(RandomTable table) {
        did("op.create_table_comment(\"%s\", \"it's %d%%\")".formatted(table.name(), random.nextInt(100)),
                "op.drop_table_comment(\"%s\")".formatted(table.name()));
    }

    /// Some changes in one block, taken back in one block.
    private void batch(RandomTable table) {
        int before = up.size();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            switch (random.nextInt(4)) {
                case 0 -> batchedColumn(table);
                case 1 -> unique(table, "batch_op", "");
                case 2 -> check("batch_op", "");
                default -> batchedNull(table);
            }
        }
        block(table, before, up, false);
        block(table, before, down, true);
    }

    private static void block(RandomTable table, int from, List<String> statements, boolean backwards) {
        var inside = statements.subList(from, statements.size());
        if (inside.isEmpty()) {
            return;
        }
        var ordered = backwards ? inside.reversed() : inside;
        var text = ordered.stream().map(s -> "        " + s).collect(Collectors.joining("\n"));
        inside.clear();
        statements.add("with op.batch_alter_table(\"%s\") as batch_op:\n%s".formatted(table.name(), text));
    }

    private void batchedColumn(RandomTable table) {
        var column = newColumn(table);
        table.add(column.neededNow());
        did("batch_op.add_column(%s)".formatted(column.python()),
                "batch_op.drop_column(\"%s\")".formatted(column.name()));
    }

    private void batchedNull(RandomTable table) {
        free(table).filter(c -> !c.rest().contains("nullable")).ifPresent(column -> {
            table.replace(column, column.neededNow());
            did("batch_op.alter_column(\"%s\", existing_type=%s, nullable=False)".formatted(column.name(),
                    column.type()),
                    "batch_op.alter_column(\"%s\", existing_type=%s, nullable=True)".formatted(column.name(),
                            column.type()));
        });
    }
}
