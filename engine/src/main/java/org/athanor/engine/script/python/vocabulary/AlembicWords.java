package org.athanor.engine.script.python.vocabulary;

import java.util.LinkedHashMap;
import java.util.Optional;

import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.database.ContextValue;
import org.athanor.engine.script.python.vocabulary.database.DatabaseWords;
import org.athanor.engine.script.python.vocabulary.database.Statements;
import org.athanor.engine.script.python.vocabulary.operations.OwnOperations;

/// The words of `alembic.context`: what a revision may ask its surroundings.
final class AlembicWords {
    private AlembicWords() {}

    static Optional<Value> word(String module, String member, Vocabulary vocabulary) {
        return switch (module) {
            case "alembic.context" -> Optional.of(context(member, vocabulary));
            case "sqlalchemy.ext.compiler" -> member.equals("compiles")
                    ? Optional.of(DatabaseWords.compiles(vocabulary.bind().product()))
                    : Optional.empty();
            case "alembic.operations", "alembic.operations.base", "alembic.operations.ops" ->
                operations(member, vocabulary);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> operations(String member, Vocabulary vocabulary) {
        return switch (member) {
            case "Operations" -> Optional.of(vocabulary.registrations());
            case "MigrateOperation" -> Optional.of(OwnOperations.OPERATION);
            default -> Optional.empty();
        };
    }

    private static Value context(String member, Vocabulary vocabulary) {
        var options = vocabulary.options();
        return switch (member) {
            case "is_offline_mode" ->
                NativeFunction.of("context.is_offline_mode", "", _ -> Truth.of(options.offline()));
            case "get_tag_argument" -> NativeFunction.of("context.get_tag_argument", "",
                    _ -> options.tag().<Value>map(Text::new).orElse(Nothing.NONE));
            case "get_x_argument" -> NativeFunction.of("context.get_x_argument", "as_dictionary=False",
                    b -> xArguments(b, options));
            case "get_context" -> NativeFunction.of("context.get_context", "",
                    _ -> new ContextValue(vocabulary.bind(), options.offline()));
            case "get_bind" -> NativeFunction.of("context.get_bind", "", _ -> vocabulary.bind());
            case "execute" -> NativeFunction.of("context.execute", "sql, execution_options=None", b -> {
                Statements.execute(vocabulary.bind(), b.get("sql"), Optional.empty(), b.line());
                return Nothing.NONE;
            });
            default -> throw PythonFault.unreadable(
                    "context.%s: what env.py configures isn't known here".formatted(member));
        };
    }

    /// The `-x` arguments: as a list of texts, or as names and values.
    private static Value xArguments(Bound bound, Vocabulary.Options options) {
        if (!bound.find("as_dictionary").map(Value::truth).orElse(false)) {
            return new Sequence(options.xArguments().stream().map(Text::new).toList());
        }
        var entries = new LinkedHashMap<Value, Value>();
        for (var argument : options.xArguments()) {
            var parts = argument.split("=", 2);
            entries.put(new Text(parts[0]), new Text(parts.length > 1 ? parts[1] : ""));
        }
        return new Dictionary(entries);
    }
}
