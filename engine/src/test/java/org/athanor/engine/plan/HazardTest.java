package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HazardTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TABLE t                                       | The rows of the table are lost.
            drop /* x */ table if exists t                     | The rows of the table are lost.
            DROP SCHEMA s CASCADE                              | Everything in the schema is lost.
            TRUNCATE t                                         | The rows of the table are lost.
            DELETE FROM t WHERE id = 1                         | Rows are deleted.
            ALTER TABLE t DROP COLUMN c                        | The values of the column are lost.
            ALTER TABLE t DROP c                               | The values of the column are lost.
            ALTER TABLE IF EXISTS ONLY t DROP COLUMN c         | The values of the column are lost.
            ALTER TABLE s.t DROP COLUMN c                      | The values of the column are lost.
            ALTER TABLE "Odd" DROP COLUMN c                    | The values of the column are lost.
            ALTER TABLE t DROP "c"                             | The values of the column are lost.
            ALTER TABLE t ALTER a DROP NOT NULL, DROP COLUMN b | The values of the column are lost.
            """)
    void what_loses_data_is_told(String statement, String hazard) {
        assertThat(Hazard.of(Statement.of(statement), new PostgreSql())).map(Hazard::message).contains(hazard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE t (id integer)", "DROP INDEX i", "DROP VIEW v", "SELECT 'DROP TABLE t'",
            "ALTER TABLE t ADD COLUMN c integer", "ALTER TABLE t DROP CONSTRAINT k",
            "ALTER TABLE t ALTER COLUMN c DROP NOT NULL", "ALTER TABLE t ALTER c DROP DEFAULT",
            "ALTER VIEW v ALTER COLUMN c DROP DEFAULT", "ALTER DOMAIN d DROP NOT NULL", "INSERT INTO t VALUES (1)",
            "ALTER SEQUENCE s OWNED BY NONE",
            "ALTER TABLE s.\"Odd\" DROP CONSTRAINT IF EXISTS k", "DROP TYPE t"})
    void what_loses_nothing_is_quiet(String statement) {
        assertThat(Hazard.of(Statement.of(statement), new PostgreSql())).isEmpty();
    }
}
