package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;
import org.athanor.engine.sql.Statement;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;

/// How something is defined on both sides, line beside line: tables, views, triggers and functions as statements, all else by
/// what is compared of it.
public record BothSides(List<Row> rows) {
    public BothSides {
        rows = List.copyOf(rows);
    }

    /// Two lines that stand beside each other; one of them may be missing.
    public record Row(Optional<String> actual, Optional<String> wanted) {
        public boolean isSame() {
            return actual.equals(wanted);
        }
    }

    public static BothSides of(Comparison comparison, SchemaDifference difference) {
        var dialect = comparison.dialect();
        return switch (difference) {
            case SchemaDifference.Missing(var part) ->
                between(List.of(), lines(part, dialect, comparison.wanted()));
            case SchemaDifference.Extra(var part) ->
                between(lines(part, dialect, comparison.actual()), List.of());
            case SchemaDifference.Changed(var actual, var wanted, _) ->
                between(lines(actual, dialect, comparison.actual()), lines(wanted, dialect, comparison.wanted()));
        };
    }

    private static BothSides between(List<String> actual, List<String> wanted) {
        var rows = new ArrayList<Row>();
        for (var delta : DiffUtils.diff(actual, wanted, true).getDeltas()) {
            var left = delta.getSource().getLines();
            // What is equal by the library's measure is the same text.
            var right = delta.getType() == DeltaType.EQUAL ? left : delta.getTarget().getLines();
            for (int line = 0; line < Math.max(left.size(), right.size()); line++) {
                rows.add(new Row(at(left, line), at(right, line)));
            }
        }
        return new BothSides(rows);
    }

    private static Optional<String> at(List<String> lines, int line) {
        return line < lines.size() ? Optional.of(lines.get(line)) : Optional.empty();
    }

    private static List<String> lines(Part part, Dialect dialect, Schema schema) {
        var traits = new Traits(dialect, schema).of(part);
        var text = switch (part) {
            case Part.OfTable(var table) -> statements(table, dialect, schema);
            case Part.OfDefinition(var definition) -> definition.sql().strip();
            case Part.OfConstraint _ -> (part.name().isEmpty() ? "" : "CONSTRAINT " + part.name() + "\n")
                    + traits.get(Aspect.DEFINITION);
            case Part.OfIndex _ -> "INDEX " + part.name() + "\n" + traits.get(Aspect.DEFINITION);
            case Part.OfEnumeration(_, var type) -> String.join("\n", type.values());
            case Part.OfColumn _,Part.OfDomain _,Part.OfSequence _ -> traits.entrySet().stream()
                    .filter(e -> !e.getValue().isEmpty())
                    .map(e -> "%-10s %s".formatted(e.getKey().code(), e.getValue())).collect(Collectors.joining("\n"));
            case Part.OfNamespace(var namespace) -> "SCHEMA " + namespace;
        };
        return text.lines().map(String::stripTrailing).toList();
    }

    private static String statements(Table table, Dialect dialect, Schema schema) {
        try {
            return dialect.statements(new Operation.CreateTable(table, false),
                    Evolution.from(schema, dialect.grammar())).stream().map(Statement::text)
                    .collect(Collectors.joining(";\n\n"));
        } catch (Unsupported _) {
            return Stream.concat(Stream.of("TABLE " + table.name()), table.columns().stream().map(Column::name))
                    .collect(Collectors.joining("\n  "));
        }
    }
}
