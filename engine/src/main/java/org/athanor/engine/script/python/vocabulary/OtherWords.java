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

    /// The modules of which all names are known, those of older versions, too: what they don't have is a slip.
    private static final Set<String> KNOWN = Set.of("sqlalchemy", "sqlalchemy.types", "sqlalchemy.dialects.postgresql",
            "sqlalchemy.dialects.sqlite");

    /// Names of these modules that aren't read.
    private static final Set<String> REAL = Set
            .of("""
                    AbstractMultiRange AbstractRange AbstractSingleRange AdaptedConnection AggregateOrderBy Alias
                    AliasedReturnsRows All Any AssertionPool AsyncAdaptedQueuePool BLANK_SCHEMA BaseRow BinaryExpression
                    BindTyping BitString BooleanClauseList CTE CacheKey Case Cast CheckFirst ChunkedIteratorResult
                    ClauseList CollectionAggregate ColumnClause ColumnExpressionArgument ColumnOperators CompoundSelect
                    Concatenable CreateDomainType CreateEnginePlugin CreateEnumType DropDomainType DropEnumType
                    ExceptionContext ExecutionContext Exists ExternalType Extract FrameClause FrameClauseType
                    FromGrouping FrozenResult Function FunctionFilter GenerativeSelect Grouping HasCTE HasPrefixes
                    HasSuffixes Indexable IteratorResult Join LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY
                    LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL Label LambdaElement Lateral MergedResult ModuleType
                    MultiRange NamedType NestedTransaction NotNullable Nullable NumericCommon OperatorClass Operators
                    OrderByList Over Pool PoolProxiedConnection PoolResetState Range ReleaseSavepointClause ResultProxy
                    ReturnsRows RollbackToSavepointClause RootTransaction SavepointClause ScalarSelect SelectBase
                    SelectLabelStyle SingletonThreadPool StatementLambdaElement Subquery TString TableSample
                    TableValuedAlias TableValuedColumn TextAsFrom TextualSelect ThreadLocalMetaData TryCast Tuple
                    TwoPhaseTransaction TypeClause TypeCoerce TypedColumns UnaryExpression UpdateBase Values ValuesBase
                    Variant WithinGroup adapt_type aggregate_order_by aiosqlite annotations arraylib asyncpg bitstring
                    bitwise_not cimmutabledict compat connectors cprocessors create_pool_from_url cresultproxy cte
                    custom_op distinct_on events ext from_dml_column funcfilter lambda_stmt modifier operators outparam
                    pg8000 pg_catalog phraseto_tsquery plainto_tsquery processors psycopg psycopg2 psycopg2cffi psycopg_async pygresql pypostgresql
                    pysqlcipher pysqlite result_tuple tablesample to_instance try_cast ts_headline websearch_to_tsquery
                    within_group
                    """
                    .strip().split("\\s+"));

    private OtherWords() {}

    static Optional<Value> word(String module, String member) {
        boolean imported = IMPORTED.contains(member) || member.startsWith("_")
                || module.startsWith("alembic.operations") || isReal(module, member);
        return imported
                ? Optional.of(UnreadValue.unreadable(module + "." + member, "this isn't read here"))
                : Optional.empty();
    }

    /// Whether SQLAlchemy has a name, or may have it.
    private static boolean isReal(String module, String member) {
        return module.startsWith("sqlalchemy") && (!KNOWN.contains(module) || REAL.contains(member));
    }
}
