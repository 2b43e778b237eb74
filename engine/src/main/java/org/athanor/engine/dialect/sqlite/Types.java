package org.athanor.engine.dialect.sqlite;

import org.athanor.engine.dialect.GenericTypes;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.type.SqlType;

/// SQLite's types: a few words that it knows or lets pass.
final class Types extends GenericTypes {
    Types(Names names) {
        super(Product.SQLITE, names);
    }

    @Override
    protected String interval(SqlType.Interval type) throws Unsupported {
        if (type.generic()) {
            return "DATETIME";
        }
        throw missing("INTERVAL");
    }

    @Override
    protected String array(SqlType.Array type) throws Unsupported {
        throw missing("ARRAY");
    }

    @Override
    protected String bits(SqlType.Bits type) throws Unsupported {
        throw missing("BIT");
    }

    @Override
    protected String domain(SqlType.Domain type) throws Unsupported {
        throw missing("DOMAIN");
    }
}
