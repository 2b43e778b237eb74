package org.athanor.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class StatementTest {
    @Test
    void a_statement_is_told_by_its_first_line() {
        assertThat(Statement.of("SELECT 1\nFROM t").firstLine()).isEqualTo("SELECT 1");
        assertThat(Statement.of("SELECT '" + "x".repeat(291) + "'").firstLine()).hasSize(300).endsWith("x'");
    }

    @Test
    void a_statement_of_many_megabytes_is_told_by_its_beginning() {
        var huge = Statement.of("INSERT INTO t VALUES ('" + "x".repeat(20_000_000) + "')");

        var told = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), huge::firstLine);

        assertThat(told).startsWith("INSERT INTO t VALUES ('xxx").endsWith("x … (20,000,025 characters in all)")
                .hasSizeLessThan(350);
    }

    @Test
    void a_character_of_two_halves_is_not_cut_in_two() {
        assertThat(Statement.of("SELECT '" + "x".repeat(291) + "\uD83D\uDE00".repeat(5)).firstLine())
                .isEqualTo("SELECT '" + "x".repeat(291) + " … (309 characters in all)");
    }

    @Test
    void a_secret_that_is_cut_stays_hidden() {
        var told = Secrets.blank(Statement.of("ALTER ROLE a " + "/* */".repeat(53) + " PASSWORD 'hush" + "x".repeat(90)
                + "'").firstLine());

        assertThat(told).contains("PASSWORD").doesNotContain("hush");
    }
}
