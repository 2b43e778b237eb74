package org.athanor.engine.script.python.vocabulary.schema;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.schema.Setting;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;

/// The options that belong to one product: `postgresql_where=…`, `sqlite_autoincrement=True`.
public final class Settings {
    private static final List<String> PRODUCTS = List.of("postgresql", "sqlite", "mysql", "mariadb", "mssql", "oracle");
    /// What a kind of thing knows, by the two products that are spoken here.
    public static final Set<String> TABLE = Set.of("postgresql_ignore_search_path", "postgresql_tablespace",
            "postgresql_partition_by", "postgresql_with_oids", "postgresql_with", "postgresql_on_commit",
            "postgresql_inherits", "postgresql_using", "sqlite_autoincrement", "sqlite_with_rowid", "sqlite_strict");
    public static final Set<String> COLUMN = Set.of("sqlite_on_conflict_primary_key", "sqlite_on_conflict_not_null",
            "sqlite_on_conflict_unique");
    public static final Set<String> INDEX = Set.of("postgresql_using", "postgresql_include", "postgresql_where",
            "postgresql_ops", "postgresql_concurrently", "postgresql_with", "postgresql_tablespace",
            "postgresql_nulls_not_distinct", "sqlite_where");
    public static final Set<String> CHECKED = Set.of("postgresql_not_valid", "sqlite_on_conflict");
    public static final Set<String> PRIMARY_KEY = Set.of("postgresql_include", "sqlite_on_conflict");
    public static final Set<String> UNIQUE = Set.of("postgresql_include", "postgresql_nulls_not_distinct",
            "sqlite_on_conflict");
    public static final Set<String> NONE = Set.of();

    private Settings() {}

    /// The options of a call, whose names must be among the known ones; those of other products are left out.
    public static Map<String, Setting> of(String function, Map<String, Value> named, Set<String> known) {
        if (named.isEmpty()) {
            return Map.of();
        }
        var settings = new LinkedHashMap<String, Setting>();
        named.forEach((name, value) -> {
            check(function, name, known);
            if (known.contains(name)) {
                setting(function, name, value).ifPresent(s -> settings.put(name, s));
            }
        });
        return settings;
    }

    private static void check(String function, String name, Set<String> known) {
        var product = PRODUCTS.stream().filter(p -> name.startsWith(p + "_")).findFirst();
        if (product.isEmpty()) {
            throw PythonFault.raised("TypeError",
                    "%s got an unexpected keyword argument '%s'; what only one product knows is called <dialect>_<argument>"
                            .formatted(function, name));
        }
        if (PRODUCTS.indexOf(product.get()) < 2 && !known.contains(name)) {
            throw PythonFault.raised("ArgumentError",
                    "%s: argument '%s' is not accepted by dialect '%s' here".formatted(function, name, product.get()));
        }
    }

    private static Optional<Setting> setting(String function, String name, Value value) {
        return switch (value) {
            case Nothing _ -> Optional.empty();
            case Truth truth -> Optional.of(new Setting.Flag(truth.truth()));
            case Dictionary pairs -> Optional.of(new Setting.Pairs(pairs(pairs)));
            case ExpressionValue expression -> Optional.of(new Setting.Sql(expression.expression()));
            default -> Optional.of(Given.asText(value).<Setting>map(Setting.Text::new)
                    .orElseGet(() -> listed(function, name, value)));
        };
    }

    private static Setting listed(String function, String name, Value value) {
        if (value instanceof Whole number) {
            return new Setting.Text(number.written());
        }
        Iterator<Value> elements = value.iterator();
        var names = new ArrayList<String>();
        while (elements.hasNext()) {
            var element = elements.next();
            names.add(nameOf(element).orElseThrow(() -> PythonFault.raised("TypeError",
                    "%s: argument '%s' must list names, not %s".formatted(function, name, element.typeName()))));
        }
        return new Setting.Names(names);
    }

    private static Optional<String> nameOf(Value value) {
        return value instanceof ExpressionValue ? Given.asText(value.attribute("name")) : Given.asText(value);
    }

    private static List<Map.Entry<String, String>> pairs(Dictionary pairs) {
        return pairs.entries().entrySet().stream()
                .map(e -> Map.entry(e.getKey().shown(), word(e.getValue()))).toList();
    }

    /// A value as SQL's options write it; nothing for None, whose key then stands alone.
    private static String word(Value value) {
        return switch (value) {
            case Nothing _ -> "";
            case Truth truth -> truth.truth() ? "true" : "false";
            default -> value.shown();
        };
    }

    /// A dictionary of texts, such as the operator classes of an index.
    static Map<String, String> texts(Given given, String parameter) {
        var texts = new LinkedHashMap<String, String>();
        given.bound().given(parameter).ifPresent(v -> {
            if (!(v instanceof Dictionary dictionary)) {
                throw given.wrong(parameter, "a dict of texts", v);
            }
            pairs(dictionary).forEach(e -> texts.put(e.getKey(), e.getValue()));
        });
        return texts;
    }

    /// The entries of a dictionary as if they were named arguments (`table_kwargs=`).
    public static Map<String, Value> named(Dictionary dictionary) {
        var named = new LinkedHashMap<String, Value>();
        dictionary.entries().forEach((name, value) -> named.put(name.shown(), value));
        return named;
    }
}
