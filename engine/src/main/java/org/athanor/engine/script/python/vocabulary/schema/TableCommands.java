package org.athanor.engine.script.python.vocabulary.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.live.Reflection;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Enumeration.Making;

/// Makes tables, and what Python does with tables of its own: create and drop them.
public final class TableCommands {
    private static final String PARAMETERS = "name, metadata, *args, schema=None, quote=None, quote_schema=None,"
            + " autoload_with=None, autoload=False, autoload_replace=True, keep_existing=False, extend_existing=False,"
            + " resolve_fks=True, include_columns=None, implicit_returning=True, comment=None, info=None, listeners=None!,"
            + " prefixes=None, must_exist=False!, **kw";

    private TableCommands() {}

    static Value maker() {
        return NativeFunction.of("Table", PARAMETERS, TableCommands::table);
    }

    private static Value table(Bound bound) {
        var given = new Given("Table()", bound);
        var reflected = reflected(given);
        if (!(bound.get("metadata") instanceof MetadataValue metadata)) {
            throw given.wrong("metadata", "a MetaData", bound.get("metadata"));
        }
        Quoting.check("Table", given.text("name"), bound.given("quote"));
        given.optionalTextValue("schema").ifPresent(s -> Quoting.check("Table", s, bound.given("quote_schema")));
        var schema = bound.find("schema").flatMap(Given::asText).or(metadata::schema);
        var name = new TableName(schema, given.text("name"));
        var there = metadata.table(name);
        if (there.isPresent()) {
            return again(given, there.get());
        }
        var table = new DefinedTable(name, metadata);
        table.describe(given.optionalText("comment"),
                Settings.of("Table('%s')".formatted(name), bound.namedRest(), Settings.TABLE), given.names("prefixes"));
        metadata.add(table);
        columnsFirst(bound.rest()).forEach(table::append);
        reflected.ifPresent(r -> r.fill(table, Set.copyOf(table.columns().stream().map(DefinedColumn::columnName)
                .toList())));
        return table;
    }

    /// Where the columns are read from, if they are to be read.
    private static Optional<Reflection> reflected(Given given) {
        var bind = given.bound().given("autoload_with");
        if (bind.isEmpty() && !given.flag("autoload")) {
            return Optional.empty();
        }
        return Optional.of(bind.flatMap(TableCommands::reflection).orElseThrow(
                () -> PythonFault.live("Table('%s', autoload_with=…) reads the table from the database"
                        .formatted(given.text("name")))));
    }

    static Optional<Reflection> reflection(Value bind) {
        return bind instanceof Connection connection
                ? connection.live().map(l -> new Reflection(connection.product(), l))
                : Optional.empty();
    }

    /// `metadata.reflect(bind=…)`
    static Value reflect(MetadataValue metadata) {
        return NativeFunction.of("reflect", "bind=None, schema=None, views=False, only=None, **kw", b -> {
            var reflection = b.given("bind").flatMap(TableCommands::reflection).orElseThrow(
                    () -> PythonFault.live("MetaData.reflect() reads the tables that the database has"));
            if (b.given("schema").isPresent() || b.find("views").map(Value::truth).orElse(false)) {
                throw PythonFault.unreadable("MetaData.reflect() of another schema or of views isn't read here");
            }
            var only = b.given("only").map(v -> new Given("MetaData.reflect()", b).names("only"));
            reflection.tables().stream().filter(t -> only.isEmpty() || only.get().contains(t.name()))
                    .filter(t -> metadata.table(t).isEmpty()).forEach(name -> {
                        var table = new DefinedTable(name, metadata);
                        metadata.add(table);
                        reflection.fill(table, Set.of());
                    });
            return Nothing.NONE;
        });
    }

    private static Value again(Given given, DefinedTable there) {
        if (given.bound().rest().isEmpty() || given.flag("keep_existing")) {
            return there;
        }
        if (given.flag("extend_existing")) {
            throw PythonFault.unreadable("Table(extend_existing=True) of a table that is there isn't read");
        }
        throw PythonFault.raised("InvalidRequestError", ("Table '%s' is already defined for this MetaData instance."
                + " Specify 'extend_existing=True' to redefine options and columns on an existing Table object.")
                .formatted(there.name()));
    }

    private static List<Value> columnsFirst(List<Value> items) {
        return Stream.concat(items.stream().filter(DefinedColumn.class::isInstance),
                items.stream().filter(i -> !(i instanceof DefinedColumn))).toList();
    }

    static Value create(DefinedTable table) {
        return NativeFunction.of("create", "bind, checkfirst=False", b -> {
            create(connection(b, "Table.create()"), table, b.line());
            return Nothing.NONE;
        });
    }

    static Value drop(DefinedTable table) {
        return NativeFunction.of("drop", "bind, checkfirst=False", b -> {
            connection(b, "Table.drop()").recorder()
                    .record(new Operation.DropTable(table.name(), false), b.line());
            return Nothing.NONE;
        });
    }

    private static Connection connection(Bound bound, String function) {
        return Types.connection(bound.get("bind"), function);
    }

    private static void create(Connection connection, DefinedTable table, int line) {
        table.columns().forEach(c -> sequence(c).ifPresent(s -> connection.recorder()
                .record(new Operation.CreateSequence(s.sequence(), false, false), line)));
        connection.recorder().record(
                new Operation.CreateTable(TableModel.of(table, connection.product()), false), line);
    }

    private static Optional<SequenceValue> sequence(DefinedColumn column) {
        return column.preset().flatMap(v -> v instanceof SequenceValue s ? Optional.of(s) : Optional.empty());
    }

    static Value createAll(MetadataValue metadata) {
        return NativeFunction.of("create_all", "bind, tables=None, checkfirst=True", b -> {
            var connection = connection(b, "MetaData.create_all()");
            enumerations(metadata, connection).forEach(e -> connection.recorder()
                    .record(new Operation.CreateEnumeration(e, false), b.line()));
            chosen(metadata, b).forEach(t -> create(connection, t, b.line()));
            return Nothing.NONE;
        });
    }

    static Value dropAll(MetadataValue metadata) {
        return NativeFunction.of("drop_all", "bind, tables=None, checkfirst=True", b -> {
            var connection = connection(b, "MetaData.drop_all()");
            chosen(metadata, b).reversed().forEach(t -> connection.recorder()
                    .record(new Operation.DropTable(t.name(), false), b.line()));
            enumerations(metadata, connection).forEach(e -> connection.recorder()
                    .record(new Operation.DropEnumeration(e, false), b.line()));
            return Nothing.NONE;
        });
    }

    /// The types of their own that come and go with the tables.
    private static List<SqlType.Enumeration> enumerations(MetadataValue metadata, Connection connection) {
        if (!connection.product().equals("postgresql")) {
            return List.of();
        }
        var seen = new HashSet<TableName>();
        return metadata.all().stream().flatMap(t -> t.columns().stream())
                .flatMap(c -> enumeration(c.type(), connection.product()).stream())
                .filter(e -> e.name().map(n -> seen.add(new TableName(e.schema(), n.text()))).orElse(false)).toList();
    }

    private static Optional<SqlType.Enumeration> enumeration(SqlType type, String product) {
        return switch (Types.on(product, type)) {
            case SqlType.Enumeration e when e.nativeType() && e.making() != Making.WHEN_ASKED -> Optional.of(e);
            case SqlType.Array(var element, _) -> enumeration(element, product);
            default -> Optional.empty();
        };
    }

    private static List<DefinedTable> chosen(MetadataValue metadata, Bound bound) {
        var sorted = metadata.sorted();
        return bound.given("tables").map(Constraints::elements)
                .map(wanted -> sorted.stream().filter(t -> wanted.stream().anyMatch(w -> w.equals(t))).toList())
                .orElse(sorted);
    }
}
