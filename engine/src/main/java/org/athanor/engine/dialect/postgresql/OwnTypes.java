package org.athanor.engine.dialect.postgresql;

import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.Wording;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Enumeration.Making;

/// Enumerations and domains, which are made before they are used.
final class OwnTypes {
    private final Dialect dialect;
    private final Names names;

    OwnTypes(Dialect dialect, Names names) {
        this.dialect = dialect;
        this.names = names;
    }

    /// What makes the type that comes with a column's table, if it needs one that isn't known to be there.
    Optional<String> madeWith(SqlType type, Evolution before) throws Unsupported {
        return switch (SqlType.on(Product.POSTGRESQL.code(), type)) {
            case SqlType.Enumeration own when own.nativeType() && own.making() != Making.WHEN_ASKED ->
                before.has(own).orElse(false) ? Optional.empty() : Optional.of(create(own));
            case SqlType.Domain domain when domain.making() != Making.WHEN_ASKED -> Optional.of(create(domain));
            case SqlType.Array(var element, _) -> madeWith(element, before);
            default -> Optional.empty();
        };
    }

    String create(SqlType.Enumeration type) throws Unsupported {
        return "CREATE TYPE " + dialect.text(type) + " AS ENUM (" + Wording.joined(type.values(), ", ", this::literal)
                + ")";
    }

    private String literal(String value) throws Unsupported {
        return dialect.text(new SqlExpression.Literal(new Constant.Text(value), SqlType.TEXT));
    }

    String create(SqlType.Domain type) throws Unsupported {
        var rules = type.rules();
        var constraint = rules.constraint().isPresent() ? " CONSTRAINT " + names.bounded(rules.constraint().get()) : "";
        return "CREATE DOMAIN " + dialect.text(type) + " AS " + dialect.text(type.base())
                + rules.collation().map(name -> " COLLATE " + names.quoteIfNeeded(name)).orElse("")
                + rules.filling().map(sql -> " DEFAULT " + sql).orElse("") + constraint
                + (rules.notNull() ? " NOT NULL" : "")
                + rules.check().map(sql -> " CHECK (" + sql + ")").orElse("");
    }
}
