package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.operation.Operation;

/// Operations on their way into their order.
final class Phases {
    private final Map<Phase, List<Operation>> phases = new EnumMap<>(Phase.class);
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

    Remedy remedy(Comparison comparison) {
        return new Remedy(comparison, phases.values().stream().flatMap(List::stream).toList(), unmended);
    }
}
