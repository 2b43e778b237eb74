package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.ColumnRename;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// The constraints of a table that is rebuilt: those with a name first, then those without.
final class BatchConstraints {
    private final TypeChecks typeChecks;
    private final ColumnRename uses;
    private final List<Constraint> more;
    private final Map<String, Constraint> named = new LinkedHashMap<>();
    private final List<Constraint> unnamed = new ArrayList<>();

    BatchConstraints(Grammar grammar, TypeChecks typeChecks, Table original, List<Constraint> more) {
        this.typeChecks = typeChecks;
        this.uses = new ColumnRename(grammar);
        this.more = more;
        for (var constraint : original.constraints()) {
            if (!isOfType(constraint)) {
                put(constraint);
            }
        }
    }

    private static boolean isOfType(Constraint constraint) {
        return constraint instanceof Constraint.Check check && check.ofType().isPresent();
    }

    private void put(Constraint constraint) {
        constraint.name().map(Name::text).ifPresentOrElse(name -> {
            named.remove(name);
            named.put(name, constraint);
        }, () -> unnamed.add(constraint));
    }

    void add(Constraint constraint) throws Unsupported {
        if (isOfType(constraint)) {
            return;
        }
        if (constraint.name().isEmpty()) {
            throw new Unsupported("A constraint that is added while a table is rebuilt needs a name", "Give it one");
        }
        if (constraint instanceof Constraint.PrimaryKey) {
            unnamed.removeIf(Constraint.PrimaryKey.class::isInstance);
            named.values().removeIf(Constraint.PrimaryKey.class::isInstance);
        }
        put(constraint);
    }

    /// A column of the primary key joins only where no other column is in it.
    void addWithColumn(Constraint constraint) throws Unsupported {
        if (!(constraint instanceof Constraint.PrimaryKey added)) {
            add(constraint);
            return;
        }
        var present = primaryKey();
        if (present.isEmpty()) {
            put(added);
        } else if (present.get().columns().isEmpty()) {
            replace(present.get(), new Constraint.PrimaryKey(present.get().name(), added.columns(),
                    present.get().timing(), present.get().settings()));
        }
    }

    private Optional<Constraint.PrimaryKey> primaryKey() {
        var all = new ArrayList<>(named.values());
        all.addAll(unnamed);
        return all.stream().filter(Constraint.PrimaryKey.class::isInstance).map(Constraint.PrimaryKey.class::cast)
                .findFirst();
    }

    private void replace(Constraint old, Constraint other) {
        named.replaceAll((_, c) -> c.equals(old) ? other : c);
        unnamed.replaceAll(c -> c.equals(old) ? other : c);
    }

    boolean drop(String name) {
        return named.remove(name) != null;
    }

    /// Whether a column's type brings a check of this name.
    boolean isCheckOf(Column column, String name) throws Unsupported {
        return typeChecks.of(column).flatMap(Constraint.Check::name).filter(n -> n.text().equals(name)).isPresent();
    }

    /// A check with a name that came with the type of a column stays when the type changes: who reads the table back
    /// doesn't know where it came from.
    void keepCheckOf(Column column) throws Unsupported {
        typeChecks.of(column).filter(c -> c.name().isPresent())
                .ifPresent(c -> put(new Constraint.Check(c.name(), c.condition(), Optional.empty(), c.timing(),
                        c.settings())));
    }

    /// The check that the former type of a column is said to have, by its name.
    void dropCheckOf(Column column, SqlType formerType) throws Unsupported {
        typeChecks.of(column.withType(formerType)).flatMap(Constraint.Check::name).map(Name::text)
                .filter(n -> named.get(n) instanceof Constraint.Check).ifPresent(named::remove);
    }

    /// A check without a name that holds a column to certain values came with its type, and goes with it.
    void dropUnnamedCheckOf(String column) {
        var values = Pattern.compile("[\"`\\[]?" + Pattern.quote(column) + "[\"`\\]]?\\s+in\\s*\\([^()]*\\)",
                Pattern.CASE_INSENSITIVE);
        unnamed.removeIf(c -> c instanceof Constraint.Check check
                && check.condition() instanceof SqlExpression.Written(var sql)
                && values.matcher(sql.strip()).matches());
    }

    /// A primary key does without a column that is dropped.
    void dropColumn(String column) {
        primaryKey().filter(key -> key.columns().contains(column)).ifPresent(key -> replace(key,
                new Constraint.PrimaryKey(key.name(), key.columns().stream().filter(c -> !c.equals(column)).toList(),
                        key.timing(), key.settings())));
    }

    /// The table with all constraints whose columns are still there.
    Table in(Table table, Collection<String> lost, Collection<String> newNames) {
        Set<String> present = new HashSet<>(newNames);
        table.columns().forEach(c -> present.add(c.name()));
        var all = new ArrayList<>(more);
        boolean replacesKey = more.stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
        named.values().stream().filter(c -> stays(table, c, present, lost)).forEach(all::add);
        unnamed.stream().filter(c -> stays(table, c, present, lost))
                .filter(c -> !(replacesKey && c instanceof Constraint.PrimaryKey)).forEach(all::add);
        return table.withConstraints(all);
    }

    private boolean stays(Table table, Constraint constraint, Set<String> present, Collection<String> lost) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> !key.columns().isEmpty() && present.containsAll(key.columns());
            case Constraint.Unique unique -> present.containsAll(unique.columns());
            case Constraint.ForeignKey key -> present.containsAll(key.columns());
            case Constraint.Check check -> lost.stream().noneMatch(c -> uses.uses(table, check, c));
            case Constraint.Exclude _ -> true;
        };
    }

    /// The checks of types stand before the constraints of the table, and aren't said twice.
    Table withTypeChecks(Table table) throws Unsupported {
        var checks = new ArrayList<Constraint>();
        for (var column : table.columns()) {
            typeChecks.of(column).ifPresent(checks::add);
        }
        var all = new ArrayList<>(table.constraints().stream().filter(more::contains).toList());
        all.addAll(checks);
        table.constraints().stream().filter(c -> !more.contains(c) && checks.stream().noneMatch(t -> isSame(t, c)))
                .forEach(all::add);
        return table.withConstraints(all);
    }

    private boolean isSame(Constraint ofType, Constraint other) {
        return other instanceof Constraint.Check check && ofType instanceof Constraint.Check own
                && (own.name().isPresent() && own.name().map(Name::text).equals(check.name().map(Name::text))
                        || check.name().isEmpty() && folded(check.condition()).equals(folded(own.condition())));
    }

    private static String folded(SqlExpression condition) {
        return condition instanceof SqlExpression.Written(var sql)
                ? sql.replaceAll("\\s", "").toLowerCase(Locale.ROOT)
                : condition.toString();
    }
}
