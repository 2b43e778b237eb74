package org.athanor.engine.script.python.library;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// `contextlib`
final class Contexts {
    private Contexts() {}

    static Module module() {
        return new Members()
                .tolerant("contextmanager", "func", given -> Tolerant.of("contextmanager", "*args, **kwds",
                        inner -> new Managed(given.get("func")
                                .call(new Arguments(inner.rest(), inner.namedRest(), inner.line())))))
                .function("suppress", "*exceptions", given -> new Suppressing(given.rest()))
                .tolerant("nullcontext", "enter_result=None",
                        given -> new Around(given.get("enter_result", Nothing.NONE), Optional.empty()))
                .tolerant("closing", "thing", given -> new Around(given.get("thing"), Optional.of("close")))
                .module("contextlib");
    }

    /// A generator that stops once: before it is the beginning of the block, after it its end.
    private record Managed(Value generator) implements Value {
        @Override
        public String typeName() {
            return "_GeneratorContextManager";
        }

        @Override
        public Value enter() {
            return generator.attribute("__next__").call(Arguments.of());
        }

        @Override
        public boolean exit(Optional<PythonFault> fault) {
            try {
                if (fault.isEmpty()) {
                    generator.attribute("__next__").call(Arguments.of());
                } else {
                    generator.attribute("throw").call(Arguments.of(ExceptionClasses.of(fault.get())));
                }
            } catch (PythonFault after) {
                if (after.type().equals("StopIteration")) {
                    return true;
                }
                throw after;
            }
            throw PythonFault.raised("RuntimeError", "generator didn't stop");
        }
    }

    private record Suppressing(List<Value> types) implements Value {
        @Override
        public String typeName() {
            return "suppress";
        }

        @Override
        public Value enter() {
            return Nothing.NONE;
        }

        @Override
        public boolean exit(Optional<PythonFault> fault) {
            if (fault.isEmpty() || !(ExceptionClasses.of(fault.get()) instanceof Instance exception)) {
                return false;
            }
            for (var type : types) {
                if (type instanceof PythonClass wanted && exception.type().isWithin(wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Around(Value value, Optional<String> end) implements Value {
        @Override
        public String typeName() {
            return "nullcontext";
        }

        @Override
        public Value enter() {
            return value;
        }

        @Override
        public boolean exit(Optional<PythonFault> fault) {
            end.ifPresent(name -> value.attribute(name).call(Arguments.of()));
            return false;
        }
    }
}
