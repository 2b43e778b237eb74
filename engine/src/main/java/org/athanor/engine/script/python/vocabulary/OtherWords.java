package org.athanor.engine.script.python.vocabulary;

import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.database.UnreadValue;

/// Words that are there in Alembic or SQLAlchemy and may be imported, but not used.
final class OtherWords {
    /// Names of `sqlalchemy` that revisions import for annotations and the like.
    private static final Set<String> IMPORTED = Set.of("Row", "RowMapping", "Result", "CursorResult", "Dialect",
            "Constraint", "SQLColumnExpression", "ColumnElement", "ClauseElement", "Executable", "Selectable", "URL",
            "make_url", "engine_from_config", "create_mock_engine", "TextClause", "Select", "Insert", "Update",
            "Delete",
            "TypeEngine", "TypeCompiler", "Transaction", "Compiled", "DDLElement", "ExecutableDDLElement",
            "BaseDDLElement",
            "SchemaItem", "SchemaType", "ColumnDefault", "TableClause", "BindParameter", "FromClause", "log", "pool",
            "util", "tstring", "TupleType", "CreateView", "DropView", "CreateTableAs", "insert_sentinel", "NullPool",
            "StaticPool", "QueuePool", "Named", "FunctionElement", "GenericFunction", "ReturnTypeFromArgs",
            "ColumnCollection", "MappingResult", "ScalarResult", "PGDialect",
            "SQLiteDialect", "MySQLDialect", "dialect", "Operations", "BatchOperations", "MigrationContext", "Config",
            "ScriptDirectory", "EnvironmentContext", "Visitable");

    private OtherWords() {}

    static Optional<Value> word(String module, String member) {
        boolean imported = IMPORTED.contains(member) || member.startsWith("_")
                || module.startsWith("alembic.operations");
        return imported
                ? Optional.of(UnreadValue.unreadable(module + "." + member, "this isn't read here"))
                : Optional.empty();
    }
}
