package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.engine.dialect.Product;

/// For plans that ask no database.
final class DialectOption {
    private final Given<Optional<Product>> dialect;

    DialectOption(Arguments arguments) {
        dialect = arguments.option("--dialect postgresql|sqlite", Product.class,
                "With --sql or from:to: the product to write for. Without it, the URL's.");
    }

    Optional<Product> product() {
        return dialect.get();
    }
}
