package org.athanor.engine.differential.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random statements printed by the engine and by the real SQLAlchemy, for both products.
///
/// `-Dathanor.differential.expressions=10000` asks more, `-Dathanor.differential.seed=7` asks others.
class SqlAlchemyAgreesTest {
    private static final int STATEMENTS = Integer.getInteger("athanor.differential.expressions", 1500);
    private static final long SEED = Long.getLong("athanor.differential.seed", 0);
    private static final int MOST_SHOWN = 10;
    private static final List<Dialect> DIALECTS = List.of(new PostgreSql(), new Sqlite());
    private static final String MISSING = """
            SKIPPED: expressions were not compared with the real SQLAlchemy, because no Python here has it.
            Install Debian's package (apt-get install alembic), or name a Python that has it with
            -Dathanor.differential.python=/path/to/python.""";

    @Test
    void statements_are_printed_as_sqlalchemy_prints_them(@TempDir Path folder) throws IOException {
        var version = SqlAlchemy.ask(folder, "", List.of()).map(SqlAlchemy::version);
        if (version.isEmpty()) {
            System.err.println(MISSING);
        }
        assumeTrue(version.isPresent(), MISSING);
        var random = new RandomStatement(SEED, !version.orElseThrow().startsWith("1."));
        var sources = new ArrayList<String>();
        for (int i = 0; i < STATEMENTS; i++) {
            sources.add(random.next());
        }
        var answers = SqlAlchemy.ask(folder, RandomStatement.NAMES, sources).orElseThrow();
        System.out.printf("Expressions: %d statements printed as SQLAlchemy %s does, for both products%n", STATEMENTS,
                answers.version());
        assertThat(differences(folder, sources, answers)).as("differences").isEmpty();
    }

    private static List<String> differences(Path folder, List<String> sources, SqlAlchemy answers)
            throws IOException {
        var printed = new Printed(folder, RandomStatement.NAMES);
        var differences = new ArrayList<String>();
        for (int i = 0; i < sources.size() && differences.size() < MOST_SHOWN; i++) {
            for (var dialect : DIALECTS) {
                var theirs = Optional.ofNullable(answers.answers().get(i).get(dialect.product().code()));
                var ours = printed.of(sources.get(i), dialect);
                if (theirs.isPresent() && !ours.equals(theirs.get())) {
                    differences.add("%n%s%n  SQLAlchemy %s%n  Athanor    %s".formatted(sources.get(i), theirs.get(),
                            ours));
                }
            }
        }
        return differences;
    }
}
