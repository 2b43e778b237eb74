package org.athanor.engine.operation;

import java.util.HashMap;

import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// What is known of a schema, kind by kind.
record Shelves(Shelf<Table> tables, Shelf<SqlType.Enumeration> enumerations, Shelf<Sequence> sequences,
        Shelf<Definition> definitions) {
    static Shelves of(Schema schema, Grammar grammar) {
        var tables = new HashMap<TableName, Table>();
        schema.tables().forEach((name, table) -> tables.put(grammar.canonical(name), table));
        var definitions = new HashMap<TableName, Definition>();
        schema.definitions().forEach((name, definition) -> definitions.put(grammar.canonical(name), definition));
        return new Shelves(Shelf.of(tables), Shelf.of(schema.enumerations()), Shelf.of(schema.sequences()),
                Shelf.of(definitions));
    }

    /// Nothing is known, and why.
    static Shelves unknown(String reason) {
        return new Shelves(Shelf.doubtful(reason), Shelf.doubtful(reason), Shelf.doubtful(reason),
                Shelf.doubtful(reason));
    }

    Schema schema() {
        return new Schema(tables.things(), enumerations.things(), sequences.things(), definitions.things());
    }
}
