package org.athanor.engine.script.python.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.athanor.engine.script.python.value.Descriptor.NativeMethod;

/// Python's own exceptions.
public final class ExceptionClasses {
    private static final Map<String, PythonClass> ALL = all();
    private static final Map<String, PythonClass> OF_LIBRARY = ofLibrary();

    private ExceptionClasses() {}

    private static Map<String, PythonClass> all() {
        var all = new LinkedHashMap<String, PythonClass>();
        all.put("BaseException", PythonClass.own("BaseException", List.of(BuiltinClasses.OBJECT),
                ExceptionClasses::make, Metaclass.PLAIN, Set.of(), members()));
        add(all, "BaseException", "Exception SystemExit KeyboardInterrupt GeneratorExit BaseExceptionGroup");
        add(all, "Exception",
                "ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError "
                        + "MemoryError NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError "
                        + "SystemError TypeError ValueError Warning ExceptionGroup");
        add(all, "ArithmeticError", "FloatingPointError OverflowError ZeroDivisionError");
        add(all, "ImportError", "ModuleNotFoundError");
        add(all, "LookupError", "IndexError KeyError");
        add(all, "NameError", "UnboundLocalError");
        add(all, "OSError", "BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError "
                + "InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError");
        add(all, "RuntimeError", "NotImplementedError RecursionError");
        add(all, "SyntaxError", "IndentationError");
        add(all, "ValueError", "UnicodeError");
        add(all, "UnicodeError", "UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError");
        add(all, "Warning", "BytesWarning DeprecationWarning FutureWarning ImportWarning PendingDeprecationWarning "
                + "ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning");
        return all;
    }

    /// Those that a file must import.
    private static Map<String, PythonClass> ofLibrary() {
        var all = new LinkedHashMap<>(ALL);
        add(all, "ValueError", "JSONDecodeError Error");
        add(all, "ArithmeticError", "DecimalException");
        add(all, "DecimalException", "InvalidOperation DivisionByZero Overflow Inexact Rounded");
        add(all, "AttributeError", "FrozenInstanceError");
        add(all, "Exception", "error");
        return all;
    }

    private static void add(Map<String, PythonClass> all, String base, String names) {
        var parent = all.get(base);
        for (var name : names.split(" ", -1)) {
            if (parent != null) {
                all.put(name, extending(name, parent));
            }
        }
    }

    /// An exception of one of Python's own modules.
    public static PythonClass extending(String name, PythonClass base) {
        return PythonClass.own(name, List.of(base), ExceptionClasses::make, Metaclass.PLAIN, Set.of(), Map.of());
    }

    private static Value make(PythonClass type, Arguments arguments) {
        var exception = new Instance(type);
        exception.keep("args", new Tuple(arguments.positions()));
        exception.keep("__cause__", Nothing.NONE);
        exception.keep("__context__", Nothing.NONE);
        exception.keep("__traceback__", Nothing.NONE);
        return exception;
    }

    private static Map<String, Value> members() {
        var members = new LinkedHashMap<String, Value>();
        members.put("__init__", NativeMethod.of("__init__", "*args, **kwargs", (self, given) -> {
            keep(self, new Tuple(given.rest()));
            return Nothing.NONE;
        }));
        members.put("__str__", NativeMethod.of("__str__", "", (self, _) -> new Text(message(self))));
        members.put("__repr__", NativeMethod.of("__repr__", "", (self, _) -> new Text(
                self.typeName() + (arguments(self).size() == 1
                        ? "(" + arguments(self).elements().getFirst().written() + ")"
                        : arguments(self).written()))));
        members.put("with_traceback", NativeMethod.of("with_traceback", "tb", (self, _) -> self));
        members.put("add_note", NativeMethod.of("add_note", "note", (_, _) -> Nothing.NONE));
        return members;
    }

    private static void keep(Value self, Tuple arguments) {
        if (self instanceof Instance exception) {
            exception.keep("args", arguments);
            var names = exception.type().name();
            if (names.equals("StopIteration")) {
                exception.keep("value", arguments.truth() ? arguments.elements().getFirst() : Nothing.NONE);
            } else if (names.equals("SystemExit")) {
                exception.keep("code", arguments.truth() ? arguments.elements().getFirst() : Nothing.NONE);
            }
        }
    }

    private static Tuple arguments(Value self) {
        return self instanceof Instance exception && exception.attributes().get("args") instanceof Tuple arguments
                ? arguments
                : Tuple.EMPTY;
    }

    private static String message(Value self) {
        var arguments = arguments(self).elements();
        if (arguments.size() != 1) {
            return arguments.isEmpty() ? "" : arguments(self).written();
        }
        return self instanceof Instance exception && exception.type().isWithin(find("KeyError"))
                ? arguments.getFirst().written()
                : arguments.getFirst().shown();
    }

    /// Those that every file knows, by their names.
    public static Map<String, PythonClass> byName() {
        return Collections.unmodifiableMap(ALL);
    }

    /// The class of this name; one that Python doesn't have itself extends `Exception`.
    public static PythonClass find(String name) {
        var type = OF_LIBRARY.get(name.equals("IOError") || name.equals("EnvironmentError") ? "OSError" : name);
        return type == null ? extending(name, find("Exception")) : type;
    }

    /// An exception with what it carries.
    public static Instance instance(String type, Value... arguments) {
        var exception = new Instance(find(type));
        keep(exception, Tuple.of(arguments));
        exception.keep("__cause__", Nothing.NONE);
        exception.keep("__context__", Nothing.NONE);
        exception.keep("__traceback__", Nothing.NONE);
        return exception;
    }

    /// The exception that a fault stands for.
    public static Value of(PythonFault fault) {
        return fault.exception().orElseGet(() -> instance(fault.type(), new Text(fault.reason())));
    }

    /// What `raise` throws: an exception, or a class of exceptions.
    public static PythonFault raised(Value value) {
        var exception = value instanceof PythonClass type ? type.call(Arguments.of()) : value;
        if (exception instanceof Instance instance && instance.type().isWithin(find("BaseException"))) {
            return PythonFault.raised(instance.type().name(), instance.shown(), instance);
        }
        Unresolved.refuse(value);
        return exception instanceof Instance || BuiltinClasses.isPlain(exception)
                ? PythonFault.raised("TypeError", "exceptions must derive from BaseException")
                : PythonFault.raised(exception.typeName(), exception.shown(), exception);
    }
}
