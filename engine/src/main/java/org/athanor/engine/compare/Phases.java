package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;

/// Operations on their way into their order.
final class Phases {
    private final Map<Phase, List<Operation>> phases = new EnumMap<>(Phase.class);
    private final Map<Operation, String> values = new LinkedHashMap<>();
    private final List<Remedy.Unmended> unmended = new ArrayList<>();

    void add(Phase phase, Operation operation) {
        var own = phases.computeIfAbsent(phase, _ -> new ArrayList<>());
        if (!own.contains(operation)) {
            own.add(operation);
        }
    }

    void add(Phase phase, String sql) {
        add(phase, new Operation.Execute(sql));
    }

    void cannot(SchemaDifference difference, String reason) {
        unmended.add(new Remedy.Unmended(difference, reason));
    }

    /// A value that PostgreSQL lets nobody use in the transaction that makes it.
    void addValue(String literal, String sql) {
        values.put(new Operation.Execute(sql), literal);
    }

    /// Values that something else in this remedy speaks of are made before all, outside of the transaction.
    private void placeValues() {
        var others = phases.values().stream().flatMap(List::stream).map(Operation::toString).toList();
        boolean used = values.values().stream().anyMatch(v -> others.stream().anyMatch(o -> o.contains(v)));
        if (used) {
            add(Phase.NEW_VALUES, new Operation.OutsideTransaction(
                    values.keySet().stream().map(o -> new Placed(o, 0)).toList()));
        } else {
            values.keySet().forEach(o -> add(Phase.TYPES, o));
        }
    }

    Remedy remedy(Comparison comparison) {
        placeValues();
        return new Remedy(comparison, phases.values().stream().flatMap(List::stream).toList(), unmended);
    }
}
