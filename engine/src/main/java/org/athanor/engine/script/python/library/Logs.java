package org.athanor.engine.script.python.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `logging`: what is written to a log doesn't matter to a revision.
final class Logs {
    private Logs() {}

    static Module logging() {
        var members = new Members().tolerant("getLogger", "name=None", _ -> new Silent())
                .tolerant("getLevelName", "level", given -> given.get("level"))
                .nothing("basicConfig", "debug", "info", "warning", "warn", "error", "critical", "exception", "log",
                        "disable", "captureWarnings", "addLevelName", "fileConfig", "dictConfig");
        for (var name : List.of("Logger", "LoggerAdapter", "StreamHandler", "Formatter", "NullHandler", "Handler",
                "Filter", "root", "config")) {
            members.value(name, new Silent());
        }
        Map.of("DEBUG", 10, "INFO", 20, "WARNING", 30, "WARN", 30, "ERROR", 40, "CRITICAL", 50, "FATAL", 50, "NOTSET",
                0).forEach((name, level) -> members.value(name, Whole.of(level)));
        return members.module("logging");
    }

    /// Whatever is asked of it does nothing and gives it again: a logger.
    record Silent() implements Value {
        @Override
        public String typeName() {
            return "Logger";
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "name" -> new Text("revision");
                case "level" -> Whole.of(0);
                case "disabled", "propagate" -> Truth.FALSE;
                case "handlers", "filters" -> new Sequence(List.of());
                case "isEnabledFor" -> Tolerant.of(name, "*args", _ -> Truth.FALSE);
                default -> Tolerant.of(name, "*args, **kwargs",
                        _ -> name.startsWith("get") ? this : Nothing.NONE);
            };
        }

        @Override
        public void assign(String name, Value other) {
            // A setting of a log, which isn't written.
        }

        @Override
        public boolean takesUnresolved() {
            return true;
        }

        @Override
        public Value call(Arguments arguments) {
            return this;
        }

        @Override
        public Value enter() {
            return this;
        }

        @Override
        public boolean exit(Optional<PythonFault> fault) {
            return false;
        }
    }
}
