package org.athanor.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(strings = {"CREATE ROLE x PASSWORD 'canary'", "alter role x with encrypted password\n  'canary'",
            "ALTER ROLE x PASSWORD /* new */ 'canary'", "ALTER ROLE x PASSWORD -- new\n 'canary'",
            "ALTER ROLE x PASSWORD E'can\\'canary'", "ALTER ROLE x PASSWORD 'it''s canary'",
            "ALTER ROLE x PASSWORD U&'canary'", "ALTER ROLE x PASSWORD $$canary$$",
            "ALTER ROLE x PASSWORD $a$can$$canary$a$", "CREATE USER x IDENTIFIED BY 'canary'",
            "CREATE USER x IDENTIFIED BY PASSWORD \"canary\"", "SET PASSWORD FOR x = 'canary'",
            "SET PASSWORD TO 'canary'", "SELECT set_password('canary')",
            "CREATE USER MAPPING FOR x SERVER s OPTIONS (user 'x', password 'canary')",
            "CREATE SUBSCRIPTION s CONNECTION 'host=h user=u password=canary' PUBLICATION p",
            "SELECT dblink_connect('postgresql://me:canary@host/db')", "https://me:can@canary@host/x",
            "op.execute('ALTER ROLE x PASSWORD \\'canary\\'')", "op.execute(\"ALTER ROLE x PASSWORD 'canary'\")",
            "connect(password=\"canary\")", "connect(password = '''canary''')", "{\"password\": \"canary\"}",
            "DO $$ BEGIN EXECUTE 'ALTER ROLE x PASSWORD ''canary'''; END $$",
            "ALTER ROLE x PASSWORD ''; ALTER ROLE y PASSWORD 'canary'",
            "ALTER ROLE x PASSWORD 'canary", "ALTER ROLE x PASSWORD 'c\\'; ALTER ROLE y PASSWORD 'canary'",
            "ALTER ROLE x PASSWORD 'a'; ALTER ROLE y PASSWORD 'canary'"})
    void a_password_is_blanked(String text) {
        assertThat(Secrets.blank(text)).doesNotContain("canary").contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO users (name, password) VALUES ('ada', 'canary')",
            "INSERT INTO users (id, \"api_key\") VALUES (1, 'it''s canary'), (2, 'canary')",
            "insert into s.users (secret_answer) select 'canary'",
            "UPDATE users SET auth_token = 'canary' WHERE id = 1",
            "UPDATE users SET password='canary'", "INSERT OR REPLACE INTO t (private_key) VALUES ('canary')",
            "INSERT INTO t (token) VALUES ($$canary$$)", "INSERT INTO t (token) VALUES ('canary",
            "SET my.token TO 'canary'",
            "ALTER ROLE x SET my.api_key = 'canary'", "ALTER DATABASE d SET x.password = canary",
            "SET LOCAL x.secret TO canary",
            "SELECT set_config('my.password', 'canary', false)", "SELECT set_config ( 'x.api_key' , $$canary$$, true)",
            "SELECT set_config(setting_name => 'x.token', new_value => 'canary', is_local => true)",
            "DO $$ BEGIN PERFORM set_config('my.secret', 'canary', false); END $$",
            "ALTER ROLE x PASSWORD -- old Mac\r'canary'"})
    void a_value_in_a_column_that_is_named_like_a_secret_is_blanked(String text) {
        assertThat(Secrets.blank(text)).doesNotContain("canary").contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'a'", "INSERT INTO users (name) VALUES ('token')",
            "CREATE TABLE t (token text DEFAULT 'x')",
            "CREATE TABLE users (name text, password text NOT NULL DEFAULT 'x')",
            "ALTER TABLE users DROP COLUMN password", "ALTER ROLE x PASSWORD NULL",
            "COMMENT ON COLUMN users.name IS 'see https://example.org/a?b=c'"})
    void all_else_stays_as_it_is(String text) {
        assertThat(Secrets.blank(text)).isEqualTo(text);
    }

    @Test
    void a_password_that_is_known_is_blanked_wherever_it_stands_alone() {
        assertThat(Secrets.blank("by h.un$ter2, or ah.un$ter2", "h.un$ter2")).isEqualTo("by ***, or ah.un$ter2");
        assertThat(Secrets.blank("CREATE TABLE abc", "abc")).isEqualTo("CREATE TABLE abc");
    }

    @Test
    void what_stands_around_a_password_stays() {
        assertThat(Secrets.blank("ALTER ROLE x PASSWORD 'canary' VALID UNTIL 'infinity'"))
                .isEqualTo("ALTER ROLE x PASSWORD '***' VALID UNTIL 'infinity'");
    }
}
