package org.athanor.engine.script.python.vocabulary.schema;

/// A column as something else has it, such as a model's attribute.
public interface MappedColumn {
    DefinedColumn column();
}
