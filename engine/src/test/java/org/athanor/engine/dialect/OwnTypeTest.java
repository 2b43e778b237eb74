package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.dialect.ColumnSketch.column;
import static org.athanor.engine.dialect.Pieces.checked;
import static org.athanor.engine.dialect.Pieces.enumeration;
import static org.athanor.engine.dialect.Pieces.table;
import static org.athanor.engine.dialect.Spoken.POSTGRES;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.athanor.engine.dialect.Spoken.postgres;
import static org.athanor.engine.dialect.Spoken.refusal;
import static org.athanor.engine.dialect.Spoken.sqlite;
import static org.athanor.engine.dialect.Spoken.texts;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation.CreateDomain;
import org.athanor.engine.operation.Operation.CreateEnumeration;
import org.athanor.engine.operation.Operation.CreateTable;
import org.athanor.engine.operation.Operation.DropDomain;
import org.athanor.engine.operation.Operation.DropEnumeration;
import org.athanor.engine.operation.Operation.DropTable;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Array;
import org.athanor.engine.type.SqlType.Domain;
import org.athanor.engine.type.SqlType.Enumeration;
import org.athanor.engine.type.SqlType.Enumeration.Making;
import org.athanor.engine.type.SqlType.Variants;
import org.junit.jupiter.api.Test;

class OwnTypeTest {
    private static final Enumeration MOOD = enumeration("mood", "good", "o'k");

    private static Enumeration made(Making making, Optional<String> schema, String name) {
        return new Enumeration(java.util.List.of("x"), Optional.of(Name.written(name)), schema, making, true, false,
                OptionalInt.empty());
    }

    @Test
    void a_type_is_made_before_the_table_and_once() throws Unsupported {
        var table = new CreateTable(table("t", column("a", MOOD), column("b", MOOD)), false);
        assertThat(postgres(table)).containsExactly("CREATE TYPE mood AS ENUM ('good', 'o''k')",
                "CREATE TABLE t ( a mood, b mood )");
        assertThat(sqlite(table)).containsExactly("CREATE TABLE t ( a VARCHAR(4), b VARCHAR(4) )");
    }

    @Test
    void the_element_of_an_array_and_a_variant_are_made_too() throws Unsupported {
        var array = new Array(made(Making.SHARED, Optional.of("S"), "e"), OptionalInt.empty());
        var variant = new Variants(SqlType.TEXT, Map.of("postgresql", MOOD));
        assertThat(postgres(new CreateTable(table("t", column("a", array), column("b", variant)), false)))
                .containsExactly("CREATE TYPE \"S\".e AS ENUM ('x')", "CREATE TYPE mood AS ENUM ('good', 'o''k')",
                        "CREATE TABLE t ( a \"S\".e[], b mood )");
    }

    @Test
    void a_type_that_is_made_only_when_asked_for_is_left_alone() throws Unsupported {
        var type = made(Making.WHEN_ASKED, Optional.empty(), "e");
        assertThat(postgres(new CreateTable(table("t", column("a", type)), false)))
                .containsExactly("CREATE TABLE t ( a e )");
        assertThat(postgres(new CreateEnumeration(type, false))).containsExactly("CREATE TYPE e AS ENUM ('x')");
    }

    @Test
    void a_type_that_is_there_is_not_made_again() throws Unsupported {
        var schema = new Schema(Map.of(), Map.of(Pieces.name("mood"), MOOD), Map.of());
        var there = Evolution.from(schema);
        assertThat(texts(POSTGRES, new CreateTable(table("t", column("a", MOOD)), false), there))
                .containsExactly("CREATE TABLE t ( a mood )");
        assertThat(texts(POSTGRES, new CreateEnumeration(MOOD, true), there)).isEmpty();
        assertThat(texts(POSTGRES, new CreateEnumeration(MOOD, false), there)).hasSize(1);
        assertThat(texts(POSTGRES, new DropEnumeration(MOOD, true), there)).containsExactly("DROP TYPE mood");
    }

    @Test
    void a_type_that_is_gone_is_not_dropped_again() throws Unsupported {
        var gone = Evolution.from(Schema.EMPTY);
        assertThat(texts(POSTGRES, new DropEnumeration(MOOD, true), gone)).isEmpty();
        assertThat(texts(POSTGRES, new DropEnumeration(MOOD, false), gone)).containsExactly("DROP TYPE mood");
    }

    @Test
    void where_nothing_is_known_the_statement_is_sent() throws Unsupported {
        assertThat(postgres(new CreateEnumeration(MOOD, true))).hasSize(1);
        assertThat(postgres(new DropEnumeration(MOOD, true))).hasSize(1);
        assertThat(sqlite(new CreateEnumeration(MOOD, true))).isEmpty();
        assertThat(sqlite(new DropEnumeration(MOOD, false))).isEmpty();
    }

    @Test
    void an_enumeration_that_is_kept_as_text_has_no_type() throws Unsupported {
        var type = checked(Optional.of("e"), "a");
        assertThat(postgres(new CreateEnumeration(type, false))).isEmpty();
        assertThat(postgres(new DropEnumeration(type, false))).isEmpty();
    }

    @Test
    void a_type_outlives_its_table() throws Unsupported {
        assertThat(postgres(new DropTable(Pieces.name("a.b.t"), true)))
                .containsExactly("DROP TABLE IF EXISTS \"a.b\".t");
    }

    @Test
    void an_array_of_checked_texts_can_not_be_checked() {
        var type = new Array(checked(Optional.of("e"), "a"), OptionalInt.empty());
        refusal(POSTGRES, new CreateTable(table("t", column("a", type)), false)).withMessage(
                "No check can be written for an array of enumerations that are kept as text");
    }

    @Test
    void a_domain_says_its_rules() throws Unsupported {
        var rules = new Domain.Rules(Optional.of("C"), Optional.of("'4'"), Optional.of(Name.written("cc")), true,
                Optional.of("VALUE > 0"));
        var domain = new Domain(Name.written("dom"), Optional.of("s"), SqlType.INTEGER, rules, Making.WITH_TABLE);
        var text = "CREATE DOMAIN s.dom AS INTEGER COLLATE \"C\" DEFAULT '4' CONSTRAINT cc NOT NULL CHECK (VALUE > 0)";
        assertThat(postgres(new CreateTable(table("t", column("a", domain)), false))).containsExactly(text,
                "CREATE TABLE t ( a s.dom )");
        assertThat(postgres(new CreateDomain(domain, true))).containsExactly(text);
        assertThat(postgres(new DropDomain(domain, true))).containsExactly("DROP DOMAIN s.dom");
        refusal(SQLITE, new CreateDomain(domain, true)).withMessage("SQLite has no domains");
    }
}
