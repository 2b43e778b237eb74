package org.athanor.engine.compare;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.TableName;

/// Something that is gone and something that is new and may be the same under another name: of a table, or of one of its
/// columns. Only a person can tell. `table` is the table as it is called now.
public record RenameCandidate(TableName table, Optional<String> column, String newName, int likeness,
        List<String> evidence) {
    public RenameCandidate {
        evidence = List.copyOf(evidence);
    }

    public String from() {
        return column.map(c -> table + "." + c).orElse(table.toString());
    }

    public Operation operation() {
        return column.<Operation>map(c -> new Operation.AlterColumn(table, c, ColumnChange.rename(newName)))
                .orElseGet(() -> new Operation.RenameTable(table, newName));
    }

    /// Whether these two differences are what it is about.
    boolean explains(SchemaDifference difference) {
        return switch (difference) {
            case SchemaDifference.Extra(var part) -> isFrom(part);
            case SchemaDifference.Missing(var part) -> isTo(part);
            case SchemaDifference.Changed _ -> false;
        };
    }

    private boolean isFrom(Part part) {
        return switch (part) {
            case Part.OfTable(var gone) -> column.isEmpty() && gone.name().equals(table);
            case Part.OfColumn(var owner, var gone) -> owner.equals(table) && column.equals(Optional.of(gone.name()));
            default -> false;
        };
    }

    private boolean isTo(Part part) {
        return switch (part) {
            case Part.OfTable(var come) -> column.isEmpty() && come.name().equals(table.renamed(newName));
            case Part.OfColumn(var owner, var come) ->
                column.isPresent() && owner.equals(table) && come.name().equals(newName);
            default -> false;
        };
    }
}
