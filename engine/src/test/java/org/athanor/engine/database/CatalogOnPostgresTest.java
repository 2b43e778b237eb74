package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogOnPostgresTest {
    private static final List<String> SHOP = List.of("CREATE SCHEMA other", "CREATE TYPE mood AS ENUM ('sad', 'glad')",
            "CREATE TYPE other.colour AS ENUM ('red')",
            """
                    CREATE TABLE other.parent (id bigint GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 2) PRIMARY KEY,
                        code varchar(10) COLLATE "C" NOT NULL UNIQUE NULLS NOT DISTINCT,
                        colours other.colour[] DEFAULT '{}', CHECK (length(code) > 1))""",
            """
                    CREATE UNLOGGED TABLE child (id serial PRIMARY KEY, parent_id bigint, m mood DEFAULT 'sad' NOT NULL,
                        total numeric(10,2), twice numeric GENERATED ALWAYS AS (total * 2) STORED,
                        at timestamp(3) with time zone DEFAULT now(), gap interval day to second(3), b bit varying(5),
                        ip inet, room int4range, u uuid, j jsonb, x xml,
                        CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES other.parent (id)
                            ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
                        CONSTRAINT apart EXCLUDE USING gist (room WITH &&) WHERE (id > 3))""",
            "ALTER TABLE child ADD CONSTRAINT later CHECK (total > 0) NOT VALID",
            "COMMENT ON TABLE child IS 'a child'", "COMMENT ON COLUMN child.m IS 'how it feels'",
            "CREATE INDEX plain ON child (m, total)",
            "CREATE UNIQUE INDEX fancy ON child (lower(x::text), at DESC, total) INCLUDE (m) WHERE total > 5",
            "CREATE INDEX docs ON child USING gin (j jsonb_path_ops) WITH (fastupdate = off)",
            "CREATE SEQUENCE counter START WITH 100 CYCLE MAXVALUE 200",
            "CREATE TABLE parts (id int, at date) PARTITION BY RANGE (at)");
    private Connection connection = connect();

    private static Connection connect() {
        return Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), Path.of(""))).connect();
    }

    @BeforeEach
    void fill() throws SQLException {
        run(SHOP);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void tables_of_the_own_schema_appear_without_it() throws SQLException {
        assertThat(read().tables().keySet()).extracting(TableName::toString).containsExactly("other.parent", "child",
                "parts");
        assertThat(read().enumerations().keySet()).extracting(TableName::toString).containsExactly("other.colour",
                "mood");
    }

    @Test
    void columns_have_types_defaults_and_comments() throws Exception {
        var child = read().table(TableName.of("child")).orElseThrow();
        var types = new ArrayList<String>();
        var dialect = Dialects.of(Product.POSTGRESQL);
        for (var column : child.columns()) {
            types.add(dialect.text(column.type()));
        }
        assertThat(types).containsExactly("INTEGER", "BIGINT", "mood", "NUMERIC(10, 2)", "NUMERIC",
                "TIMESTAMP(3) WITH TIME ZONE", "INTERVAL day to second (3)", "BIT VARYING(5)", "INET", "INT4RANGE",
                "UUID", "JSONB", "xml");
        assertThat(child.comment()).contains("a child");
        assertThat(child.prefixes()).containsExactly("UNLOGGED");
        assertThat(child.column("m").orElseThrow().comment()).contains("how it feels");
        assertThat(child.column("m").orElseThrow().filling())
                .isEqualTo(new Filling.Default(SqlExpression.written("'sad'::mood")));
        assertThat(child.column("twice").orElseThrow().filling()).isEqualTo(new Filling.Computed(
                SqlExpression.written("(total * (2)::numeric)"), Optional.of(true)));
        var parent = read().table(new TableName(Optional.of("other"), "parent")).orElseThrow();
        assertThat(parent.column("code").orElseThrow().type()).isEqualTo(
                new SqlType.Characters(SqlType.Characters.Kind.VARCHAR, OptionalInt.of(10), Optional.of("C")));
        assertThat(parent.column("id").orElseThrow().filling()).isInstanceOfSatisfying(Filling.Identity.class,
                identity -> assertThat(identity.options().start()).contains(5L));
    }

    @Test
    void constraints_say_all_that_they_keep() throws SQLException {
        var child = read().table(TableName.of("child")).orElseThrow();
        assertThat(child.constraints()).extracting(c -> c.name().orElseThrow().text()).containsExactly("child_pkey",
                "apart", "fk", "later");
        assertThat(child.constraints().get(2)).isEqualTo(new Constraint.ForeignKey(Optional.of(Name.written("fk")),
                List.of("parent_id"), new TableName(Optional.of("other"), "parent"), List.of("id"),
                Optional.of("SET NULL"), Optional.of("CASCADE"), Optional.empty(),
                new Constraint.Timing(Optional.of(true), Optional.of("DEFERRED")), Map.of()));
        assertThat(child.constraints().get(3).name()).contains(Name.written("later"));
        var parent = read().table(new TableName(Optional.of("other"), "parent")).orElseThrow();
        assertThat(parent.constraints().stream().filter(Constraint.Unique.class::isInstance).findFirst().orElseThrow())
                .isEqualTo(new Constraint.Unique(Optional.of(Name.written("parent_code_key")), List.of("code"),
                        Constraint.Timing.UNSAID, Map.of("postgresql_nulls_not_distinct", new Setting.Flag(true))));
    }

    @Test
    void indexes_keep_expressions_orders_and_options() throws SQLException {
        var child = read().table(TableName.of("child")).orElseThrow();
        assertThat(child.indexes()).extracting(i -> i.name().text()).containsExactly("docs", "fancy", "plain");
        assertThat(child.indexes().get(1)).isEqualTo(new Index(Name.written("fancy"),
                List.of(expression("lower(x::text)"), expression("at DESC"), new Index.Element.OfColumn("total")), true,
                Map.of("postgresql_include", new Setting.Names(List.of("m")), "postgresql_where",
                        new Setting.Sql(SqlExpression.written("(total > (5)::numeric)")))));
    }

    /// What was read makes the same tables again.
    @Test
    void what_is_read_can_be_made_again() throws Exception {
        var before = read();
        var dialect = Dialects.of(Product.POSTGRESQL);
        run(List.of("DROP TABLE child, parts, other.parent", "DROP SEQUENCE counter"));
        for (var table : before.tables().values()) {
            run(texts(dialect, new Operation.CreateTable(table, false)));
        }
        for (var sequence : before.sequences().values()) {
            run(texts(dialect, new Operation.CreateSequence(sequence, false, false)));
        }
        assertThat(parts(read())).containsExactlyElementsOf(parts(before));
    }

    /// All parts, one by one; a check that isn't valid yet becomes valid in a new table.
    private static List<String> parts(Schema schema) {
        return List.of(schema.toString().replace("postgresql_not_valid=Flag[value=true]", "")
                .split("(?=(?:Column|Table|Index|PrimaryKey|Unique|Check|ForeignKey|Exclude|Sequence)\\[)"));
    }

    private static List<String> texts(Dialect dialect, Operation operation)
            throws Unsupported {
        return dialect.statements(operation, Evolution.from(Schema.EMPTY)).stream().map(s -> s.text()).toList();
    }

    private static Index.Element expression(String sql) {
        return new Index.Element.OfExpression(SqlExpression.written(sql));
    }

    private Schema read() throws SQLException {
        return Catalog.read(connection, Dialects.of(Product.POSTGRESQL));
    }

    private void run(List<String> statements) throws SQLException {
        for (var text : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(text);
            }
        }
    }
}
