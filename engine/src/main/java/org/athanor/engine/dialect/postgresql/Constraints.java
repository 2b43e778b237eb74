package org.athanor.engine.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.ConstraintDefinitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.Wording;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Constraint.Check;
import org.athanor.engine.schema.Constraint.Exclude;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Constraint.PrimaryKey;
import org.athanor.engine.schema.Constraint.Unique;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.SqlType;

/// PostgreSQL's constraints.
final class Constraints extends ConstraintDefinitions {
    private static final Pattern ON_DELETE = phrase(
            "RESTRICT|CASCADE|SET (?:NULL|DEFAULT)(?:\\s*\\(.+\\))?|NO ACTION");
    private static final Set<String> ANY = Set.of("not_valid", "include", "nulls_not_distinct");

    Constraints(Dialect dialect, Names names) {
        super(dialect, names);
    }

    @Override
    protected Optional<String> primaryKey(Table table, PrimaryKey key) throws Unsupported {
        return Optional.of(primaryKeyBody(key) + include(key.settings()) + timing(key.timing()));
    }

    @Override
    protected String unique(Table table, Unique unique) throws Unsupported {
        return name(unique) + "UNIQUE " + nulls(unique.settings()) + "(" + names.list(unique.columns()) + ")"
                + include(unique.settings()) + timing(unique.timing());
    }

    private String nulls(Map<String, Setting> settings) throws Unsupported {
        return settings(settings, ANY).flag("nulls_not_distinct")
                .map(same -> same ? "NULLS NOT DISTINCT " : "NULLS DISTINCT ").orElse("");
    }

    private String include(Map<String, Setting> settings) throws Unsupported {
        var included = settings(settings, ANY).names("include");
        return included.isEmpty() ? "" : " INCLUDE (" + names.list(included) + ")";
    }

    @Override
    protected Optional<String> foreignKey(Table table, ForeignKey key) throws Unsupported {
        return Optional.of(foreignKeyBody(key, names.qualified(key.target())) + validity(key.settings()));
    }

    @Override
    protected Pattern onDelete() {
        return ON_DELETE;
    }

    @Override
    protected String check(Check check) throws Unsupported {
        return checkBody(check) + validity(check.settings());
    }

    private String validity(Map<String, Setting> settings) throws Unsupported {
        return settings(settings, ANY).isOn("not_valid") ? " NOT VALID" : "";
    }

    @Override
    protected String exclude(Exclude exclude) throws Unsupported {
        var elements = Wording.joined(exclude.elements(), ", ",
                element -> element(exclude, element.value()) + " WITH " + element.operator());
        var where = exclude.where().isPresent() ? " WHERE (" + dialect.text(exclude.where().get()) + ")" : "";
        return name(exclude) + "EXCLUDE USING " + exclude.using().toLowerCase(Locale.ROOT) + " (" + elements + ")"
                + where + timing(exclude.timing());
    }

    private String element(Exclude exclude, SqlExpression value) throws Unsupported {
        var operatorClass = value instanceof SqlExpression.ColumnName column
                ? exclude.operatorClasses().get(column.name())
                : null;
        return dialect.text(value) + (operatorClass == null ? "" : " " + operatorClass);
    }

    @Override
    protected boolean checksTruth() {
        return false;
    }

    @Override
    protected boolean isOwnType(SqlType.Enumeration type) {
        return type.nativeType();
    }
}
