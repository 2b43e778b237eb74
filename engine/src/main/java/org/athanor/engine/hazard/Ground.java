package org.athanor.engine.hazard;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// What is known where a statement is judged: the facts, what the plan has made of the tables so far, and their shape.
record Ground(Dialect dialect, Facts facts, Lineage lineage, Evolution schema) {
    boolean isPostgreSql() {
        return dialect.product() == Product.POSTGRESQL;
    }

    /// Whether there was no such table before the plan.
    boolean isNew(TableName table) {
        return lineage.before(table).flatMap(facts::has).map(there -> !there)
                .orElseGet(() -> lineage.before(table).isEmpty());
    }

    /// Whether the plan itself made it: a table, or what shares its names with tables, such as a sequence.
    boolean isMadeHere(TableName name) {
        return lineage.before(name).isEmpty();
    }

    /// Whether a statement that may find nothing surely does.
    boolean isAbsent(TableName table) {
        return isNew(table) || lineage.before(table).flatMap(facts::has).isEmpty()
                && schema.table(table) instanceof Evolution.Standing.Absent;
    }

    /// Those of some functions that may do more than compute: the plan's own, and what the database has. Where none is asked,
    /// only what is plainly called counts.
    Set<String> mayDoMore(Set<String> plain, Set<String> functions) {
        var found = new LinkedHashSet<>(functions);
        found.removeIf(name -> !lineage.hasMade(name));
        found.addAll(facts.mayDoMore(functions)
                .orElseGet(() -> isPostgreSql() ? UsualFunctions.without(plain) : Set.of()));
        return found;
    }

    boolean isNew(TableName table, String column) {
        return isNew(table) || lineage.before(table, column).isEmpty();
    }

    Extent extent(TableName table) {
        return lineage.before(table).map(t -> new Extent(facts.rows(t), Optional.empty(), facts.bytes(t)))
                .orElse(Extent.UNKNOWN);
    }

    Extent extent(TableName table, String column) {
        var whole = extent(table);
        return lineage.before(table).flatMap(t -> lineage.before(table, column).map(
                c -> new Extent(whole.rows(), facts.values(t, c), whole.bytes()))).orElse(whole);
    }

    Optional<Table> shape(TableName table) {
        return schema.table(table) instanceof Evolution.Standing.Known(var known)
                ? Optional.of(known)
                : Optional.empty();
    }

    /// The type of a column by now, as SQL.
    Optional<String> type(TableName table, String column) {
        return shape(table).flatMap(t -> t.columns().stream()
                .filter(c -> dialect.grammar().same(c.name(), column)).findFirst()).flatMap(c -> text(c.type()));
    }

    /// A type as SQL.
    Optional<String> text(SqlType type) {
        try {
            return Optional.of(dialect.text(type));
        } catch (Unsupported _) {
            return Optional.empty();
        }
    }
}
