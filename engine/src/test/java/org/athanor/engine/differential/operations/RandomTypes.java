package org.athanor.engine.differential.operations;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.athanor.engine.differential.operations.RandomTable.RandomColumn;

/// Random columns: a type in Python's words, and whether it may be null and what it is by default.
final class RandomTypes {
    private static final List<String> EVERYWHERE = List.of("sa.Integer()", "sa.BigInteger()", "sa.SmallInteger()",
            "sa.String(%d)", "sa.Text()", "sa.Boolean()", "sa.Date()", "sa.DateTime()", "sa.Time()", "sa.Float()",
            "sa.Numeric(10, 2)", "sa.LargeBinary()", "sa.JSON()",
            "sa.Enum('a', 'it', name='letters', native_enum=False)",
            "sa.Unicode(%d)", "sa.VARCHAR(length=%d)", "sa.CHAR(3)", "sa.TIMESTAMP()");
    private static final List<String> ONLY_POSTGRES = List.of("postgresql.UUID()", "postgresql.JSONB()",
            "postgresql.ARRAY(sa.Integer())", "postgresql.INET()", "postgresql.TSVECTOR()",
            "sa.DateTime(timezone=True)", "sa.Interval()", "postgresql.DOUBLE_PRECISION(precision=53)",
            "postgresql.INT4RANGE()", "postgresql.BYTEA()");
    private static final Map<String, List<String>> DEFAULTS = Map.of("sa.Integer()",
            List.of("\"0\"", "sa.text(\"42\")"), "sa.BigInteger()", List.of("\"7\""), "sa.Boolean()",
            List.of("sa.text(\"false\")"), "sa.DateTime()", List.of("sa.text(\"CURRENT_TIMESTAMP\")"), "sa.Text()",
            List.of("\"it's\"", "\"\""), "sa.Float()", List.of("\"1.5\""), "sa.JSON()", List.of("\"{}\""));

    private final Random random;
    private final boolean onlyPostgres;

    RandomTypes(Random random, boolean onlyPostgres) {
        this.random = random;
        this.onlyPostgres = onlyPostgres;
    }

    RandomColumn column(String name) {
        var type = type();
        var defaults = DEFAULTS.getOrDefault(type, List.of());
        if (type.equals("sa.DateTime()") && !onlyPostgres) {
            // SQLite adds a column only with a constant.
            defaults = List.of();
        }
        if (defaults.isEmpty() || random.nextBoolean()) {
            return new RandomColumn(name, type, random.nextBoolean() ? "" : ", nullable=True", false);
        }
        var filled = ", server_default=" + defaults.get(random.nextInt(defaults.size()));
        return new RandomColumn(name, type, random.nextBoolean() ? filled : filled + ", nullable=False", false);
    }

    private String type() {
        var from = onlyPostgres && random.nextInt(3) == 0 ? ONLY_POSTGRES : EVERYWHERE;
        return from.get(random.nextInt(from.size())).formatted(1 + random.nextInt(60));
    }

    /// Whether both products can compare values of it, as an index does.
    static boolean isComparable(String type) {
        return !type.contains("JSON") && !type.contains("TSVECTOR");
    }
}
