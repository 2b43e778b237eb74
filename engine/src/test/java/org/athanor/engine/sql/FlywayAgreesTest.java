package org.athanor.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.athanor.engine.Samples;
import org.athanor.engine.sql.StatementScanner.UnclosedText;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.database.sqlite.SQLiteParser;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.database.postgresql.PostgreSQLParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A second opinion: Flyway's parsers see the same statements on the same lines. They keep comments that stand
/// before and after a statement; here they are dropped.
class FlywayAgreesTest {
    /// Lines that the products understand and Flyway doesn't: it takes `$1` for a dollar quote, nests SQLite's
    /// comments, and takes a SQLite transaction for a block.
    private static final Pattern BEYOND_FLYWAY = Pattern
            .compile("(?m)^(SELECT price\\$1.*|/\\* A block; not nested.*|BEGIN;|COMMIT;)$");
    private static final Pattern OUTER_COMMENTS = Pattern
            .compile("\\A(\\s*(--.*\\n|/\\*(?s:.*)\\*/\\n))*\\s*|\\s*/\\*[^*]*\\*/\\z");

    @Test
    void on_the_torture_script_of_postgresql() throws UnclosedText {
        assertAgree(SqlSyntax.POSTGRESQL, withoutLinesBeyondFlyway("postgresql"));
    }

    @Test
    void on_the_torture_script_of_sqlite() throws UnclosedText {
        assertAgree(SqlSyntax.SQLITE, withoutLinesBeyondFlyway("sqlite"));
    }

    @ParameterizedTest
    @MethodSource
    void on_the_samples(String section, SqlSyntax syntax, String sql) throws UnclosedText {
        assertThat(section).isNotEmpty();
        assertAgree(syntax, sql);
    }

    static List<Object[]> on_the_samples() {
        var sections = new ArrayList<Object[]>();
        for (var file : Samples.revisionFiles("shop")) {
            for (var section : List.of(Samples.text(file).split("(?m)^-- \\+(?=upgrade|downgrade)"))) {
                var header = section.lines().findFirst().orElse("");
                if (!header.contains("sqlite")) {
                    sections.add(new Object[]{file.getFileName() + " " + header, SqlSyntax.POSTGRESQL,
                            section.substring(header.length())});
                }
                if (!header.contains("postgresql")) {
                    sections.add(new Object[]{file.getFileName() + " " + header, SqlSyntax.SQLITE,
                            section.substring(header.length())});
                }
            }
        }
        return sections;
    }

    private static String withoutLinesBeyondFlyway(String product) {
        return BEYOND_FLYWAY.matcher(StatementScannerTest.torture(product)).replaceAll("");
    }

    private static void assertAgree(SqlSyntax syntax, String sql) throws UnclosedText {
        var statements = new StatementScanner(syntax).scan(sql, 1);

        assertThat(statements).extracting(Statement::line).isEqualTo(
                flyway(syntax, sql).stream().map(SqlStatement::getLineNumber).toList());
        assertThat(flyway(syntax, sql)).extracting(SqlStatement::getSql).zipSatisfy(statements,
                (theirs, ours) -> assertThat(OUTER_COMMENTS.matcher(theirs).replaceAll(""))
                        .isEqualTo(ours.text()));
    }

    private static List<SqlStatement> flyway(SqlSyntax syntax, String sql) {
        var statements = new ArrayList<SqlStatement>();
        try (var iterator = parser(syntax).parse(new StringResource(sql))) {
            iterator.forEachRemaining(statements::add);
        }
        return statements;
    }

    private static Parser parser(SqlSyntax syntax) {
        var configuration = new ClassicConfiguration();
        configuration.setPlaceholderReplacement(false);
        return syntax.dollarQuotes()
                ? new PostgreSQLParser(configuration, new ParsingContext())
                : new SQLiteParser(configuration, new ParsingContext());
    }
}
