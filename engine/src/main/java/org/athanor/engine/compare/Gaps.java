package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// What a schema that somebody has put together from differences relies on and hasn't.
final class Gaps {
    private final Schema schema;
    private final Schema whole;
    private final List<Problem> found = new ArrayList<>();

    private Gaps(Schema schema, Schema whole) {
        this.schema = schema;
        this.whole = whole;
    }

    /// `whole` is the schema with all differences; what that lacks as well is nobody's choice.
    static List<Problem> of(Schema schema, Schema whole) {
        var gaps = new Gaps(schema, whole);
        schema.tables().values().forEach(gaps::look);
        return gaps.found;
    }

    private void look(Table table) {
        for (var constraint : table.constraints()) {
            var part = new Part.OfConstraint(table.name(), constraint);
            switch (constraint) {
                case Constraint.PrimaryKey key -> columns(table, key.columns(), part);
                case Constraint.Unique unique -> columns(table, unique.columns(), part);
                case Constraint.ForeignKey key -> {
                    columns(table, key.columns(), part);
                    target(key, part);
                }
                case Constraint.Check _,Constraint.Exclude _ -> {
                }
            }
        }
        for (var index : table.indexes()) {
            columns(table, index.elements().stream().flatMap(e -> e instanceof Index.Element.OfColumn(var column)
                    ? Stream.of(column)
                    : Stream.of()).toList(), new Part.OfIndex(table.name(), index));
        }
        table.columns().forEach(column -> type(column.type()).filter(this::isLost).ifPresent(
                type -> add(new Part.OfColumn(table.name(), column), "type " + type)));
    }

    private void columns(Table table, List<String> columns, Part part) {
        columns.stream().filter(name -> table.columns().stream().noneMatch(c -> c.name().equalsIgnoreCase(name)))
                .forEach(name -> add(part, "column %s.%s".formatted(table.name(), name)));
    }

    private void target(Constraint.ForeignKey key, Part part) {
        var target = schema.table(key.target());
        if (target.isPresent()) {
            columns(target.get(), key.targetColumns(), part);
        } else if (whole.table(key.target()).isPresent()) {
            add(part, "table " + key.target());
        }
    }

    private boolean isLost(TableName type) {
        return !schema.enumerations().containsKey(type) && !schema.domains().containsKey(type)
                && (whole.enumerations().containsKey(type) || whole.domains().containsKey(type));
    }

    private static Optional<TableName> type(SqlType type) {
        return switch (type) {
            case SqlType.Enumeration e -> e.name().map(name -> new TableName(e.schema(), name.text()));
            case SqlType.Domain d -> Optional.of(new TableName(d.schema(), d.name().text()));
            case SqlType.Array(var element, _) -> type(element);
            default -> Optional.empty();
        };
    }

    private void add(Part part, String needed) {
        found.add(Problem.of(ProblemKind.NOT_TOGETHER,
                "%s %s needs %s, which wouldn't be there".formatted(part.kind(), part.path(), needed),
                "Choose both, or neither of them."));
    }
}
