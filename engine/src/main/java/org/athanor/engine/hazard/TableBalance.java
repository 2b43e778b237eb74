package org.athanor.engine.hazard;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.Script;

/// Which tables a history leaves behind and which it has done away with, as its scripts say it; and which of them nobody can
/// tell, because a script in between can't be read.
public final class TableBalance {
    private final Dialect dialect;
    private final DeedReader reader;
    private final Set<TableName> there = new LinkedHashSet<>();
    private final Set<TableName> gone = new LinkedHashSet<>();
    private final Map<TableName, String> doubtful = new LinkedHashMap<>();

    public TableBalance(Dialect dialect) {
        this.dialect = dialect;
        this.reader = new DeedReader(dialect);
    }

    /// The same, to go on from apart.
    public TableBalance copy() {
        var copy = new TableBalance(dialect);
        copy.there.addAll(there);
        copy.gone.addAll(gone);
        copy.doubtful.putAll(doubtful);
        return copy;
    }

    /// Tables that are surely there.
    public List<TableName> there() {
        return there.stream().filter(t -> !doubtful.containsKey(t)).toList();
    }

    /// Tables that were surely dropped, or have another name.
    public List<TableName> gone() {
        return gone.stream().filter(t -> !doubtful.containsKey(t)).toList();
    }

    /// Tables that may be there or not, and why.
    public Map<TableName, String> doubtful() {
        return Map.copyOf(doubtful);
    }

    /// Whether the history speaks of a table, whatever has become of it.
    public boolean knows(TableName table) {
        var key = key(table);
        return there.contains(key) || gone.contains(key) || doubtful.containsKey(key);
    }

    /// Adds the next script of the history; `name` is its revision's.
    public void add(Script script, String name) {
        for (var statement : script.statements()) {
            reader.read(statement.text()).forEach(deed -> add(deed, statement.text()));
        }
        if (script.kind() != Script.Kind.STATIC) {
            var reason = "what %s does isn't known before it runs".formatted(name);
            there.forEach(t -> doubtful.putIfAbsent(t, reason));
            gone.forEach(t -> doubtful.putIfAbsent(t, reason));
        }
    }

    private void add(Deed deed, String sql) {
        switch (deed) {
            case Deed.CreatesTable(var table, _) -> arrive(table);
            case Deed.DropsTable(var table, _) -> leave(table);
            case Deed.RenamesTable(var table, var newName) -> {
                if (there.contains(key(table))) {
                    var reason = doubtful.get(key(table));
                    leave(table);
                    arrive(newName);
                    if (reason != null) {
                        doubtful.put(key(newName), reason);
                    }
                }
            }
            case Deed.DropsSchema(var schema) -> List.copyOf(there).stream()
                    .filter(t -> t.schema().filter(schema::equals).isPresent()).forEach(this::leave);
            case Deed.Runs _ -> {
                doubtIfNamed(there, sql);
                doubtIfNamed(gone, sql);
            }
            case Deed.Calls(_, var functions, _) -> {
                if (sql.regionMatches(true, 0, "SELECT", 0, 6) && !UsualFunctions.without(functions).isEmpty()) {
                    doubtIfNamed(there, sql);
                    doubtIfNamed(gone, sql);
                }
            }
            case Deed.CreatesHolder _,Deed.CreatesFunction _,Deed.DropsHolder _,Deed.ClearsColumn _,Deed.ReplacesRows _,Deed.TakesRowsOut _,Deed.Fills _,Deed.DropsDependents _,Deed.DropsDatabase _,Deed.Truncates _,Deed.Deletes _,Deed.AddsColumn _,Deed.DropsColumn _,Deed.RenamesColumn _,Deed.ChangesType _,Deed.SetsNotNull _,Deed.AddsConstraint _,Deed.CreatesIndex _,Deed.Rewrites _,Deed.Holds _ ->
                {
                }
        }
    }

    private void doubtIfNamed(Set<TableName> tables, String sql) {
        for (var table : tables) {
            if (Pattern.compile("\\b" + Pattern.quote(table.name()) + "\\b", Pattern.CASE_INSENSITIVE).matcher(sql)
                    .find()) {
                doubtful.putIfAbsent(table, "raw SQL that can't be read speaks of it");
            }
        }
    }

    private void arrive(TableName table) {
        there.add(key(table));
        gone.remove(key(table));
        doubtful.remove(key(table));
    }

    private void leave(TableName table) {
        there.remove(key(table));
        gone.add(key(table));
        doubtful.remove(key(table));
    }

    private TableName key(TableName table) {
        return dialect.grammar().canonical(table);
    }
}
