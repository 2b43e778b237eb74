package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.sql.Statement;

/// What the dialects make of operations, with white space folded.
final class Spoken {
    static final Dialect POSTGRES = new PostgreSql();
    static final Dialect SQLITE = new Sqlite();

    private Spoken() {}

    /// PostgreSQL's statements, on a database of which nothing is known.
    static List<String> postgres(Operation operation) throws Unsupported {
        return texts(POSTGRES, operation, Evolution.fromUnknown());
    }

    static List<String> sqlite(Operation operation) throws Unsupported {
        return texts(SQLITE, operation, Evolution.fromUnknown());
    }

    static List<String> texts(Dialect dialect, Operation operation, Evolution before) throws Unsupported {
        return dialect.statements(operation, before).stream().map(Statement::text).map(Spoken::folded).toList();
    }

    static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static ThrowableAssertAlternative<Unsupported> refusal(Dialect dialect, Operation operation) {
        return assertThatExceptionOfType(Unsupported.class)
                .isThrownBy(() -> dialect.statements(operation, Evolution.fromUnknown()));
    }
}
