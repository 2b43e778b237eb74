package org.athanor.engine.dialect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Check;
import org.athanor.engine.schema.Constraint.Exclude;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Constraint.PrimaryKey;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.Constraint.Unique;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// How constraints are written, in CREATE TABLE as well as behind ADD.
public abstract class ConstraintDefinitions {
    private static final Pattern ACTION = phrase("RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT");
    private static final Pattern INITIALLY = phrase("DEFERRED|IMMEDIATE");

    protected final Dialect dialect;
    protected final Names names;

    protected ConstraintDefinitions(Dialect dialect, Names names) {
        this.dialect = dialect;
        this.names = names;
    }

    /// The constraint's text; nothing if this product leaves it out.
    public final Optional<String> text(Table table, Constraint constraint) throws Unsupported {
        return switch (constraint) {
            case PrimaryKey key -> primaryKey(table, key);
            case Unique unique -> Optional.of(unique(table, unique));
            case ForeignKey key -> foreignKey(table, key);
            case Check check -> Optional.of(check(check));
            case Exclude exclude -> Optional.of(exclude(exclude));
        };
    }

    protected abstract Optional<String> primaryKey(Table table, PrimaryKey key) throws Unsupported;

    protected abstract String unique(Table table, Unique unique) throws Unsupported;

    protected abstract Optional<String> foreignKey(Table table, ForeignKey key) throws Unsupported;

    protected abstract String check(Check check) throws Unsupported;

    protected abstract String exclude(Exclude exclude) throws Unsupported;

    /// A check that stands in its column's definition.
    public String columnCheck(Check check) throws Unsupported {
        return checkBody(check);
    }

    /// The check that keeps a column of a type which this product doesn't have to the type's values.
    public final Optional<Check> checkOf(Column column) throws Unsupported {
        return switch (SqlType.on(dialect.product().code(), column.type())) {
            case SqlType.Truth truth when truth.checked() && checksTruth() -> Optional.of(
                    oneOf(column, truth.check(), List.of(whole(0), whole(1))));
            case SqlType.Enumeration type when type.checked() && !isOwnType(type) -> Optional.of(oneOf(column,
                    type.name(), type.values().stream().map(ConstraintDefinitions::value).toList()));
            case SqlType.Array(SqlType.Enumeration type, _) when type.checked() && !isOwnType(type) ->
                throw new Unsupported("No check can be written for an array of enumerations that are kept as text",
                        "Write create_constraint=False for the enumeration");
            default -> Optional.empty();
        };
    }

    private Check oneOf(Column column, Optional<Name> name, List<SqlExpression> values) throws Unsupported {
        var list = Wording.joined(values, ", ", dialect::text);
        return new Check(name, SqlExpression.written(names.quoteIfNeeded(column.name()) + " IN (" + list + ")"),
                Optional.of(column.name()), Timing.UNSAID, Map.of());
    }

    private static SqlExpression value(String text) {
        return new SqlExpression.Literal(new Constant.Text(text), SqlType.TEXT);
    }

    private static SqlExpression whole(long value) {
        return new SqlExpression.Literal(new Constant.Whole(BigInteger.valueOf(value)), SqlType.INTEGER);
    }

    /// Whether a Boolean is only a number here.
    protected abstract boolean checksTruth();

    /// Whether an enumeration is a type of its own here.
    protected abstract boolean isOwnType(SqlType.Enumeration type);

    /// The constraints of a table in their order: the primary key first, and the checks of types where they are listed or
    /// else last.
    public final List<Constraint> ordered(Table table) throws Unsupported {
        var ordered = new ArrayList<Constraint>();
        table.primaryKey().ifPresent(ordered::add);
        for (var constraint : table.constraints()) {
            if (constraint instanceof Check(_, _, var ofType, _, _) && ofType.isPresent()) {
                var column = table.column(ofType.get());
                if (column.isEmpty() || checkOf(column.get()).isPresent()) {
                    ordered.add(constraint);
                }
            } else if (!(constraint instanceof PrimaryKey)) {
                ordered.add(constraint);
            }
        }
        for (var column : table.columns()) {
            checkOf(column).filter(check -> !isListed(table, column)).ifPresent(ordered::add);
        }
        return ordered;
    }

    private static boolean isListed(Table table, Column column) {
        return table.constraints().stream()
                .anyMatch(c -> c instanceof Check check && check.ofType().equals(Optional.of(column.name())));
    }

    /// Whether CREATE TABLE leaves it out, to be added by ALTER TABLE (`use_alter=True`).
    public boolean isAddedLater(Constraint constraint) {
        return constraint instanceof ForeignKey key
                && new Setting.Flag(true).equals(key.settings().get("use_alter"));
    }

    protected final String name(Constraint constraint) throws Unsupported {
        return constraint.name().isPresent() ? "CONSTRAINT " + names.bounded(constraint.name().get()) + " " : "";
    }

    protected final String primaryKeyBody(PrimaryKey key) throws Unsupported {
        return name(key) + "PRIMARY KEY (" + names.list(key.columns()) + ")";
    }

    protected final String foreignKeyBody(ForeignKey key, String target) throws Unsupported {
        return name(key) + "FOREIGN KEY(" + names.list(key.columns()) + ") " + references(key, target);
    }

    /// `REFERENCES …` with all that belongs to it.
    public final String references(ForeignKey key, String target) throws Unsupported {
        var columns = key.targetColumns().isEmpty() ? "" : " (" + names.list(key.targetColumns()) + ")";
        return "REFERENCES " + target + columns + key.match().map(match -> " MATCH " + match).orElse("")
                + action(" ON DELETE ", key.onDelete(), onDelete()) + action(" ON UPDATE ", key.onUpdate(), ACTION)
                + timing(key.timing());
    }

    /// What ON DELETE may say.
    protected Pattern onDelete() {
        return ACTION;
    }

    protected final String checkBody(Check check) throws Unsupported {
        return name(check) + "CHECK (" + dialect.text(check.condition()) + ")" + timing(check.timing());
    }

    protected final String timing(Timing timing) throws Unsupported {
        return timing.deferrable().map(yes -> yes ? " DEFERRABLE" : " NOT DEFERRABLE").orElse("")
                + action(" INITIALLY ", timing.initially(), INITIALLY);
    }

    protected static Pattern phrase(String alternatives) {
        return Pattern.compile("^(?:" + alternatives + ")$", Pattern.CASE_INSENSITIVE);
    }

    /// A word, if it is said, which must be one of those that belong here.
    protected static String action(String before, Optional<String> words, Pattern allowed) throws Unsupported {
        if (words.isPresent() && !allowed.matcher(words.get()).find()) {
            throw new Unsupported("\"" + words.get() + "\" can't follow" + before.stripTrailing(),
                    "Write one of " + allowed.pattern().replaceAll("[\\^$()?:]", "").replace("|", ", "));
        }
        return words.map(w -> before + w).orElse("");
    }

    protected final Settings settings(Map<String, Setting> all, Set<String> known) throws Unsupported {
        return Settings.of(dialect.product(), all, known);
    }
}
