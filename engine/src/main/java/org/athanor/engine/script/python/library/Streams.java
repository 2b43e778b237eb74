package org.athanor.engine.script.python.library;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.IteratorValue;
import org.athanor.engine.script.python.value.Methods;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// Texts that are read and written bit by bit: `io`, open files, and `csv`.
final class Streams {
    private Streams() {}

    static Module io() {
        return new Members()
                .value("StringIO", BuiltinClasses.library("StringIO", BuiltinClasses.OBJECT,
                        "initial_value='', newline=None",
                        given -> new Stream(given.given("initial_value").map(Value::shown).orElse(""), "StringIO",
                                false),
                        Map.of()))
                .value("BytesIO", BuiltinClasses.library("BytesIO", BuiltinClasses.OBJECT, "initial_bytes=b''",
                        given -> new Stream(given.given("initial_bytes")
                                .map(v -> v instanceof Bytes bytes ? bytes.value() : v.shown()).orElse(""),
                                "BytesIO", true),
                        Map.of()))
                .module("io");
    }

    /// A text with a place in it.
    static final class Stream implements Value {
        private static final Methods<Stream> METHODS = Methods.<Stream>of("_io.TextIOWrapper")
                .with("read", "size=-1, /", (s, a) -> s.read(a.given("size").map(Whole::index).orElse(-1)))
                .with("readline", "size=-1, /", (s, _) -> s.line().orElse(s.made("")))
                .with("readlines", "hint=-1, /", (s, _) -> Sequence.of(s.iterator()))
                .with("getvalue", "", (s, _) -> s.made(s.text.toString()))
                .with("write", "s, /", (s, a) -> s.write(a.get("s")))
                .with("writelines", "lines, /", (s, a) -> {
                    Builtins.elements(a.get("lines")).forEach(s::write);
                    return Nothing.NONE;
                })
                .with("seek", "offset, whence=0, /", (s, a) -> {
                    s.at = Math.clamp(Whole.index(a.get("offset")), 0, s.text.length());
                    return Whole.of(s.at);
                })
                .with("tell", "", (s, _) -> Whole.of(s.at))
                .with("truncate", "size=None, /", (s, a) -> {
                    s.text.setLength(a.given("size").map(Whole::index).orElse(s.at));
                    return Whole.of(s.text.length());
                })
                .with("close", "", (_, _) -> Nothing.NONE).with("flush", "", (_, _) -> Nothing.NONE);

        private final StringBuilder text;
        private final String kind;
        private final boolean binary;
        private int at;

        Stream(String text, String kind, boolean binary) {
            this.text = new StringBuilder(text);
            this.kind = kind;
            this.binary = binary;
        }

        private Value made(String part) {
            return binary ? new Bytes(part) : new Text(part);
        }

        private Value read(int size) {
            int end = size < 0 ? text.length() : (int) Math.min(text.length(), (long) at + size);
            var part = text.substring(at, end);
            Budget.room(part.length());
            at = end;
            return made(part);
        }

        private Optional<Value> line() {
            if (at >= text.length()) {
                return Optional.empty();
            }
            int end = text.indexOf("\n", at);
            var line = text.substring(at, end < 0 ? text.length() : end + 1);
            Budget.room(line.length());
            at += line.length();
            return Optional.of(made(line));
        }

        private Value write(Value value) {
            var more = value instanceof Bytes bytes ? bytes.value() : Text.of(value, "write() argument");
            if (kind.equals("file")) {
                throw PythonFault.unreadable("A revision that writes files isn't read here");
            }
            Budget.room(more.length());
            text.replace(at, Math.min(text.length(), at + more.length()), more);
            at += more.length();
            return Whole.of(more.length());
        }

        @Override
        public String typeName() {
            return kind;
        }

        @Override
        public Value attribute(String name) {
            return METHODS.of(this, name);
        }

        @Override
        public Iterator<Value> iterator() {
            return Loops.lazily(this::line);
        }

        @Override
        public Value enter() {
            return this;
        }
    }

    static Module csv() {
        return new Members()
                .function("reader",
                        "csvfile, dialect=None, *, delimiter=comma, quotechar=quote, skipinitialspace=False",
                        given -> new IteratorValue("_csv.reader", rows(given)))
                .function("DictReader",
                        "f, fieldnames=None, restkey=None, restval=None, dialect=None, *, delimiter=comma, "
                                + "quotechar=quote, skipinitialspace=False",
                        Streams::byName)
                .function("writer", "csvfile, **kw", _ -> {
                    throw PythonFault.unreadable("csv.writer isn't read here");
                })
                .value("QUOTE_ALL", Whole.of(1)).value("QUOTE_MINIMAL", Whole.of(0)).module("csv");
    }

    private static Iterator<Value> rows(Signature.Bound given) {
        given.given("dialect").filter(d -> !d.shown().equals("excel")).ifPresent(_ -> {
            throw PythonFault.unreadable("csv with a dialect isn't read here");
        });
        var lines = given.find("csvfile").orElseGet(() -> given.get("f")).iterator();
        var rows = new CsvRows(lines, character(given, "delimiter", ','), character(given, "quotechar", '"'),
                given.get("skipinitialspace", Truth.FALSE).truth());
        return Loops.lazily(() -> rows.next().map(row -> (Value) row));
    }

    private static char character(Signature.Bound given, String name, char otherwise) {
        return given.given(name).map(v -> Text.of(v, name).charAt(0)).orElse(otherwise);
    }

    private static Value byName(Signature.Bound given) {
        var rows = rows(given);
        var names = given.given("fieldnames").map(Builtins::elements)
                .orElseGet(() -> rows.hasNext() ? Builtins.elements(rows.next()) : List.of());
        return new IteratorValue("DictReader", Loops.lazily(() -> {
            while (rows.hasNext()) {
                var row = Builtins.elements(rows.next());
                if (!row.isEmpty()) {
                    var map = new Dictionary(Map.of());
                    for (int i = 0; i < names.size(); i++) {
                        map.put(names.get(i),
                                i < row.size() ? row.get(i) : given.get("restval", Nothing.NONE));
                    }
                    if (row.size() > names.size()) {
                        map.put(given.get("restkey", Nothing.NONE),
                                new Sequence(row.subList(names.size(), row.size())));
                    }
                    return Optional.of(map);
                }
            }
            return Optional.empty();
        }));
    }
}
