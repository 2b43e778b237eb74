package org.athanor.engine.script.python.vocabulary.types;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Moment;

/// The types that `sqlalchemy` and `sqlalchemy.types` name.
public final class GenericTypes {
    private static final String TEXT = "length=None, collation=None, collation_schema=None!";
    private static final String EXACT = "precision=None, scale=None, decimal_return_scale=None, asdecimal=True";
    private static final String FLOATING = "precision=None, asdecimal=False, decimal_return_scale=None";
    private static final Map<String, TypeClass> ALL = Stream
            .of(texts(), numbers(), moments(), others()).flatMap(s -> s)
            .collect(Collectors.toUnmodifiableMap(TypeClass::name, Function.identity()));

    private GenericTypes() {}

    /// By their names in Python.
    public static Map<String, TypeClass> all() {
        return ALL;
    }

    /// `sqlalchemy.types.NULLTYPE`
    public static TypeClass nullType() {
        return named("NullType");
    }

    /// `sqlalchemy.types.STRINGTYPE`
    public static TypeClass string() {
        return named("String");
    }

    static TypeClass named(String name) {
        return Optional.ofNullable(ALL.get(name)).orElseThrow(() -> new IllegalStateException("No type " + name));
    }

    private static Stream<TypeClass> texts() {
        return Stream.of(text("String", SqlType.Characters.Kind.STRING),
                text("Unicode", SqlType.Characters.Kind.UNICODE),
                text("Text", SqlType.Characters.Kind.LONG_TEXT),
                text("UnicodeText", SqlType.Characters.Kind.LONG_UNICODE),
                text("VARCHAR", SqlType.Characters.Kind.VARCHAR), text("NVARCHAR", SqlType.Characters.Kind.NVARCHAR),
                text("CHAR", SqlType.Characters.Kind.CHAR), text("NCHAR", SqlType.Characters.Kind.NCHAR),
                text("TEXT", SqlType.Characters.Kind.TEXT), text("CLOB", SqlType.Characters.Kind.CLOB));
    }

    private static Stream<TypeClass> numbers() {
        return Stream.of(plain("Integer", SqlType.INTEGER), plain("INTEGER", SqlType.INTEGER),
                plain("INT", SqlType.INTEGER), plain("SmallInteger", new SqlType.Whole(SqlType.Whole.Size.SMALL)),
                plain("SMALLINT", new SqlType.Whole(SqlType.Whole.Size.SMALL)),
                plain("BigInteger", new SqlType.Whole(SqlType.Whole.Size.BIG)),
                plain("BIGINT", new SqlType.Whole(SqlType.Whole.Size.BIG)),
                exact("Numeric", SqlType.Exact.Kind.NUMERIC), exact("NUMERIC", SqlType.Exact.Kind.NUMERIC),
                exact("DECIMAL", SqlType.Exact.Kind.DECIMAL), floating("Float", SqlType.Floating.Kind.FLOAT),
                floating("FLOAT", SqlType.Floating.Kind.FLOAT), floating("REAL", SqlType.Floating.Kind.REAL),
                floating("Double", SqlType.Floating.Kind.GENERIC_DOUBLE),
                floating("DOUBLE", SqlType.Floating.Kind.DOUBLE),
                floating("DOUBLE_PRECISION", SqlType.Floating.Kind.DOUBLE_PRECISION), truth("Boolean"),
                truth("BOOLEAN"), truth("MatchType"));
    }

    private static Stream<TypeClass> moments() {
        return Stream.of(plain("Date", moment(Moment.Kind.DATE)), plain("DATE", moment(Moment.Kind.DATE)),
                zoned("Time", Moment.Kind.TIME), zoned("TIME", Moment.Kind.TIME),
                zoned("DateTime", Moment.Kind.DATE_TIME), zoned("DATETIME", Moment.Kind.UPPER_DATETIME),
                zoned("TIMESTAMP", Moment.Kind.TIMESTAMP),
                new TypeClass("Interval", "native=True, second_precision=None, day_precision=None",
                        GenericTypes::interval));
    }

    private static Stream<TypeClass> others() {
        return Stream.of(binary("LargeBinary", SqlType.Binary.Kind.LARGE), binary("BLOB", SqlType.Binary.Kind.BLOB),
                binary("BINARY", SqlType.Binary.Kind.BINARY), binary("VARBINARY", SqlType.Binary.Kind.VARBINARY),
                new TypeClass("PickleType", "protocol=5, pickler=None, comparator=None, impl=None",
                        GenericTypes::pickled),
                json("JSON", SqlType.Json.Kind.JSON), new TypeClass("Uuid", "as_uuid=True, native_uuid=True",
                        g -> new SqlType.Uuid(true, g.flag("native_uuid", true))),
                new TypeClass("UUID", "as_uuid=True", _ -> new SqlType.Uuid(false, true)),
                Enumerations.GENERIC, new TypeClass("ARRAY",
                        "item_type, as_tuple=False, dimensions=None, zero_indexes=False", GenericTypes::array),
                plain("NullType", SqlType.UNKNOWN));
    }

    static TypeClass plain(String name, SqlType type) {
        return new TypeClass(name, "", _ -> type);
    }

    static TypeClass text(String name, SqlType.Characters.Kind kind) {
        return new TypeClass(name, TEXT,
                g -> new SqlType.Characters(kind, g.number("length"), g.optionalText("collation")));
    }

    static TypeClass exact(String name, SqlType.Exact.Kind kind) {
        return new TypeClass(name, EXACT, g -> new SqlType.Exact(kind, g.number("precision"), g.number("scale")));
    }

    static TypeClass floating(String name, SqlType.Floating.Kind kind) {
        return new TypeClass(name, FLOATING, g -> new SqlType.Floating(kind, g.number("precision")));
    }

    static TypeClass truth(String name) {
        return new TypeClass(name, "create_constraint=False, name=None, _create_events=True!, _adapted_from=None!",
                g -> new SqlType.Truth(g.flag("create_constraint"), g.name("name")));
    }

    static TypeClass binary(String name, SqlType.Binary.Kind kind) {
        return new TypeClass(name, "length=None", g -> new SqlType.Binary(kind, g.number("length")));
    }

    static TypeClass json(String name, SqlType.Json.Kind kind) {
        return new TypeClass(name, "none_as_null=False, astext_type=None",
                g -> new SqlType.Json(kind, g.flag("none_as_null")));
    }

    static TypeClass zoned(String name, Moment.Kind kind) {
        return new TypeClass(name, "timezone=False",
                g -> new Moment(kind, g.flag("timezone"), OptionalInt.empty()));
    }

    static SqlType moment(Moment.Kind kind) {
        return new Moment(kind, false, OptionalInt.empty());
    }

    static SqlType array(Given given) {
        var array = new SqlType.Array(Types.of(given.bound().get("item_type"), given.function(), "item_type"),
                given.number("dimensions"));
        return given.flag("zero_indexes")
                ? new SqlType.Variants(array, Map.of(), Optional.of(new CountedFromZero()))
                : array;
    }

    private static SqlType interval(Given given) {
        return given.flag("native", true)
                ? new SqlType.Interval(true, Optional.empty(), given.number("second_precision"))
                : moment(Moment.Kind.DATE_TIME);
    }

    private static SqlType pickled(Given given) {
        return given.bound().given("impl").map(v -> Types.of(v, given.function(), "impl"))
                .orElseGet(() -> new SqlType.Binary(SqlType.Binary.Kind.LARGE, OptionalInt.empty()));
    }
}
