package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.Source;

/// A source of rows that is nothing else: an alias, a subquery, a join.
record PlainSource(Source source) implements SourceValue {
    PlainSource {
        Charge.of(source);
    }

    @Override
    public String typeName() {
        return switch (source) {
            case Source.Table _ -> "TableClause";
            case Source.Alias _ -> "Alias";
            case Source.Subquery _ -> "Subquery";
            case Source.Common _ -> "CTE";
            case Source.Rows _ -> "Values";
            case Source.OfFunction _ -> "TableValuedAlias";
            case Source.Written _ -> "TextClause";
            case Source.Join _ -> "Join";
        };
    }
}
