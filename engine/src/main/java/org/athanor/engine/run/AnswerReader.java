package org.athanor.engine.run;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.script.Answer;

/// Takes what a database answered from the driver.
final class AnswerReader {
    private final Product product;

    AnswerReader(Product product) {
        this.product = product;
    }

    /// The answer to a statement that was executed.
    Answer read(Statement executed) throws SQLException {
        try (var rows = executed.getResultSet()) {
            return rows == null ? new Answer.Count(Math.max(0, executed.getUpdateCount())) : read(rows);
        }
    }

    private Answer.Rows read(ResultSet row) throws SQLException {
        var about = row.getMetaData();
        var columns = new ArrayList<Answer.Column>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(new Answer.Column(about.getColumnLabel(i), typeName(about, i)));
        }
        var rows = new ArrayList<List<Constant>>();
        while (row.next()) {
            var values = new ArrayList<Constant>();
            for (int i = 1; i <= columns.size(); i++) {
                values.add(product == Product.SQLITE
                        ? ofSqlite(row, i)
                        : ofPostgreSql(row, i, about.getColumnType(i), columns.get(i - 1).typeName()));
            }
            rows.add(values);
        }
        return new Answer.Rows(columns, rows);
    }

    /// The driver asks the database for some names: only those are looked at that say more than the kind of type.
    private String typeName(ResultSetMetaData about, int column) throws SQLException {
        return product == Product.POSTGRESQL && switch (about.getColumnType(column)) {
            case Types.OTHER, Types.ARRAY -> true;
            default -> false;
        } ? about.getColumnTypeName(column) : "";
    }

    private static Constant ofSqlite(ResultSet row, int column) throws SQLException {
        return switch (row.getObject(column)) {
            case null -> Constant.NULL;
            case Integer number -> new Constant.Whole(BigInteger.valueOf(number));
            case Long number -> new Constant.Whole(BigInteger.valueOf(number));
            case Double number -> new Constant.Floating(number);
            case byte[] bytes -> new Constant.Bytes(bytes);
            case Object other -> new Constant.Text(other.toString());
        };
    }

    private static Constant ofPostgreSql(ResultSet row, int column, int type, String typeName) throws SQLException {
        var text = row.getString(column);
        if (text == null) {
            return Constant.NULL;
        }
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> new Constant.Whole(new BigInteger(text));
            case Types.NUMERIC, Types.DECIMAL -> PostgreSqlText.number(text);
            case Types.REAL, Types.DOUBLE, Types.FLOAT -> PostgreSqlText.floating(text);
            case Types.BIT, Types.BOOLEAN -> PostgreSqlText.truth(text);
            case Types.DATE -> PostgreSqlText.date(text);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> PostgreSqlText.moment(text);
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> PostgreSqlText.time(text);
            case Types.BINARY, Types.VARBINARY -> new Constant.Bytes(row.getBytes(column));
            case Types.ARRAY -> PostgreSqlText.array(text, typeName);
            case Types.OTHER -> PostgreSqlText.named(text, typeName);
            default -> new Constant.Text(text);
        };
    }
}
