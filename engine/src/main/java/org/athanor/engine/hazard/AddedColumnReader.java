package org.athanor.engine.hazard;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.hazard.Deed.AddedColumn;
import org.athanor.engine.hazard.Deed.Rule;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Tokens;

/// Reads the definition of a column that is added: whether it needs a value, and whether PostgreSQL has to work one out for
/// each row.
final class AddedColumnReader {
    private static final Set<String> SERIALS = Set.of("SERIAL", "BIGSERIAL", "SMALLSERIAL", "SERIAL2", "SERIAL4",
            "SERIAL8");
    private static final Set<String> AFTER_DEFAULT = Set.of("NOT", "NULL", "CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY",
            "REFERENCES", "COLLATE", "GENERATED", "DEFERRABLE", "INITIALLY", "COMPRESSION", "STORAGE");
    /// Functions that give the same value for every row of a statement. Others may differ from row to row.
    private static final Set<String> STEADY = Set.of("now", "transaction_timestamp", "statement_timestamp", "timezone",
            "current_setting", "current_schema", "current_database", "to_timestamp", "to_date", "date_trunc",
            "make_date", "make_timestamp", "make_timestamptz", "make_interval", "lower", "upper", "concat", "coalesce",
            "nullif", "array", "row", "cast", "jsonb_build_object", "json_build_object", "jsonb_build_array",
            "json_build_array", "to_jsonb", "to_json", "md5", "encode", "decode", "length", "abs", "round", "int4range",
            "int8range", "numrange", "daterange", "tsrange", "tstzrange", "varchar", "char", "numeric", "decimal",
            "interval", "time", "timestamp", "timestamptz", "bit", "current_timestamp", "localtimestamp",
            "current_time", "localtime", "extract", "to_tsvector", "varying", "character", "precision", "zone");

    private final Dialect dialect;
    private final Tokens tokens;
    private final NameWords names;
    private boolean notNull;
    private boolean hasDefault;
    private Optional<String> volatileValue = Optional.empty();
    private Optional<Rule> rule = Optional.empty();
    private final ArrayList<TableName> target = new ArrayList<>();

    AddedColumnReader(Dialect dialect, Tokens tokens, NameWords names) {
        this.dialect = dialect;
        this.tokens = tokens;
        this.names = names;
    }

    AddedColumn read(String name) {
        tokens.peek().map(type -> type.toUpperCase(Locale.ROOT)).filter(SERIALS::contains).ifPresent(type -> {
            hasDefault = true;
            volatileValue = Optional.of("a number from a sequence");
        });
        while (!tokens.atEnd() && !tokens.at(",")) {
            word();
        }
        return new AddedColumn(name, notNull, hasDefault, volatileValue, rule, target);
    }

    private void word() {
        if (tokens.accept("NOT", "NULL")) {
            notNull = true;
        } else if (tokens.accept("DEFAULT")) {
            defaultValue();
        } else if (tokens.accept("PRIMARY", "KEY")) {
            notNull = true;
            rule = Optional.of(Rule.PRIMARY_KEY);
        } else if (tokens.accept("UNIQUE")) {
            rule = Optional.of(Rule.UNIQUE);
        } else if (tokens.accept("REFERENCES")) {
            rule = Optional.of(Rule.FOREIGN_KEY);
            DeedReader.table(tokens, names).ifPresent(target::add);
        } else if (tokens.accept("CHECK")) {
            rule = rule.or(() -> Optional.of(Rule.CHECK));
        } else if (tokens.accept("IDENTITY")) {
            hasDefault = true;
            volatileValue = Optional.of("a number from a sequence");
        } else if (tokens.accept("STORED")) {
            hasDefault = true;
            volatileValue = Optional.of("a value that is computed");
        } else if (tokens.accept("VIRTUAL")) {
            hasDefault = true;
        } else if (tokens.at("(")) {
            tokens.skipParentheses();
        } else {
            tokens.next();
        }
    }

    private void defaultValue() {
        int from = tokens.position();
        boolean first = true;
        while (!tokens.atEnd() && (first || !endsValue())) {
            first = false;
            if (tokens.at("(")) {
                tokens.skipParentheses();
            } else {
                tokens.next();
            }
        }
        if (tokens.position() > from) {
            var value = tokens.text(from, tokens.position());
            hasDefault = !value.equalsIgnoreCase("NULL");
            volatileValue = volatileFunction(value).map(f -> f + "()");
        }
    }

    private boolean endsValue() {
        return tokens.at(",") || AFTER_DEFAULT.contains(tokens.peek().orElse("").toUpperCase(Locale.ROOT));
    }

    private Optional<String> volatileFunction(String value) {
        var all = new Tokens(value, dialect.syntax());
        while (!all.atEnd()) {
            var name = all.name();
            if (name.isEmpty()) {
                all.next();
            } else if (all.at("(") && !STEADY.contains(name.get().text().toLowerCase(Locale.ROOT))) {
                return Optional.of(name.get().text());
            }
        }
        return Optional.empty();
    }
}
