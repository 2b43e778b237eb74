package org.athanor.engine.script.python.vocabulary.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.type.SqlType;

/// Makes results of answers.
public final class Results {
    private final Connection connection;

    public Results(Connection connection) {
        this.connection = connection;
    }

    /// The result of a statement; `types` are those of its columns as far as the statement says them.
    public ResultValue of(Answer answer, List<SqlType> types) {
        return switch (answer) {
            case Answer.Rows rows -> result(cursor(rows, types),
                    new Changed(isPostgresql() ? rows.rows().size() : -1, this::lastRow, Results::noKey));
            case Answer.Count(var count) -> ofCount(count, Results::noKey);
        };
    }

    /// The result of an insert that was made to give the key of its row.
    public ResultValue ofInsert(Answer.Rows key, List<SqlType> types) {
        var cursor = cursor(key, types);
        var row = cursor.hasNext() ? new RowValue(cursor.names(), cursor.next()) : Nothing.NONE;
        return ofCount(key.rows().size(), () -> row);
    }

    private ResultValue ofCount(long count, Supplier<Value> key) {
        return result(new Cursor(List.of(), List.of(), false), new Changed(count, this::lastRow, key));
    }

    private static ResultValue result(Cursor cursor, Changed changed) {
        return new ResultValue(cursor, new ResultValue.Form.Rows(), changed, false);
    }

    private Cursor cursor(Answer.Rows answer, List<SqlType> types) {
        Budget.room((long) answer.rows().size() * answer.columns().size());
        boolean typed = types.size() == answer.columns().size();
        var rows = new ArrayList<Tuple>();
        for (var row : answer.rows()) {
            var values = new ArrayList<Value>();
            for (int i = 0; i < row.size(); i++) {
                values.add(ColumnValues.of(row.get(i), answer.columns().get(i).typeName(),
                        typed ? types.get(i) : SqlType.UNKNOWN, connection.product()));
            }
            rows.add(new Tuple(values));
        }
        return new Cursor(answer.columns().stream().map(Answer.Column::name).toList(), rows, true);
    }

    private boolean isPostgresql() {
        return connection.product().equals("postgresql");
    }

    private Value lastRow() {
        var answer = connection.live().map(l -> l.send(isPostgresql() ? "SELECT 0" : "SELECT last_insert_rowid()", 0));
        return answer.flatMap(a -> a instanceof Answer.Rows rows
                ? Optional.of(rows.rows().getFirst().getFirst())
                : Optional.<Constant>empty())
                .map(c -> ColumnValues.of(c, "", SqlType.UNKNOWN, connection.product())).orElse(Nothing.NONE);
    }

    private static Value noKey() {
        throw DatabaseErrors.raised("InvalidRequestError",
                "Statement is not a compiled expression construct, or not an insert() of one row.");
    }

    /// The types of the columns that a statement gives.
    public static List<SqlType> types(SqlExpression statement) {
        return switch (statement) {
            case Statement.Select select -> select.chosen().stream().map(SqlExpression::type).toList();
            case Statement.Compound compound ->
                compound.parts().isEmpty() ? List.of() : types(compound.parts().getFirst());
            case Statement.Insert insert -> insert.returning().stream().map(SqlExpression::type).toList();
            case Statement.Update update -> update.returning().stream().map(SqlExpression::type).toList();
            case Statement.Delete delete -> delete.returning().stream().map(SqlExpression::type).toList();
            default -> List.of();
        };
    }

    /// The insert of one row that can be asked for the row's key, with the columns of the key.
    public static Optional<Statement.Insert> keyed(Statement.Insert insert) {
        var keys = insert.table().columns().stream().filter(Source.Column::key).toList();
        boolean plain = insert.rows().size() <= 1 && insert.query().isEmpty() && insert.conflict().isEmpty()
                && insert.returning().isEmpty();
        return plain && !keys.isEmpty()
                ? Optional.of(insert.withReturning(keys.stream()
                        .<SqlExpression>map(k -> SqlExpression.column(k.name(), k.type())).toList()))
                : Optional.empty();
    }
}
