package org.athanor.engine.script.python.evaluation;

import java.util.List;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// The text that a body starts with.
final class Documentation {
    private Documentation() {}

    static Value of(List<Instruction> body) {
        return !body.isEmpty() && body.getFirst() instanceof Instruction.Evaluate first
                && first.value() instanceof Expression.Text text ? new Text(text.value()) : Nothing.NONE;
    }
}
