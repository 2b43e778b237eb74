package org.athanor.engine.project;

import java.util.List;

import org.athanor.engine.sql.Statement;

/// The sections of a SQL revision, with what must run outside of the transaction.
record SectionText(String product) {
    String of(List<Statement> upgrade, List<Statement> downgrade) {
        return section("upgrade", upgrade) + "\n\n" + section("downgrade", downgrade);
    }

    private String section(String direction, List<Statement> statements) {
        var text = new StringBuilder("-- +%s%s\n".formatted(direction, product));
        boolean inside = true;
        for (var statement : statements) {
            if (statement.transactional() != inside) {
                inside = statement.transactional();
                text.append(inside ? "-- +transaction on\n" : "-- +transaction off\n");
            }
            text.append(statement.text().strip()).append(";\n\n");
        }
        if (statements.isEmpty()) {
            text.append("-- nothing to do\n");
        }
        return text.toString().strip();
    }
}
