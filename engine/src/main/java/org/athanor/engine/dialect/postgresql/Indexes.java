package org.athanor.engine.dialect.postgresql;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.IndexDefinitions;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Settings;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// PostgreSQL's indexes.
final class Indexes extends IndexDefinitions {
    private static final Set<String> KNOWN = Set.of("using", "where", "ops", "concurrently", "with", "tablespace",
            "include", "nulls_not_distinct");
    private static final Set<SqlOperator.Known> ORDERS = EnumSet.of(SqlOperator.Known.ASCENDING,
            SqlOperator.Known.DESCENDING, SqlOperator.Known.NULLS_FIRST, SqlOperator.Known.NULLS_LAST);
    private static final Pattern METHOD = Pattern.compile("[\\w_]+");

    Indexes(Dialect dialect, Names names) {
        super(dialect, names);
    }

    @Override
    public Statement create(TableName table, Index index, boolean ifNotExists) throws Unsupported {
        var settings = settings(index.settings());
        var text = "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + concurrently(settings)
                + (ifNotExists ? "IF NOT EXISTS " : "") + names.bounded(index.name()) + " ON " + names.qualified(table)
                + " " + method(settings) + elements(index) + options(settings);
        return placed(text, settings);
    }

    @Override
    public Statement drop(Operation.DropIndex drop) throws Unsupported {
        var settings = settings(drop.settings());
        return placed("DROP INDEX " + concurrently(settings) + (drop.ifExists() ? "IF EXISTS " : "") + qualified(drop),
                settings);
    }

    private static Settings settings(Map<String, Setting> all) throws Unsupported {
        return Settings.of(Product.POSTGRESQL, all, KNOWN);
    }

    private static String concurrently(Settings settings) throws Unsupported {
        return settings.isOn("concurrently") ? "CONCURRENTLY " : "";
    }

    /// Such an index comes and goes outside of any transaction.
    private static Statement placed(String text, Settings settings) throws Unsupported {
        var statement = Statement.of(text);
        return settings.isOn("concurrently") ? statement.outsideTransaction() : statement;
    }

    private static String method(Settings settings) throws Unsupported {
        var method = settings.text("using").filter(text -> !text.isEmpty());
        if (method.isPresent() && !METHOD.matcher(method.get()).matches()) {
            throw new Unsupported("\"" + method.get() + "\" isn't the name of an index method",
                    "Write one word, such as gin, in postgresql_using");
        }
        return method.map(name -> "USING " + name.toLowerCase(Locale.ROOT) + " ").orElse("");
    }

    @Override
    protected String element(Index index, Index.Element element) throws Unsupported {
        var text = switch (element) {
            case Index.Element.OfColumn _ -> super.element(index, element);
            case Index.Element.OfExpression(var expression) -> standing(expression);
        };
        for (var operatorClass : settings(index.settings()).pairs("ops")) {
            if (key(element).equals(operatorClass.getKey())) {
                return text + " " + operatorClass.getValue();
            }
        }
        return text;
    }

    /// An expression as it stands between commas: an operation needs parentheses, all else does without.
    private String standing(SqlExpression expression) throws Unsupported {
        return switch (expression) {
            case Combined.Labelled(var value, _) -> standing(value);
            case Combined.Unary(SqlOperator.Known operator, _, _) when ORDERS.contains(operator) ->
                dialect.text(expression);
            case Combined.Binary _,Combined.Chain _,Combined.Unary _,Combined.TruthTest _ ->
                "(" + dialect.text(expression) + ")";
            default -> dialect.text(expression);
        };
    }

    /// The name by which an element has an operator class.
    private static String key(Index.Element element) {
        return switch (element) {
            case Index.Element.OfColumn(var column) -> column;
            case Index.Element.OfExpression(SqlExpression.ColumnName column) -> column.name();
            case Index.Element.OfExpression(SqlExpression.Written(var sql)) -> sql;
            case Index.Element.OfExpression(Combined.Labelled(_, SourceName.Given(var name))) -> name;
            case Index.Element.OfExpression _ -> "";
        };
    }

    private String options(Settings settings) throws Unsupported {
        var include = settings.names("include");
        var where = settings.expression("where");
        return (include.isEmpty() ? "" : " INCLUDE (" + names.list(include) + ")")
                + settings.flag("nulls_not_distinct").map(same -> same ? " NULLS NOT DISTINCT" : " NULLS DISTINCT")
                        .orElse("")
                + with(settings.pairs("with"))
                + settings.text("tablespace").map(name -> " TABLESPACE " + names.quoteIfNeeded(name)).orElse("")
                + (where.isPresent() ? " WHERE " + dialect.text(where.get()) : "");
    }

    /// `WITH (…)`; an option without a value stands alone.
    static String with(List<Map.Entry<String, String>> options) {
        if (options.isEmpty()) {
            return "";
        }
        var texts = options.stream().map(o -> o.getValue().isEmpty() ? o.getKey() : o.getKey() + " = " + o.getValue())
                .toList();
        return " WITH (" + String.join(", ", texts) + ")";
    }
}
