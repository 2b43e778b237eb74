package org.athanor.engine.schema;

/// Something that a database has and this model can't hold. `kind` is the product's word for it, `text` what tells one from
/// another of the same name, as far as that is known.
public record Unmodelled(String kind, TableName name, String text) {
    /// A table that is one of several of a partitioned or inherited one.
    public static final String PARTITION = "partition";
    public static final String CHILD = "inheriting table";

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
