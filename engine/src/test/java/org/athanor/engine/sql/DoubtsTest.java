package org.athanor.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTest {
    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'open", "SELECT /* open", "SELECT $$ open", "SELECT 1\0", "SELECT {fn now()}",
            "SELECT E{oj '\\'' ; COMMIT; --'}", "SELECT 1$$a$$", "SELECT $?$ a $$ ; COMMIT; $$", "SELECT 1E'\\''",
            "SELECT 'a'E'\\''", "SELECT $$a$$E'\\''", "SELECT 1 \u000BE'\\''", "SELECT E'a'\n'\\' '; COMMIT; --'",
            "SELECT U&\"f!0041\" UESCAPE E'!' (1)", "SELECT U&\"f!0041\" UESCAPE $$!$$ (1)", "SELECT\uFEFF 1",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS case; END; DROP TABLE keep; END",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; DROP TABLE keep"})
    void what_may_be_read_in_two_ways_is_doubtful(String sql) {
        assertThat(Doubts.in(sql, SqlSyntax.POSTGRESQL)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1 -- old\r; COMMIT", "SELECT price$1 FROM t WHERE a = $1", "SELECT E'\\'', a$$b",
            "SELECT '{1,2}'::int[], '\\'", "SELECT $a$ {} $a$", "SELECT E'a'\n'b'", "SELECT 'a'\n'\\'",
            "SELECT U&'d!0061t' UESCAPE '!'", "SELECT \"{\"",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN begin THEN 1 END FROM t; END; SELECT 1"})
    void what_everybody_reads_alike_is_not(String sql) {
        assertThat(Doubts.in(sql, SqlSyntax.POSTGRESQL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_scripts_of_torture_are_plain(Product product) {
        var syntax = Dialects.of(product).syntax();

        assertThat(Doubts.in(StatementScannerTest.torture(product.name().toLowerCase(Locale.ROOT)), syntax))
                .isEmpty();
    }
}
