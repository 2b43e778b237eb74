package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.athanor.engine.dialect.Pieces.enumeration;
import static org.athanor.engine.dialect.Spoken.POSTGRES;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Array;
import org.athanor.engine.type.SqlType.Binary;
import org.athanor.engine.type.SqlType.Bits;
import org.athanor.engine.type.SqlType.Characters;
import org.athanor.engine.type.SqlType.Exact;
import org.athanor.engine.type.SqlType.Floating;
import org.athanor.engine.type.SqlType.Interval;
import org.athanor.engine.type.SqlType.Json;
import org.athanor.engine.type.SqlType.Moment;
import org.athanor.engine.type.SqlType.Own;
import org.athanor.engine.type.SqlType.Uuid;
import org.athanor.engine.type.SqlType.Variants;
import org.athanor.engine.type.SqlType.Whole;
import org.athanor.engine.type.SqlType.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeTest {
    private static final OptionalInt NO = OptionalInt.empty();
    private static final Optional<String> NONE = Optional.empty();

    private static OptionalInt of(int value) {
        return OptionalInt.of(value);
    }

    static Stream<Arguments> types() {
        return Stream.of(characters(), numbers(), moments(), others()).flatMap(List::stream);
    }

    private static List<Arguments> characters() {
        return List.of(arguments(new Characters(Characters.Kind.STRING, NO, NONE), "VARCHAR", "VARCHAR"),
                arguments(new Characters(Characters.Kind.STRING, of(5), Optional.of("de_DE")),
                        "VARCHAR(5) COLLATE \"de_DE\"", "VARCHAR(5) COLLATE \"de_DE\""),
                arguments(new Characters(Characters.Kind.UNICODE, of(5), NONE), "VARCHAR(5)", "VARCHAR(5)"),
                arguments(new Characters(Characters.Kind.LONG_TEXT, of(5), NONE), "TEXT(5)", "TEXT(5)"),
                arguments(new Characters(Characters.Kind.LONG_UNICODE, NO, NONE), "TEXT", "TEXT"),
                arguments(new Characters(Characters.Kind.CHAR, of(2), NONE), "CHAR(2)", "CHAR(2)"),
                arguments(new Characters(Characters.Kind.NVARCHAR, of(2), NONE), "NVARCHAR(2)", "NVARCHAR(2)"),
                arguments(new Characters(Characters.Kind.CLOB, of(2), NONE), "CLOB", "CLOB"));
    }

    private static List<Arguments> numbers() {
        return List.of(arguments(new Whole(Whole.Size.SMALL), "SMALLINT", "SMALLINT"),
                arguments(new Whole(Whole.Size.BIG), "BIGINT", "BIGINT"),
                arguments(new Exact(Exact.Kind.NUMERIC, NO, NO), "NUMERIC", "NUMERIC"),
                arguments(new Exact(Exact.Kind.NUMERIC, of(9), NO), "NUMERIC(9)", "NUMERIC(9)"),
                arguments(new Exact(Exact.Kind.DECIMAL, of(9), of(0)), "DECIMAL(9, 0)", "DECIMAL(9, 0)"),
                arguments(new Floating(Floating.Kind.FLOAT, of(20)), "FLOAT(20)", "FLOAT"),
                arguments(new Floating(Floating.Kind.GENERIC_DOUBLE, of(53)), "DOUBLE PRECISION", "DOUBLE"),
                arguments(new Floating(Floating.Kind.DOUBLE, NO), "DOUBLE", "DOUBLE"),
                arguments(new Floating(Floating.Kind.DOUBLE_PRECISION, NO), "DOUBLE PRECISION", "DOUBLE PRECISION"),
                arguments(new Floating(Floating.Kind.REAL, NO), "REAL", "REAL"),
                arguments(SqlType.BOOLEAN, "BOOLEAN", "BOOLEAN"));
    }

    private static List<Arguments> moments() {
        return List.of(
                arguments(new Moment(Moment.Kind.DATE_TIME, true, NO), "TIMESTAMP WITH TIME ZONE", "DATETIME"),
                arguments(new Moment(Moment.Kind.UPPER_DATETIME, true, NO), "DATETIME", "DATETIME"),
                arguments(new Moment(Moment.Kind.TIMESTAMP, false, of(3)), "TIMESTAMP(3) WITHOUT TIME ZONE",
                        "TIMESTAMP"),
                arguments(new Moment(Moment.Kind.TIME, true, of(2)), "TIME(2) WITH TIME ZONE", "TIME"),
                arguments(new Moment(Moment.Kind.DATE, false, NO), "DATE", "DATE"),
                arguments(new Interval(true, NONE, of(3)), "INTERVAL (3)", "DATETIME"));
    }

    private static List<Arguments> others() {
        var text = new Variants(SqlType.TEXT, Map.of("sqlite", new Written("MYTEXT")));
        return List.of(arguments(new Binary(Binary.Kind.LARGE, of(5)), "BYTEA", "BLOB"),
                arguments(new Binary(Binary.Kind.VARBINARY, of(5)), "VARBINARY(5)", "VARBINARY(5)"),
                arguments(new Binary(Binary.Kind.BLOB, of(5)), "BLOB", "BLOB"),
                arguments(new Json(Json.Kind.JSONB, false), "JSONB", "JSONB"),
                arguments(new Uuid(true, true), "UUID", "CHAR(32)"),
                arguments(new Uuid(true, false), "CHAR(32)", "CHAR(32)"),
                arguments(new Uuid(false, true), "UUID", "UUID"), arguments(text, "VARCHAR", "MYTEXT"),
                arguments(enumeration("Mood", "a", "défi"), "\"Mood\"", "VARCHAR(4)"),
                arguments(new SqlType.Enumeration(List.of("a"), Optional.empty(), NONE,
                        SqlType.Enumeration.Making.WITH_TABLE, false, false, of(30)), "VARCHAR(30)", "VARCHAR(30)"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void each_product_has_its_words(SqlType type, String onPostgres, String onSqlite) throws Unsupported {
        assertThat(POSTGRES.text(type)).isEqualTo(onPostgres);
        assertThat(SQLITE.text(type)).isEqualTo(onSqlite);
    }

    static Stream<Arguments> ofPostgresAlone() {
        var collated = new Characters(Characters.Kind.STRING, of(5), Optional.of("C"));
        return Stream.of(arguments(new Array(SqlType.INTEGER, NO), "INTEGER[]", "ARRAY"),
                arguments(new Array(collated, of(2)), "VARCHAR(5)[][] COLLATE \"C\"", "ARRAY"),
                arguments(new Bits(NO, false), "BIT(1)", "BIT"), arguments(new Bits(NO, true), "BIT VARYING", "BIT"),
                arguments(new Bits(of(4), true), "BIT VARYING(4)", "BIT"),
                arguments(new Interval(false, Optional.of("DAY TO SECOND"), of(3)), "INTERVAL DAY TO SECOND (3)",
                        "INTERVAL"),
                arguments(new Binary(Binary.Kind.BYTEA, NO), "BYTEA", "BYTEA"),
                arguments(new Own("postgresql", "TSVECTOR"), "TSVECTOR", "TSVECTOR"),
                arguments(new SqlType.Domain(Name.written("zip"), Optional.of("s"), SqlType.TEXT), "s.zip", "DOMAIN"));
    }

    @ParameterizedTest
    @MethodSource("ofPostgresAlone")
    void some_types_are_postgresqls_alone(SqlType type, String onPostgres, String missing) throws Unsupported {
        assertThat(POSTGRES.text(type)).isEqualTo(onPostgres);
        assertThatExceptionOfType(Unsupported.class).isThrownBy(() -> SQLITE.text(type))
                .withMessage("SQLite has no type " + missing)
                .satisfies(e -> assertThat(e.hint()).contains(".with_variant(…, \"sqlite\")"));
    }

    @Test
    void a_type_of_another_product_is_refused() {
        assertThatExceptionOfType(Unsupported.class).isThrownBy(() -> POSTGRES.text(new Own("mysql", "TINYINT")))
                .withMessage("PostgreSQL has no type TINYINT");
    }

    @Test
    void an_enumeration_of_postgresql_needs_a_name_of_its_own() {
        var nameless = new SqlType.Enumeration(List.of("a"), Optional.empty(), NONE,
                SqlType.Enumeration.Making.WITH_TABLE, true, false, NO);
        assertThatExceptionOfType(Unsupported.class).isThrownBy(() -> POSTGRES.text(nameless))
                .withMessage("An enumeration of PostgreSQL needs a name");
        assertThatExceptionOfType(Unsupported.class).isThrownBy(() -> POSTGRES.text(enumeration("text", "a")))
                .withMessage("The type text is called like one of PostgreSQL's own");
    }
}
