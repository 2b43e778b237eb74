package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.Parentheses;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;

/// The text of expressions, one statement at a time: made names count from one in each.
public final class ExpressionText {
    private final ProductWords words;
    private final Context context;

    /// Where an expression stands: the names made so far, whether columns carry their tables, the sources of the queries
    /// around it, and whether it is an operand.
    record Context(MadeNames names, CommonText common, boolean tables, Set<Source> around,
            boolean operand) {}

    private ExpressionText(ProductWords words, Context context) {
        this.words = words;
        this.context = context;
    }

    /// The text of a statement, or of a part of a table's definition.
    public static String of(SqlExpression expression, ProductWords words) throws Unsupported {
        return expression instanceof Statement statement
                ? ofStatement(statement, words)
                : inDefinition(expression, words);
    }

    /// Columns stand in a definition without their table.
    private static String inDefinition(SqlExpression expression, ProductWords words) throws Unsupported {
        var context = new Context(new MadeNames(), new CommonText(), false, Set.of(), false);
        return new ExpressionText(words, context).text(expression);
    }

    private static String ofStatement(Statement statement, ProductWords words) throws Unsupported {
        var common = new CommonText();
        var context = new Context(new MadeNames(), common, true, Set.of(), false);
        var text = new ExpressionText(words, context);
        var body = switch (statement) {
            case Statement.Insert insert -> new InsertText(text).text(insert);
            case Statement.Update update -> new ChangeText(text).text(update);
            case Statement.Delete delete -> new ChangeText(text).text(delete);
            case Statement.Rows rows -> new QueryText(text).top(rows);
        };
        return common.before(body);
    }

    ProductWords words() {
        return words;
    }

    Context context() {
        return context;
    }

    ExpressionText withTables(boolean tables) {
        return tables == context.tables ? this : with(tables, context.around, context.operand);
    }

    /// Inside of a query or a change that reads from these sources.
    ExpressionText inside(List<Source> sources) {
        var around = new LinkedHashSet<>(context.around);
        around.addAll(sources);
        return with(context.tables, around, context.operand);
    }

    /// Behind FROM nothing of the queries around can be named.
    ExpressionText apart() {
        return with(context.tables, Set.of(), false);
    }

    private ExpressionText with(boolean tables, Set<Source> around, boolean operand) {
        return new ExpressionText(words, new Context(context.names, context.common, tables, around, operand));
    }

    /// As an operand: some operators then put their text into parentheses.
    public ExpressionText asOperand() {
        return context.operand ? this : with(context.tables, context.around, true);
    }

    public boolean isOperand() {
        return context.operand;
    }

    String name(String identifier) {
        return words.name(identifier);
    }

    /// Expressions with commas between them.
    public String list(List<? extends SqlExpression> expressions) throws Unsupported {
        return list(expressions, ", ");
    }

    String list(List<? extends SqlExpression> expressions, String separator) throws Unsupported {
        var texts = new ArrayList<String>();
        for (var expression : expressions) {
            texts.add(text(expression));
        }
        return String.join(separator, texts);
    }

    /// All of the conditions; nothing for none.
    Optional<String> conditions(List<SqlExpression> conditions) throws Unsupported {
        var all = Combining.where(conditions);
        return all.isEmpty() ? Optional.empty() : Optional.of(text(all.get())).filter(t -> !t.isEmpty());
    }

    public String text(SqlExpression expression) throws Unsupported {
        return switch (expression) {
            case SqlExpression.Written(var sql) -> sql;
            case SqlExpression.Template template -> list(template.parts(), "");
            case SqlExpression.WrittenColumn column -> column.sql();
            case SqlExpression.ColumnName column -> column(column);
            case SqlExpression.Literal literal -> words.literals().text(literal.value(), literal.type());
            case SqlExpression.Parameter parameter -> text(parameter.value());
            case SqlExpression.Call call -> call(call);
            case SqlExpression.Word word -> word(word);
            case SqlExpression.Items items -> "(" + items(items) + ")";
            case SqlExpression.Star _ -> "*";
            case SqlExpression.OfPython(var what) -> throw new Unsupported(what,
                    "Give the value in the row, or write the row with sa.text().");
            case Combined combined -> new CombinedText(this).text(combined);
            case Statement.Rows rows -> new QueryText(this).text(rows);
            case Statement.Insert insert -> new InsertText(this).text(insert);
            case Statement.Update update -> new ChangeText(this).text(update);
            case Statement.Delete delete -> new ChangeText(this).text(delete);
        };
    }

    private String word(SqlExpression.Word word) {
        return switch (word) {
            case NULL -> "NULL";
            case TRUE -> words.literals().truth(true);
            case FALSE -> words.literals().truth(false);
        };
    }

    private String column(SqlExpression.ColumnName column) {
        return column.source().filter(_ -> context.tables)
                .flatMap(source -> new SourceText(this).owner(source))
                .map(owner -> owner + "." + name(column.name()))
                .orElseGet(() -> name(column.name()));
    }

    /// What stands inside of the parentheses of IN.
    String items(SqlExpression.Items items) throws Unsupported {
        if (items.values().isEmpty()) {
            return words.nothing(false, 1);
        }
        boolean tuples = items.values().getFirst() instanceof Combined.Tuple;
        return (tuples ? words.tuples() : "") + list(items.values());
    }

    private String call(SqlExpression.Call call) throws Unsupported {
        var own = words.call(call, this);
        return own.isPresent() ? own.get() : new CallText(this).text(call);
    }

    /// Whether a condition stands for itself, or must be compared with 0 or 1.
    boolean isCondition(SqlExpression expression) {
        return words.knowsTruths() || switch (expression) {
            case Combined.Binary binary -> Parentheses.isTruth(binary.operator());
            case Combined.Chain chain -> Parentheses.isTruth(chain.operator());
            case Combined.Grouping(var inside) -> isCondition(inside);
            case Combined.Labelled labelled -> isCondition(labelled.value());
            default -> false;
        };
    }
}
