package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            tea, tea
            tea_2, tea_2
            _tea, _tea
            Tea, "Tea"
            2tea, "2tea"
            te a, "te a"
            te"a, "te""a"
            thé, "thé"
            select, "select"
            """)
    void a_name_is_quoted_only_where_it_has_to_be(String name, String written) {
        assertThat(new PostgreSql().name(name)).isEqualTo(written);
        assertThat(new Sqlite().name(name)).isEqualTo(written);
    }

    @Test
    void what_is_reserved_depends_on_the_product() {
        assertThat(new PostgreSql().name("user")).isEqualTo("\"user\"");
        assertThat(new Sqlite().name("user")).isEqualTo("user");
    }

    @Test
    void a_literal_doubles_its_quotes() {
        assertThat(new Sqlite().literal("o'clock")).isEqualTo("'o''clock'");
    }
}
