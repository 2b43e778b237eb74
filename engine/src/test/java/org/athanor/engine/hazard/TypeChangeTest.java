package org.athanor.engine.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeChangeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VARCHAR(50)              | character varying(100)      | false | NONE
            VARCHAR(50)              | VARCHAR                     | false | NONE
            VARCHAR(50)              | text                        | false | NONE
            TEXT                     | varchar                     | false | NONE
            TEXT                     | varchar(10)                 | true  | REFUSES
            VARCHAR(50)              | VARCHAR(10)                 | true  | REFUSES
            CHAR(5)                  | text                        | true  | NONE
            INTEGER                  | bigint                      | true  | NONE
            BIGINT                   | INT                         | true  | REFUSES
            INTEGER                  | text                        | true  | NONE
            NUMERIC(10, 2)           | NUMERIC(12,2)               | false | NONE
            NUMERIC(10, 2)           | numeric                     | false | NONE
            NUMERIC(10, 2)           | NUMERIC(12,4)               | true  | NONE
            NUMERIC(10, 2)           | NUMERIC(10,1)               | true  | CUTS
            NUMERIC(10, 2)           | DECIMAL(9,2)                | true  | REFUSES
            NUMERIC                  | NUMERIC(10,2)               | true  | CUTS
            NUMERIC(10, 2)           | integer                     | true  | CUTS
            DOUBLE PRECISION         | real                        | true  | CUTS
            REAL                     | float8                      | true  | NONE
            INTEGER                  | numeric(10,0)               | true  | NONE
            TIMESTAMP WITHOUT TIME ZONE | timestamp with time zone | true  | NONE
            TIMESTAMP WITH TIME ZONE | timestamp                   | true  | CUTS
            TIMESTAMP(3) WITHOUT TIME ZONE | timestamp             | false | NONE
            TIMESTAMP                | date                        | true  | CUTS
            DATE                     | timestamptz                 | true  | NONE
            JSON                     | jsonb                       | true  | UNKNOWN
            BOOLEAN                  | boolean                     | false | NONE
            """)
    void a_change_of_type_rewrites_and_narrows_as_postgresql_does_it(String from, String to, boolean rewrites,
            TypeChange.Narrowing narrowing) {
        assertThat(TypeChange.of(from, to, false)).isEqualTo(new TypeChange(rewrites, narrowing));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VARCHAR(50) | VARCHAR(10) | CUTS
            TEXT        | integer     | UNKNOWN
            """)
    void an_expression_decides_for_itself(String from, String to, TypeChange.Narrowing narrowing) {
        assertThat(TypeChange.of(from, to, true)).isEqualTo(new TypeChange(true, narrowing));
    }
}
