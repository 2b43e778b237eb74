package org.athanor.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallsTest {
    private static final String ALL_QUOTES = "SELECT f(U&\"g\\0068\"(1), 'it''s'), [h](2), `i`(3), E'\\'', $$ k(4) $$, (t).l;";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"SELECT F(1) | f", "SELECT s.f (1) | f", "SELECT \"F\"(1) | F",
            "SELECT U&\"dblink\\005fexec\"('x') | dblink_exec", "SELECT (t).f FROM t | f"})
    void a_call_is_found_however_it_is_written(String sql, String name) {
        assertThat(Calls.in(sql, Dialects.of(Product.POSTGRESQL).syntax())).contains(name);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void a_text_may_end_anywhere(Product product) {
        var syntax = Dialects.of(product).syntax();
        for (int end = 0; end <= ALL_QUOTES.length(); end++) {
            assertThat(Calls.in(ALL_QUOTES.substring(0, end), syntax)).isNotNull();
            assertThat(Calls.names(ALL_QUOTES.substring(end), syntax)).isNotNull();
        }
    }
}
