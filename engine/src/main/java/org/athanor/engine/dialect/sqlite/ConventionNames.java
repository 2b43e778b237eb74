package org.athanor.engine.dialect.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.athanor.engine.operation.ColumnRename;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;

/// Names made by `naming_convention` for constraints that the table has without a name.
final class ConventionNames {
    private static final Pattern TOKEN = Pattern.compile("%\\((\\w+)\\)s|%%");
    private static final Pattern COLUMN = Pattern.compile("(referred_)?column_(0_?N|\\d+)_(name|label|key)");

    private final Map<String, String> patterns;

    ConventionNames(Map<String, String> patterns) {
        this.patterns = patterns;
    }

    Table in(Table table) {
        return table.withConstraints(table.constraints().stream()
                .map(c -> c.name().isPresent()
                        ? c
                        : name(c, table.name()).<Constraint>map(n -> ColumnRename.named(c, Name.made(n))).orElse(c))
                .toList());
    }

    /// The name, or nothing where there is no pattern, or one that builds on a name.
    private Optional<String> name(Constraint constraint, TableName table) {
        var pattern = switch (constraint) {
            case Constraint.PrimaryKey _ -> patterns.get("pk");
            case Constraint.Unique _ -> patterns.get("uq");
            case Constraint.ForeignKey _ -> patterns.get("fk");
            case Constraint.Check _ -> patterns.get("ck");
            case Constraint.Exclude _ -> null;
        };
        return Optional.ofNullable(pattern).filter(p -> !p.contains("%(constraint_name)s"))
                .map(p -> TOKEN.matcher(p).replaceAll(m -> Matcher.quoteReplacement(
                        m.group(1) == null ? "%" : token(m.group(1), constraint, table))))
                .filter(n -> !n.isEmpty());
    }

    private static String token(String token, Constraint constraint, TableName table) {
        if (token.equals("table_name")) {
            return table.name();
        }
        if (token.equals("referred_table_name") && constraint instanceof Constraint.ForeignKey key) {
            return key.target().name();
        }
        var column = COLUMN.matcher(token);
        return column.matches() ? columns(column, constraint, table) : "";
    }

    private static String columns(Matcher token, Constraint constraint, TableName table) {
        var names = columns(constraint, token.group(1) != null);
        var which = token.group(2);
        var wanted = which.endsWith("N")
                ? names
                : IntStream.of(Integer.parseInt(which)).filter(i -> i < names.size()).mapToObj(names::get).toList();
        var prefix = token.group(3).equals("label")
                ? table.schema().map(s -> s.replace('.', '_') + "_").orElse("") + table.name() + "_"
                : "";
        return wanted.stream().map(n -> prefix + n).collect(Collectors.joining(which.equals("0_N") ? "_" : ""));
    }

    private static List<String> columns(Constraint constraint, boolean referred) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.columns();
            case Constraint.Unique unique -> unique.columns();
            case Constraint.ForeignKey key -> referred ? key.targetColumns() : key.columns();
            case Constraint.Check _,Constraint.Exclude _ -> List.of();
        };
    }
}
