package org.athanor.engine.script.python.tree;

import java.util.List;
import java.util.Optional;

/// A parsed file. `hasPlainExpressions` if surely none of its expressions binds a name (`:=`) or suspends (`yield`).
public record PythonFile(List<Instruction> body, boolean hasPlainExpressions) {
    /// A file without text.
    public static final PythonFile EMPTY = new PythonFile(List.of(), true);

    public PythonFile {
        body = List.copyOf(body);
    }

    /// The function of this name on the top level; the last one wins.
    public Optional<Instruction.Function> function(String name) {
        return body.stream()
                .flatMap(i -> i instanceof Instruction.Function f && f.name().equals(name)
                        ? Optional.of(f).stream()
                        : Optional.<Instruction.Function>empty().stream())
                .reduce((_, later) -> later);
    }
}
