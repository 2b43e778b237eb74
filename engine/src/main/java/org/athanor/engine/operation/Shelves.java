package org.athanor.engine.operation;

import java.util.HashMap;

import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// What is known of a schema, kind by kind.
record Shelves(Tables tables, Shelf<SqlType.Enumeration> enumerations, Shelf<Sequence> sequences,
        Shelf<Definition> definitions) {
    static Shelves of(Schema schema, Grammar grammar) {
        var definitions = new HashMap<TableName, Definition>();
        schema.definitions().forEach((name, definition) -> definitions.put(grammar.canonical(name), definition));
        return new Shelves(Tables.of(schema.tables(), grammar), Shelf.of(schema.enumerations()),
                Shelf.of(schema.sequences()),
                Shelf.of(definitions));
    }

    /// Nothing is known, and why.
    static Shelves unknown(String reason, Grammar grammar) {
        return new Shelves(Tables.doubtful(reason, grammar), Shelf.doubtful(reason), Shelf.doubtful(reason),
                Shelf.doubtful(reason));
    }

    Schema schema() {
        return new Schema(tables.things(), enumerations.things(), sequences.things(), definitions.things());
    }
}
