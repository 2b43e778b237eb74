package org.athanor.engine.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Setting;

/// The options of one product among all that were given to a table, constraint or index.
public final class Settings {
    private final Map<String, Setting> all;
    private final String prefix;

    private Settings(Map<String, Setting> all, String prefix) {
        this.all = all;
        this.prefix = prefix;
    }

    /// The options of a product, which must be among the known ones; those of other products don't matter.
    public static Settings of(Product product, Map<String, Setting> all, Set<String> known) throws Unsupported {
        var prefix = product.code() + "_";
        for (var name : new TreeSet<>(all.keySet())) {
            if (name.startsWith(prefix) && !known.contains(name.substring(prefix.length()))) {
                throw new Unsupported("The option " + name + " isn't known here",
                        known.isEmpty()
                                ? "Take it away"
                                : "Take it away, or write one of " + prefix
                                        + String.join(", " + prefix, new TreeSet<>(known)));
            }
        }
        return new Settings(all, prefix);
    }

    /// Whether it is switched on.
    public boolean isOn(String name) throws Unsupported {
        return flag(name).orElse(false);
    }

    public Optional<Boolean> flag(String name) throws Unsupported {
        return switch (all.get(prefix + name)) {
            case null -> Optional.empty();
            case Setting.Flag(var value) -> Optional.of(value);
            default -> throw wrong(name, "True or False");
        };
    }

    public Optional<String> text(String name) throws Unsupported {
        return switch (all.get(prefix + name)) {
            case null -> Optional.empty();
            case Setting.Text(var value) -> Optional.of(value);
            default -> throw wrong(name, "a text");
        };
    }

    public List<String> names(String name) throws Unsupported {
        return switch (all.get(prefix + name)) {
            case null -> List.of();
            case Setting.Text(var value) -> List.of(value);
            case Setting.Names(var values) -> values;
            default -> throw wrong(name, "names");
        };
    }

    public List<Map.Entry<String, String>> pairs(String name) throws Unsupported {
        return switch (all.get(prefix + name)) {
            case null -> List.of();
            case Setting.Pairs(var values) -> values;
            default -> throw wrong(name, "a dictionary");
        };
    }

    public Optional<SqlExpression> expression(String name) throws Unsupported {
        return switch (all.get(prefix + name)) {
            case null -> Optional.empty();
            case Setting.Sql(var value) -> Optional.of(value);
            case Setting.Text(var value) -> Optional.of(SqlExpression.written(value));
            default -> throw wrong(name, "an expression");
        };
    }

    private Unsupported wrong(String name, String wanted) {
        return new Unsupported("The option " + prefix + name + " takes " + wanted, "Give it " + wanted);
    }
}
