package org.athanor.engine.project;

import java.util.List;

import org.athanor.engine.project.Contents.Sql.Line;

/// The sections of a SQL revision, with what must run outside of the transaction.
record SectionText(String product) {
    String of(List<Line> upgrade, List<Line> downgrade) {
        return section("upgrade", upgrade) + "\n\n" + section("downgrade", downgrade);
    }

    private String section(String direction, List<Line> statements) {
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
