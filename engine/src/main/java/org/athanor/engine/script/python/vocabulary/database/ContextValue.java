package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;

/// `op.get_context()`: the migration at hand.
public record ContextValue(BindValue bind, boolean offline) implements Value {
    @Override
    public String typeName() {
        return "MigrationContext";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "dialect" -> new DialectValue(bind.product(), bind.live());
            case "bind", "connection" -> bind;
            case "as_sql" -> Truth.of(offline);
            case "autocommit_block" -> NativeFunction.of("MigrationContext.autocommit_block", "",
                    b -> new AutocommitBlock(bind.recorder(), b.line()));
            case "begin_transaction" -> NativeFunction.of("MigrationContext.begin_transaction", "_per_migration=False",
                    _ -> new TransparentBlock(this));
            case "execute" -> NativeFunction.of("MigrationContext.execute", "sql, execution_options=None", b -> {
                Statements.execute(bind, b.get("sql"), Optional.empty(), b.line());
                return Nothing.NONE;
            });
            case "impl" -> new ImplValue(bind);
            default -> throw PythonFault.unreadable(
                    "MigrationContext.%s: what env.py configures isn't known here".formatted(member));
        };
    }

    /// `op.get_context().impl`
    private record ImplValue(BindValue bind) implements Value {
        @Override
        public String typeName() {
            return "DefaultImpl";
        }

        @Override
        public Value attribute(String member) {
            return switch (member) {
                case "dialect" -> new DialectValue(bind.product(), bind.live());
                case "bind", "connection" -> bind;
                case "execute" -> NativeFunction.of("DefaultImpl.execute", "sql, execution_options=None", b -> {
                    Statements.execute(bind, b.get("sql"), Optional.empty(), b.line());
                    return Nothing.NONE;
                });
                case "transactional_ddl" -> Truth.of(bind.product().equals("postgresql"));
                default -> throw PythonFault.unreadable("MigrationContext.impl.%s isn't read".formatted(member));
            };
        }
    }
}
