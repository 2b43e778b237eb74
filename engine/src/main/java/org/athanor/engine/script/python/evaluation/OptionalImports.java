package org.athanor.engine.script.python.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.PythonFault;

/// `try: import …` with an `except` that goes on without the module. Whether a module that isn't read here is installed
/// can't be known, and so neither which way such a `try` goes.
final class OptionalImports {
    private static final Set<String> CAUGHT = Set.of("ImportError", "ModuleNotFoundError", "Exception",
            "BaseException");

    private final Imports imports;
    private final String file;

    OptionalImports(Imports imports, String file) {
        this.imports = imports;
        this.file = file;
    }

    /// Why it isn't known which way a `try` went whose body met no exception; nothing if it is known.
    Optional<PythonFault> doubt(Instruction.Try i) {
        return i.handlers().stream().filter(h -> Attempts.goesOn(h) && isForImports(h)).findFirst()
                .flatMap(handler -> missing(i.body()).map(module -> PythonFault.unreadable(
                        "Whether %s can be imported isn't known here, and except: goes on without it"
                                .formatted(module))
                        .at(file, handler.line())));
    }

    private static boolean isForImports(Instruction.Try.Handler handler) {
        return handler.type().isEmpty() || names(handler.type().get()).stream().anyMatch(CAUGHT::contains);
    }

    private static List<String> names(Expression type) {
        return switch (type) {
            case Expression.Name(var name, _) -> List.of(name);
            case Expression.Tuple(var types, _) -> types.stream().flatMap(t -> names(t).stream()).toList();
            default -> List.of();
        };
    }

    /// The first module or name that the body imports and that isn't found.
    private Optional<String> missing(List<Instruction> body) {
        return body.stream().flatMap(instruction -> (switch (instruction) {
            case Instruction.Import i -> imports.missing(i);
            case Instruction.ImportFrom i -> imports.missing(i);
            case Instruction.If i -> missing(i.then()).or(() -> missing(i.otherwise()));
            case Instruction.With i -> missing(i.body());
            default -> Optional.<String>empty();
        }).stream()).findFirst();
    }

    /// Whether either way does no more than to give names to values.
    static boolean onlyBinds(Instruction.Try i) {
        return i.handlers().stream().allMatch(h -> onlyBind(h.body())) && onlyBind(i.body())
                && onlyBind(i.otherwise());
    }

    private static boolean onlyBind(List<Instruction> body) {
        return body.stream().allMatch(instruction -> switch (instruction) {
            case Instruction.Pass _,Instruction.Assign _,Instruction.Import _,Instruction.ImportFrom _ -> true;
            default -> false;
        });
    }
}
