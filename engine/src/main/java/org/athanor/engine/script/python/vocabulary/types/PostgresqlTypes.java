package org.athanor.engine.script.python.vocabulary.types;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Moment;

/// The types that `sqlalchemy.dialects.postgresql` names.
public final class PostgresqlTypes {
    private static final Map<String, TypeClass> ALL = Stream.of(shared(), plain(), withArguments()).flatMap(s -> s)
            .collect(Collectors.toUnmodifiableMap(TypeClass::name, Function.identity()));

    private PostgresqlTypes() {}

    /// By their names in Python.
    public static Map<String, TypeClass> all() {
        return ALL;
    }

    private static Stream<TypeClass> shared() {
        return Stream.of("BIGINT", "BOOLEAN", "CHAR", "DATE", "DOUBLE_PRECISION", "FLOAT", "INTEGER", "NUMERIC", "REAL",
                "SMALLINT", "TEXT", "UUID", "VARCHAR", "ARRAY").map(GenericTypes::named);
    }

    private static Stream<TypeClass> plain() {
        return Stream.of("CIDR", "DATEMULTIRANGE", "DATERANGE", "INET", "INT4MULTIRANGE", "INT4RANGE",
                "INT8MULTIRANGE", "INT8RANGE", "JSONPATH", "MACADDR", "MACADDR8", "MONEY", "NUMMULTIRANGE", "NUMRANGE",
                "OID", "REGCLASS", "REGCONFIG", "TSMULTIRANGE", "TSQUERY", "TSRANGE", "TSTZMULTIRANGE", "TSTZRANGE",
                "TSVECTOR").map(n -> GenericTypes.plain(n, own(n)));
    }

    private static Stream<TypeClass> withArguments() {
        return Stream.of(
                new TypeClass("CITEXT", "length=None, collation=None, collation_schema=None", _ -> own("CITEXT")),
                new TypeClass("HSTORE", "text_type=None", _ -> own("HSTORE")),
                new TypeClass("BIT", "length=None, varying=False",
                        g -> new SqlType.Bits(g.number("length"), g.flag("varying"))),
                GenericTypes.binary("BYTEA", SqlType.Binary.Kind.BYTEA),
                GenericTypes.json("JSON", SqlType.Json.Kind.JSON),
                GenericTypes.json("JSONB", SqlType.Json.Kind.JSONB), precise("TIMESTAMP", Moment.Kind.TIMESTAMP),
                precise("TIME", Moment.Kind.TIME),
                new TypeClass("INTERVAL", "precision=None, fields=None",
                        g -> new SqlType.Interval(false, g.optionalText("fields"), g.number("precision"))),
                Enumerations.POSTGRESQL, new TypeClass("DOMAIN", "name, data_type, *, collation=None,"
                        + " collation_schema=None, default=None, constraint_name=None, not_null=None, check=None,"
                        + " create_type=True, schema=None, metadata=None, inherit_schema=False, quote=None!", true,
                        PostgresqlTypes::domain));
    }

    private static SqlType own(String words) {
        return new SqlType.Own("postgresql", words);
    }

    private static TypeClass precise(String name, Moment.Kind kind) {
        return new TypeClass(name, "timezone=False, precision=None",
                g -> new Moment(kind, g.flag("timezone"), g.number("precision")));
    }

    private static SqlType domain(Given given) {
        if (given.bound().given("collation_schema").isPresent()) {
            throw PythonFault.unreadable("DOMAIN(collation_schema=…) isn't supported yet");
        }
        var rules = new SqlType.Domain.Rules(given.optionalText("collation"), filling(given),
                given.name("constraint_name"), given.flag("not_null"), sql(given, "check"));
        return new SqlType.Domain(given.name("name").orElseGet(() -> Name.written(given.text("name"))),
                given.optionalText("schema"), Types.of(given.bound().get("data_type"), given.function(), "data_type"),
                rules,
                Enumerations.making(given));
    }

    /// The default of a domain: a text is quoted.
    private static Optional<String> filling(Given given) {
        return given.optionalTextValue("default").map(t -> "'" + t.replace("'", "''") + "'")
                .or(() -> sql(given, "default"));
    }

    /// SQL that a domain is given: a text, or `sa.text(…)`.
    private static Optional<String> sql(Given given, String parameter) {
        return given.bound().given(parameter).map(v -> Given.asText(v).or(() -> Given.asText(v.attribute("text")))
                .orElseThrow(() -> given.wrong(parameter, "SQL as a text", v)));
    }

}
