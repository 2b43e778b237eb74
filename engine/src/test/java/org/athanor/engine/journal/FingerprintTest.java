package org.athanor.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.revision.RevisionFile.Format;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String SQL = """
            -- revision: a
            -- down_revision: b
            -- message: First

            -- +upgrade
            CREATE TABLE t (id integer, n varchar(15) DEFAULT 'a  b');
            -- +downgrade
            DROP TABLE t;
            """;
    private static final String PYTHON = """
            '''First'''
            from alembic import op
            revision = 'a'


            def upgrade():
                op.execute('SELECT 1')
            """;

    @Test
    void white_space_and_comments_do_not_count_in_sql() {
        assertThat(sql(SQL.replace("(id integer, n", "(\n  id integer, -- its key\n\n  n").replace("t;", "t")))
                .isEqualTo(sql(SQL));
        assertThat(sql(SQL.replace("message: First", "message: The very first").replace("-- +up", "--  +up")
                .replace("--  +up", "-- +up").replace("\n", "\r\n"))).isEqualTo(sql(SQL));
    }

    @Test
    void everything_else_counts_in_sql() {
        assertThat(sql(SQL.replace("varchar(15)", "varchar(1 5)"))).isNotEqualTo(sql(SQL));
        assertThat(sql(SQL.replace("'a  b'", "'a b'"))).isNotEqualTo(sql(SQL));
        assertThat(sql(SQL.replace("down_revision: b", "down_revision: c"))).isNotEqualTo(sql(SQL));
        assertThat(sql(SQL.replace("-- +upgrade\n", "-- +upgrade\n-- +transaction off\n"))).isNotEqualTo(sql(SQL));
        assertThat(sql(SQL.replace("-- +downgrade\n", ""))).isNotEqualTo(sql(SQL));
        assertThat(sql(SQL.replace("id integer, n", "id integer; n"))).isNotEqualTo(sql(SQL));
    }

    @Test
    void white_space_and_comments_do_not_count_in_python() {
        assertThat(python(PYTHON.replace("    op", "  # now\n\n        op").replace("= 'a'", "='a' # its id")))
                .isEqualTo(python(PYTHON));
        assertThat(python(PYTHON.replace("execute('SELECT 1')", "execute(\n        'SELECT 1')")
                .replace("'''First'''", "'''The very first'''"))).isEqualTo(python(PYTHON));
    }

    @Test
    void everything_else_counts_in_python() {
        assertThat(python(PYTHON.replace("SELECT 1", "SELECT  1"))).isNotEqualTo(python(PYTHON));
        assertThat(python(PYTHON + "    op.f()\n")).isNotEqualTo(python(PYTHON + "op.f()\n"));
        assertThat(python("a = (")).isNotEqualTo(python("b = ("));
    }

    private static String sql(String text) {
        return Fingerprint.of(text, Format.SQL, Dialects.of(Product.POSTGRESQL).syntax());
    }

    private static String python(String text) {
        return Fingerprint.of(text, Format.PYTHON, Dialects.of(Product.POSTGRESQL).syntax());
    }
}
