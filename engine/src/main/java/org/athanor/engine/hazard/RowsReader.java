package org.athanor.engine.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Calls;
import org.athanor.engine.sql.Tokens;

/// Reads what statements do to rows, wherever in them it stands: a `DELETE` may hide behind `WITH`, `EXPLAIN ANALYZE`, `COPY (…)`
/// or `PREPARE … AS`.
final class RowsReader {
    private final Dialect dialect;
    private final NameWords names;
    private final String sql;
    private final Tokens tokens;
    private final List<Deed> deeds = new ArrayList<>();
    private Optional<TableName> merged = Optional.empty();
    private Optional<TableName> target = Optional.empty();

    RowsReader(Dialect dialect, NameWords names, String sql) {
        this.dialect = dialect;
        this.names = names;
        this.sql = sql;
        this.tokens = new Tokens(sql, dialect.syntax());
    }

    List<Deed> deeds() {
        while (!tokens.atEnd()) {
            if (tokens.accept("DELETE")) {
                deletes();
            } else if (tokens.accept("MERGE")) {
                tokens.accept("INTO");
                tokens.accept("ONLY");
                merged = table();
            } else if (tokens.accept("UPDATE")) {
                updates();
            } else if (tokens.at("REPLACE", "INTO") || tokens.at("OR", "REPLACE", "INTO")) {
                tokens.accept("OR");
                tokens.accept("REPLACE", "INTO");
                table().ifPresent(table -> deeds.add(new Deed.ReplacesRows(table)));
            } else if (tokens.accept("INTO")) {
                into();
            } else {
                tokens.next();
            }
        }
        calls();
        return deeds;
    }

    private void deletes() {
        if (merged.isPresent() && !tokens.at("FROM")) {
            deeds.add(new Deed.Deletes(merged.get(), false));
            return;
        }
        if (!tokens.accept("FROM")) {
            return;
        }
        tokens.accept("ONLY");
        var table = table();
        boolean all = !hasConditionAhead();
        table.ifPresent(t -> deeds.add(new Deed.Deletes(t, all)));
    }

    /// Looks as far as the statement goes, or the parentheses around it.
    private boolean hasConditionAhead() {
        int here = tokens.position();
        boolean found = false;
        while (!tokens.atEnd() && !tokens.at(")") && !found) {
            found = tokens.at("WHERE") || tokens.at("USING");
            skip();
        }
        tokens.moveTo(here);
        return found;
    }

    /// `FOR UPDATE` and `ON CONFLICT DO UPDATE` name no table.
    private void updates() {
        boolean replaces = tokens.accept("OR", "REPLACE");
        if (tokens.accept("OR")) {
            tokens.next();
        }
        tokens.accept("ONLY");
        var table = tokens.at("SET") ? merged.or(() -> target) : table();
        table.filter(_ -> replaces).ifPresent(t -> deeds.add(new Deed.ReplacesRows(t)));
        while (!tokens.atEnd() && !tokens.at("SET") && !tokens.at(")") && !tokens.at("WHEN")) {
            tokens.next();
        }
        if (table.isPresent() && tokens.accept("SET")) {
            cleared(table.get());
        }
    }

    private void into() {
        if (tokens.at("TEMP") || tokens.at("TEMPORARY")) {
            return;
        }
        tokens.accept("UNLOGGED");
        tokens.accept("TABLE");
        target = table();
    }

    /// The columns that are set to nothing: `c = NULL`, `c = ''`, `c = DEFAULT`, `(a, b) = (NULL, 1)`.
    private void cleared(TableName table) {
        var found = new ArrayList<String>();
        do {
            var columns = columns();
            if (!tokens.accept("=")) {
                break;
            }
            tokens.accept("ROW");
            boolean several = columns.size() > 1 && tokens.accept("(");
            for (var column : columns) {
                if (isNothing()) {
                    found.add(column);
                }
                while (!tokens.atEnd() && !tokens.at(",") && !endsAssignments()) {
                    skip();
                }
                if (several) {
                    tokens.accept(",");
                }
            }
            if (several) {
                tokens.accept(")");
            }
        } while (tokens.accept(","));
        boolean all = !hasConditionAhead() && merged.isEmpty();
        found.forEach(column -> deeds.add(new Deed.ClearsColumn(table, column, all)));
    }

    private boolean endsAssignments() {
        return tokens.at(")") || tokens.at("WHERE") || tokens.at("FROM") || tokens.at("RETURNING") || tokens.at("WHEN");
    }

    private List<String> columns() {
        var found = new ArrayList<String>();
        boolean several = tokens.accept("(");
        do {
            tokens.name().map(names::folded).ifPresent(found::add);
        } while (several && tokens.accept(","));
        if (several) {
            tokens.accept(")");
        }
        return found;
    }

    /// Whether the next value is none, maybe with a cast behind it.
    private boolean isNothing() {
        int here = tokens.position();
        boolean wrapped = tokens.accept("CAST", "(");
        boolean nothing = tokens.accept("NULL") || tokens.accept("DEFAULT")
                || tokens.peek().filter("''"::equals).isPresent();
        boolean alone = nothing && (wrapped || tokens.peek().filter("''"::equals).isPresent() || tokens.atEnd()
                || tokens.at(",") || tokens.at(":") || endsAssignments());
        tokens.moveTo(here);
        return alone;
    }

    private void calls() {
        var functions = Calls.in(sql, dialect.syntax());
        if (!functions.isEmpty()) {
            deeds.add(new Deed.Calls(DeedReader.shown(sql), Calls.plainlyIn(sql, dialect.syntax()), functions));
        }
    }

    private void skip() {
        if (tokens.at("(")) {
            tokens.skipParentheses();
        } else {
            tokens.next();
        }
    }

    private Optional<TableName> table() {
        return DeedReader.table(tokens, names);
    }
}
