package org.athanor.engine.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Tokens;

/// Reads what a `DROP` takes away: data, or only definitions.
final class DropReader {
    /// What goes with its own contents, and by itself.
    private static final Set<String> HOLDERS = Set.of("SEQUENCE", "ROLE", "USER", "GROUP", "SUBSCRIPTION",
            "PUBLICATION", "TABLESPACE");

    private final NameWords names;
    private final Tokens tokens;

    DropReader(NameWords names, Tokens tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    List<Deed> deeds() {
        tokens.accept("DROP");
        tokens.accept("FOREIGN");
        var kind = tokens.peek().orElse("").toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "TABLE" -> {
                boolean ifExists = behind("TABLE");
                yield tables().stream().<Deed>map(table -> new Deed.DropsTable(table, ifExists)).toList();
            }
            case "SCHEMA" -> {
                behind("SCHEMA");
                yield each().stream().<Deed>map(Deed.DropsSchema::new).toList();
            }
            case "DATABASE" -> {
                behind("DATABASE");
                yield each().stream().<Deed>map(Deed.DropsDatabase::new).toList();
            }
            case "MATERIALIZED" -> {
                tokens.accept("MATERIALIZED");
                yield holders("VIEW", "materialized view");
            }
            case "USER" -> tokens.at("USER", "MAPPING") ? List.of() : holders(kind, "user");
            case "OWNED", "EXTENSION" -> List.of(dependents(kind));
            default -> HOLDERS.contains(kind)
                    ? holders(kind, kind.toLowerCase(Locale.ROOT))
                    : cascades() ? List.of(dependents(kind)) : List.of();
        };
    }

    private static Deed dependents(String kind) {
        return new Deed.DropsDependents("the " + kind.toLowerCase(Locale.ROOT));
    }

    private List<Deed> holders(String word, String what) {
        behind(word);
        var found = new ArrayList<Deed>();
        tables().forEach(name -> found.add(new Deed.DropsHolder(what, name)));
        if (cascades()) {
            found.add(dependents(what));
        }
        return found;
    }

    /// Moves behind what is dropped, to the names, and tells whether they may be missing.
    private boolean behind(String word) {
        tokens.accept(word);
        return tokens.accept("IF", "EXISTS");
    }

    private boolean cascades() {
        boolean found = false;
        while (!tokens.atEnd()) {
            found |= tokens.at("CASCADE");
            tokens.next();
        }
        return found;
    }

    private List<TableName> tables() {
        var found = new ArrayList<TableName>();
        do {
            DeedReader.table(tokens, names).ifPresent(found::add);
        } while (tokens.accept(","));
        return found;
    }

    private List<String> each() {
        var found = new ArrayList<String>();
        do {
            tokens.name().map(names::folded).ifPresent(found::add);
        } while (tokens.accept(","));
        return found;
    }
}
