package org.athanor.engine.script.python.vocabulary.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// The exceptions of `sqlalchemy.exc`, as far as revisions catch and raise them.
public final class Errors {
    private static final String[] NAMES = {"SQLAlchemyError Exception", "ArgumentError SQLAlchemyError",
            "CompileError SQLAlchemyError", "UnsupportedCompilationError CompileError",
            "IdentifierError SQLAlchemyError",
            "InvalidRequestError SQLAlchemyError", "NoInspectionAvailable InvalidRequestError",
            "NoReferenceError InvalidRequestError", "NoReferencedTableError NoReferenceError",
            "NoReferencedColumnError NoReferenceError", "NoResultFound InvalidRequestError",
            "MultipleResultsFound InvalidRequestError", "NoSuchTableError InvalidRequestError",
            "NoSuchColumnError InvalidRequestError", "NoSuchModuleError ArgumentError",
            "ObjectNotExecutableError ArgumentError", "ResourceClosedError InvalidRequestError",
            "UnboundExecutionError InvalidRequestError", "CircularDependencyError SQLAlchemyError",
            "AmbiguousForeignKeysError ArgumentError", "NoForeignKeysError ArgumentError",
            "DuplicateColumnError ArgumentError", "ConstraintColumnNotFoundError ArgumentError",
            "StatementError SQLAlchemyError", "DBAPIError StatementError", "InterfaceError DBAPIError",
            "DatabaseError DBAPIError", "DataError DatabaseError", "OperationalError DatabaseError",
            "IntegrityError DatabaseError", "InternalError DatabaseError", "ProgrammingError DatabaseError",
            "NotSupportedError DatabaseError", "TimeoutError SQLAlchemyError", "SAWarning RuntimeWarning",
            "SADeprecationWarning DeprecationWarning"};
    private static final Map<String, PythonClass> ALL = all();

    private Errors() {}

    private static Map<String, PythonClass> all() {
        var all = new HashMap<String, PythonClass>();
        for (var pair : NAMES) {
            var parts = pair.split(" ", 2);
            var base = all.get(parts[1]);
            all.put(parts[0],
                    ExceptionClasses.extending(parts[0], base == null ? ExceptionClasses.find(parts[1]) : base));
        }
        return Map.copyOf(all);
    }

    /// The exception of this name.
    public static PythonClass find(String name) {
        var type = ALL.get(name);
        return type == null ? ExceptionClasses.find(name) : type;
    }

    /// An exception of SQLAlchemy's that no statement is the cause of.
    public static PythonFault raised(String type, String message) {
        return PythonFault.raised(type, message, find(type).call(Arguments.of(new Text(message))));
    }

    /// By the modules that have them.
    public static Map<String, Map<String, Supplier<Value>>> modules() {
        var words = new HashMap<String, Supplier<Value>>();
        ALL.forEach((name, type) -> words.put(name, () -> type));
        var orm = new HashMap<String, Supplier<Value>>();
        orm.put("NoResultFound", () -> ALL.get("NoResultFound"));
        orm.put("MultipleResultsFound", () -> ALL.get("MultipleResultsFound"));
        return Map.of("sqlalchemy.exc", words, "sqlalchemy.orm.exc", orm, "alembic.util.exc",
                Map.of("CommandError", () -> ExceptionClasses.find("CommandError")));
    }
}
