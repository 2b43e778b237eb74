package org.athanor.engine.script.python.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.ConventionalName;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.database.DatabaseWords;
import org.athanor.engine.script.python.vocabulary.database.DdlWords;
import org.athanor.engine.script.python.vocabulary.database.Errors;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionWords;
import org.athanor.engine.script.python.vocabulary.schema.Constraints;
import org.athanor.engine.script.python.vocabulary.schema.SchemaWords;
import org.athanor.engine.script.python.vocabulary.types.AnyType;
import org.athanor.engine.script.python.vocabulary.types.GenericTypes;
import org.athanor.engine.script.python.vocabulary.types.OtherTypes;
import org.athanor.engine.script.python.vocabulary.types.OwnTypes;
import org.athanor.engine.script.python.vocabulary.types.PostgresqlTypes;
import org.athanor.engine.script.python.vocabulary.types.TypeClass;

/// The words of each module, the same for every evaluation.
final class Words {
    /// The modules that have no words of their own in the table below, only modules under them.
    private static final Set<String> FOLDERS = Set.of("alembic", "alembic.op", "alembic.context", "alembic.operations",
            "alembic.operations.base", "alembic.operations.ops", "sqlalchemy.dialects",
            "sqlalchemy.ext", "sqlalchemy.future");
    private static final Map<String, Map<String, Supplier<Value>>> ALL = all();

    private Words() {}

    static boolean knows(String module) {
        return ALL.containsKey(module) || FOLDERS.contains(module);
    }

    static Optional<Value> word(String module, String member) {
        return Optional.ofNullable(ALL.getOrDefault(module, Map.of()).get(member)).map(Supplier::get);
    }

    static Collection<String> names(String module) {
        return ALL.getOrDefault(module, Map.of()).keySet();
    }

    private static Map<String, Map<String, Supplier<Value>>> all() {
        var all = new HashMap<String, Map<String, Supplier<Value>>>();
        addTypes(all);
        List.of("sqlalchemy", "sqlalchemy.schema", "sqlalchemy.sql.schema")
                .forEach(m -> add(all, m, SchemaWords.all()));
        List.of("sqlalchemy", "sqlalchemy.schema", "sqlalchemy.sql.ddl").forEach(m -> add(all, m, DdlWords.all()));
        add(all, "sqlalchemy.sql", Map.of("DDL", word(DdlWords.all(), "DDL")));
        add(all, "sqlalchemy.dialects.postgresql", Map.of("ExcludeConstraint", Constraints::exclude));
        List.of("sqlalchemy.schema", "sqlalchemy.sql.elements", "sqlalchemy.sql.naming", "sqlalchemy.sql.base")
                .forEach(m -> add(all, m, Map.of("conv", Words::conv)));
        List.of("sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.elements", "sqlalchemy.sql.expression")
                .forEach(m -> add(all, m, Map.of("quoted_name", QuotedName::maker)));
        ExpressionWords.modules().forEach((module, words) -> add(all, module, words));
        Errors.modules().forEach((module, words) -> add(all, module, words));
        DatabaseWords.modules().forEach((module, words) -> add(all, module, words));
        return all;
    }

    private static void addTypes(Map<String, Map<String, Supplier<Value>>> all) {
        for (var module : List.of("sqlalchemy", "sqlalchemy.types", "sqlalchemy.sql.sqltypes")) {
            add(all, module, suppliers(GenericTypes.all()));
            add(all, module, Map.of("TypeDecorator", () -> OwnTypes.DECORATOR));
        }
        List.of("sqlalchemy.types", "sqlalchemy.sql.sqltypes", "sqlalchemy.sql.type_api")
                .forEach(m -> add(all, m, Map.of("TypeEngine", AnyType::new)));
        add(all, "sqlalchemy.types", Map.of("UserDefinedType", () -> OwnTypes.DEFINED, "NULLTYPE",
                () -> GenericTypes.nullType(), "STRINGTYPE", () -> GenericTypes.string()));
        for (var module : List.of("", ".base", ".json", ".array", ".ranges", ".types", ".named_types", ".hstore")) {
            add(all, "sqlalchemy.dialects.postgresql" + module, suppliers(PostgresqlTypes.all()));
        }
        for (var module : List.of("", ".base", ".json")) {
            add(all, "sqlalchemy.dialects.sqlite" + module, suppliers(OtherTypes.sqlite()));
        }
        for (var product : List.of("mysql", "mariadb", "mssql", "oracle")) {
            for (var module : List.of("", ".base", ".types")) {
                add(all, "sqlalchemy.dialects." + product + module, suppliers(OtherTypes.of(product)));
            }
        }
    }

    private static Map<String, Supplier<Value>> suppliers(Map<String, TypeClass> types) {
        var suppliers = new HashMap<String, Supplier<Value>>();
        types.forEach((name, type) -> suppliers.put(name, () -> type));
        return suppliers;
    }

    private static void add(Map<String, Map<String, Supplier<Value>>> all, String module,
            Map<String, Supplier<Value>> words) {
        all.computeIfAbsent(module, _ -> new HashMap<>()).putAll(words);
    }

    private static Supplier<Value> word(Map<String, Supplier<Value>> words, String name) {
        return Optional.ofNullable(words.get(name)).orElseThrow();
    }

    private static Value conv() {
        return NativeFunction.of("conv", "value",
                b -> new ConventionalName(new Text(new Given("conv()", b).text("value"))));
    }
}
