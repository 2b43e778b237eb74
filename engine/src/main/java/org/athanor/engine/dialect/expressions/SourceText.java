package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Source;

/// The text of what rows come from.
record SourceText(ExpressionText text) {
    /// What stands before a column's name; nothing for a source without a name.
    Optional<String> owner(Source source) {
        return switch (source) {
            case Source.Table table -> Optional.of(table(table));
            case Source.Alias alias -> Optional.of(text.name(text.context().names().of(alias.name())));
            case Source.Common common -> Optional.of(text.name(text.context().names().of(common.name())));
            case Source.Subquery _,Source.Rows _,Source.OfFunction _,Source.Written _,Source.Join _ ->
                Optional.empty();
        };
    }

    private String table(Source.Table table) {
        var name = text.name(table.name());
        return table.schema().map(s -> text.name(s) + "." + name).orElse(name);
    }

    String list(List<Source> sources) throws Unsupported {
        var texts = new ArrayList<String>();
        for (var source : sources) {
            texts.add(text(source));
        }
        return String.join(", ", texts);
    }

    String text(Source source) throws Unsupported {
        return switch (source) {
            case Source.Table table -> table(table);
            case Source.Alias alias -> alias(alias);
            case Source.Subquery(var query) -> "(" + new QueryText(text).inFrom(query) + ")";
            case Source.Common common -> common(common);
            case Source.Rows rows -> rows(rows);
            case Source.OfFunction function -> text.text(function.function());
            case Source.Written(var sql) -> sql;
            case Source.Join join -> join(join);
        };
    }

    private String alias(Source.Alias alias) throws Unsupported {
        var lateral = alias.lateral() ? "LATERAL " : "";
        // The name is made before those inside of the source.
        var name = text.name(text.context().names().of(alias.name()));
        return lateral + text(alias.of()) + " AS " + name + derivedColumns(alias.of());
    }

    private String derivedColumns(Source source) {
        return source instanceof Source.Rows rows
                ? " (" + String.join(", ", rows.columns().stream().map(c -> text.name(c.name())).toList()) + ")"
                : "";
    }

    private String common(Source.Common common) throws Unsupported {
        text.context().common().add(common, text);
        return text.name(text.context().names().of(common.name()));
    }

    private String rows(Source.Rows rows) throws Unsupported {
        var texts = new ArrayList<String>();
        for (var row : rows.rows()) {
            texts.add("(" + text.list(row) + ")");
        }
        return "(VALUES " + String.join(", ", texts) + ")";
    }

    private String join(Source.Join join) throws Unsupported {
        var word = switch (join.keeping()) {
            case NONE -> " JOIN ";
            case LEFT -> " LEFT OUTER JOIN ";
            case BOTH -> " FULL OUTER JOIN ";
        };
        var right = text(join.right());
        return text(join.left()) + word + (join.right() instanceof Source.Join ? "(" + right + ")" : right) + " ON "
                + text.text(join.on());
    }
}
