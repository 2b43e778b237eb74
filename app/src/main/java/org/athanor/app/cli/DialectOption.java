package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.engine.dialect.Product;

import picocli.CommandLine.Option;

/// For plans that ask no database.
final class DialectOption {
    @Option(names = "--dialect", paramLabel = "postgresql|sqlite", description = "With --sql or from:to: the product to write for. Without it, the URL's.")
    private Optional<Product> dialect = Optional.empty();

    Optional<Product> product() {
        return dialect;
    }
}
