package org.athanor.engine.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.hazard.Deed.Rule;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Tokens;

/// Reads the actions of one `ALTER TABLE`.
final class AlterationReader {
    private final Dialect dialect;
    private final NameWords names;
    private final Tokens tokens;

    AlterationReader(Dialect dialect, Tokens tokens) {
        this.dialect = dialect;
        this.names = new NameWords(dialect, dialect.product() == Product.SQLITE);
        this.tokens = tokens;
    }

    List<Deed> deeds() {
        tokens.accept("ALTER");
        tokens.accept("FOREIGN");
        if (!tokens.accept("TABLE") || tokens.at("ALL")) {
            return List.of();
        }
        tokens.accept("IF", "EXISTS");
        tokens.accept("ONLY");
        var table = DeedReader.table(tokens, names);
        tokens.accept("*");
        return table.map(this::actions).orElse(List.of());
    }

    private List<Deed> actions(TableName table) {
        var deeds = new ArrayList<Deed>();
        do {
            action(table).ifPresent(deeds::add);
            while (!tokens.atEnd() && !tokens.at(",")) {
                skip();
            }
        } while (tokens.accept(","));
        return deeds;
    }

    private Optional<? extends Deed> action(TableName table) {
        if (tokens.accept("ADD")) {
            return added(table);
        }
        if (tokens.accept("DROP")) {
            return dropped(table);
        }
        if (tokens.accept("ALTER")) {
            tokens.accept("COLUMN");
            return name().flatMap(column -> altered(table, column));
        }
        if (tokens.accept("RENAME")) {
            return renamed(table);
        }
        if (tokens.accept("SET")) {
            return set(table);
        }
        if (tokens.accept("ATTACH", "PARTITION")) {
            return DeedReader.table(tokens, names).map(partition -> new Deed.Holds(Optional.of(partition),
                    LockMode.ACCESS_EXCLUSIVE, "A partition's rows are all looked at",
                    "Add a CHECK that says the same as the partition's bounds first (NOT VALID, then VALIDATE)."));
        }
        if (tokens.accept("DETACH", "PARTITION")) {
            return DeedReader.table(tokens, names).map(part -> new Deed.TakesRowsOut(table, part));
        }
        if (tokens.accept("NO", "INHERIT")) {
            return DeedReader.table(tokens, names).map(parent -> new Deed.TakesRowsOut(parent, table));
        }
        return Optional.empty();
    }

    private Optional<? extends Deed> dropped(TableName table) {
        if (tokens.at("CONSTRAINT")) {
            return Optional.empty();
        }
        tokens.accept("COLUMN");
        boolean ifExists = tokens.accept("IF", "EXISTS");
        return name().map(column -> new Deed.DropsColumn(table, column, ifExists));
    }

    private Optional<? extends Deed> altered(TableName table, String column) {
        if (tokens.accept("SET", "NOT", "NULL")) {
            return Optional.of(new Deed.SetsNotNull(table, column));
        }
        boolean changes = tokens.accept("TYPE") || tokens.accept("SET", "DATA", "TYPE");
        if (!changes) {
            return Optional.empty();
        }
        int from = tokens.position();
        while (!tokens.atEnd() && !tokens.at(",") && !tokens.at("USING") && !tokens.at("COLLATE")) {
            skip();
        }
        var type = tokens.position() > from ? tokens.text(from, tokens.position()) : "";
        while (!tokens.atEnd() && !tokens.at(",") && !tokens.at("USING")) {
            skip();
        }
        return Optional.of(new Deed.ChangesType(table, column, type, using(column)));
    }

    private Deed.Using using(String column) {
        if (!tokens.accept("USING")) {
            return Deed.Using.NONE;
        }
        int from = tokens.position();
        while (!tokens.atEnd() && !tokens.at(",")) {
            skip();
        }
        var made = tokens.position() > from ? tokens.text(from, tokens.position()) : "";
        if (!names.occurs(made, column)) {
            return Deed.Using.NOTHING_OF_IT;
        }
        return isCast(made, column) ? Deed.Using.CAST : Deed.Using.EXPRESSION;
    }

    /// Whether an expression is the column alone, or `column::type`, or `CAST(column AS type)`.
    private boolean isCast(String made, String column) {
        var part = new Tokens(made, dialect.syntax());
        boolean spelled = part.accept("CAST");
        while (part.accept("(")) {
            // Around the column alone, or around all of it.
        }
        boolean isColumn = part.name().map(names::folded).filter(name -> names.same(name, column)).isPresent();
        while (part.accept(")")) {
            // The same.
        }
        return isColumn
                && (part.atEnd() || (spelled ? part.accept("AS") : part.accept(":", ":")) && onlyNamesAType(part));
    }

    private static boolean onlyNamesAType(Tokens part) {
        while (!part.atEnd()) {
            if (part.at("(")) {
                int from = part.position();
                part.skipParentheses();
                if (!part.text(from, part.position()).matches("\\([\\d\\s,-]*\\)")) {
                    return false;
                }
            } else if (part.name().isEmpty() && !part.next().matches("[.:\\[\\])]|\\d+")) {
                return false;
            }
        }
        return true;
    }

    private Optional<? extends Deed> renamed(TableName table) {
        if (tokens.accept("TO")) {
            return name().map(newName -> new Deed.RenamesTable(table, table.renamed(newName)));
        }
        if (tokens.at("CONSTRAINT")) {
            return Optional.empty();
        }
        tokens.accept("COLUMN");
        var from = name();
        return from.isPresent() && tokens.accept("TO")
                ? name().map(to -> new Deed.RenamesColumn(table, from.get(), to))
                : Optional.empty();
    }

    private Optional<? extends Deed> set(TableName table) {
        if (tokens.accept("SCHEMA")) {
            return name().map(
                    schema -> new Deed.RenamesTable(table, new TableName(Optional.of(schema), table.name())));
        }
        for (var how : List.of("LOGGED", "UNLOGGED", "TABLESPACE")) {
            if (tokens.at(how)) {
                return Optional.of(new Deed.Rewrites(table, "SET " + how));
            }
        }
        return tokens.at("ACCESS", "METHOD")
                ? Optional.of(new Deed.Rewrites(table, "SET ACCESS METHOD"))
                : Optional.empty();
    }

    private Optional<? extends Deed> added(TableName table) {
        if (tokens.accept("CONSTRAINT")) {
            if (name().isEmpty()) {
                return Optional.empty();
            }
            return rule().flatMap(rule -> constraint(table, rule));
        }
        int here = tokens.position();
        var rule = rule();
        if (rule.isPresent() && !tokens.atEnd()) {
            return constraint(table, rule.get());
        }
        tokens.moveTo(here);
        tokens.accept("COLUMN");
        tokens.accept("IF", "NOT", "EXISTS");
        return name()
                .map(column -> new Deed.AddsColumn(table, new AddedColumnReader(dialect, tokens, names).read(column)));
    }

    private Optional<Rule> rule() {
        if (tokens.accept("CHECK")) {
            return Optional.of(Rule.CHECK);
        }
        if (tokens.accept("FOREIGN", "KEY")) {
            return Optional.of(Rule.FOREIGN_KEY);
        }
        if (tokens.accept("UNIQUE")) {
            return Optional.of(Rule.UNIQUE);
        }
        if (tokens.accept("PRIMARY", "KEY")) {
            return Optional.of(Rule.PRIMARY_KEY);
        }
        return tokens.accept("EXCLUDE") ? Optional.of(Rule.EXCLUDE) : Optional.empty();
    }

    private Optional<Deed> constraint(TableName table, Rule rule) {
        boolean usingIndex = tokens.at("USING", "INDEX");
        boolean notValid = false;
        var target = Optional.<TableName>empty();
        while (!tokens.atEnd() && !tokens.at(",")) {
            if (tokens.accept("NOT", "VALID") || tokens.accept("NOT", "ENFORCED")) {
                notValid = true;
            } else if (tokens.accept("REFERENCES")) {
                target = DeedReader.table(tokens, names);
            } else {
                skip();
            }
        }
        return Optional.of(new Deed.AddsConstraint(table, rule, notValid, usingIndex, target));
    }

    /// Moves behind one token, or behind all that stands in parentheses.
    private void skip() {
        if (tokens.at("(")) {
            tokens.skipParentheses();
        } else {
            tokens.next();
        }
    }

    private Optional<String> name() {
        return tokens.name().map(names::folded);
    }
}
