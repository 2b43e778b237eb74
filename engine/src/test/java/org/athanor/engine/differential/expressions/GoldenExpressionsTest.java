package org.athanor.engine.differential.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What statements in SQLAlchemy's words become, theme by theme. The texts are those that SQLAlchemy 2.1 prints; in
/// `own.txt` stand those that it refuses or that ours say in another way.
class GoldenExpressionsTest {
    private static final String NAMES = """
            import sqlalchemy as sa
            from sqlalchemy import (select, insert, update, delete, text, table, column, func, and_, or_, not_, case, cast,
                literal, literal_column, bindparam, null, true, false, exists, union, union_all, distinct, extract,
                tuple_, type_coerce, desc, nullslast, Integer, String, Boolean, DateTime, JSON, Numeric, Float, Enum,
                Uuid, Interval, Date, Time, LargeBinary, Text, MetaData, Table, Column)
            from sqlalchemy.dialects import postgresql, sqlite
            import datetime, uuid, decimal
            t = table('t', column('a', Integer), column('b', String), column('f', Boolean), column('n'),
                column('d', DateTime), column('j', JSON), column('jb', postgresql.JSONB), column('num', Numeric(10, 2)),
                column('fl', Float), column('e', Enum('x', 'y', name='e')), column('arr', postgresql.ARRAY(Integer)),
                column('u', Uuid), column('pu', postgresql.UUID), column('iv', Interval), column('da', Date),
                column('ti', Time), column('bin', LargeBinary), column('te', Text),
                column('dz', DateTime(timezone=True)))
            c = t.c
            o = table('o', column('a', Integer), column('b', String), column('t_a', Integer))
            m = MetaData()
            T = Table('T', m, Column('id', Integer, primary_key=True), Column('x', String, default='dx'),
                Column('y', Integer, default=lambda: 5),
                Column('z', DateTime, server_default=func.now(), onupdate=func.now()))
            S = Table('s', m, Column('code', String, primary_key=True), Column('x', String), schema='sch')
            """;

    @ParameterizedTest
    @ValueSource(strings = {"arithmetic", "arrays", "comparisons", "conditions", "conflicts", "deletes", "functions",
            "inserts", "json", "literals", "members", "own", "parts-of-texts", "queries", "subqueries", "texts",
            "updates"})
    void statements_become_their_texts(String theme, @TempDir Path folder) throws IOException {
        var printed = new Printed(folder, NAMES);
        var golden = golden(theme);
        var differences = new ArrayList<String>();
        for (var block : golden.strip().split("\n\n", -1)) {
            for (var dialect : List.of(new PostgreSql(), new Sqlite())) {
                compare(block, dialect, printed, differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String golden(String theme) throws IOException {
        try (var file = Objects.requireNonNull(
                GoldenExpressionsTest.class.getResourceAsStream("golden/" + theme + ".txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void compare(String block, Dialect dialect, Printed printed, List<String> differences)
            throws IOException {
        var mark = "  " + dialect.product().code() + ": ";
        var wanted = block.lines().filter(l -> l.startsWith(mark)).map(l -> l.substring(mark.length())).findFirst();
        var source = block.lines().filter(l -> !l.startsWith("  ")).collect(Collectors.toCollection(ArrayList::new));
        if (wanted.isEmpty() || source.isEmpty()) {
            return;
        }
        source.add("op.execute(" + source.removeLast() + ")");
        var got = String.join(" ; ", printed.ofAll(String.join("\n", source), dialect));
        if (!got.equals(wanted.get())) {
            differences.add("%s%n  wanted %s%n  got    %s".formatted(String.join("\n", source), wanted.get(), got));
        }
    }
}
