package org.athanor.engine.script.python.vocabulary.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;

/// The words of SQLAlchemy's ORM: models may stand in a revision, but their rows are in a live database.
final class OrmWords {
    private static final String REASON = "works with the ORM on rows that the database has";
    private static final List<String> NAMES = List.of("Session", "sessionmaker", "scoped_session", "declarative_base",
            "DeclarativeBase", "DeclarativeBaseNoMeta", "MappedAsDataclass", "relationship", "backref", "aliased",
            "Mapped",
            "mapped_column", "registry", "declared_attr", "validates", "column_property", "deferred", "joinedload",
            "selectinload", "subqueryload", "lazyload", "load_only", "raiseload", "noload", "contains_eager", "defer",
            "undefer", "Query", "synonym", "composite", "foreign", "remote", "object_session", "with_polymorphic",
            "as_declarative", "declarative_mixin", "RelationshipProperty", "Relationship", "InstrumentedAttribute",
            "reconstructor", "make_transient", "mapper", "class_mapper", "configure_mappers", "attributes", "query",
            "collections", "events", "interfaces", "automap_base", "hybrid_property", "hybrid_method",
            "association_proxy", "AsyncSession", "async_sessionmaker", "create_async_engine", "AsyncEngine",
            "AsyncConnection", "flag_modified", "with_parent", "create_session", "dynamic_loader",
            "ConcreteBase", "AbstractConcreteBase", "DeferredReflection", "MutableBase", "Mutable", "DynamicMapped",
            "WriteOnlyMapped", "load", "Load", "Bundle", "strategies", "column_mapped_collection",
            "attribute_mapped_collection", "attribute_keyed_dict", "AttributeEvents", "Mapper", "ORMExecuteState");

    private OrmWords() {}

    static Map<String, Map<String, Supplier<Value>>> modules() {
        var words = new HashMap<String, Supplier<Value>>();
        NAMES.forEach(n -> words.put(n, () -> new LiveClass(n, n + " " + REASON)));
        var modules = new HashMap<String, Map<String, Supplier<Value>>>();
        List.of("sqlalchemy.orm", "sqlalchemy.orm.session", "sqlalchemy.orm.attributes", "sqlalchemy.orm.query",
                "sqlalchemy.orm.decl_api", "sqlalchemy.orm.relationships", "sqlalchemy.ext.declarative",
                "sqlalchemy.ext.declarative.api", "sqlalchemy.ext.hybrid", "sqlalchemy.ext.automap",
                "sqlalchemy.ext.associationproxy", "sqlalchemy.ext.asyncio").forEach(m -> modules.put(m, words));
        modules.put("sqlalchemy.ext.mutable", Map.of("MutableDict", OrmWords::mutable, "MutableList", OrmWords::mutable,
                "MutableSet", OrmWords::mutable));
        return modules;
    }

    private static Value mutable() {
        return new MutableClass();
    }

    /// `MutableDict.as_mutable(sa.JSON)` is the type itself to the database.
    private record MutableClass() implements Value {
        @Override
        public String typeName() {
            return "type";
        }

        @Override
        public Value attribute(String name) {
            return name.equals("as_mutable")
                    ? NativeFunction.of(name, "sqltype", b -> b.get("sqltype"))
                    : Value.super.attribute(name);
        }
    }
}
