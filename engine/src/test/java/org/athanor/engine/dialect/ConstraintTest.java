package org.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.dialect.ColumnSketch.column;
import static org.athanor.engine.dialect.Pieces.check;
import static org.athanor.engine.dialect.Pieces.foreignKey;
import static org.athanor.engine.dialect.Pieces.name;
import static org.athanor.engine.dialect.Pieces.named;
import static org.athanor.engine.dialect.Pieces.on;
import static org.athanor.engine.dialect.Pieces.primaryKey;
import static org.athanor.engine.dialect.Pieces.table;
import static org.athanor.engine.dialect.Pieces.text;
import static org.athanor.engine.dialect.Pieces.unique;
import static org.athanor.engine.dialect.Spoken.POSTGRES;
import static org.athanor.engine.dialect.Spoken.SQLITE;
import static org.athanor.engine.dialect.Spoken.postgres;
import static org.athanor.engine.dialect.Spoken.refusal;
import static org.athanor.engine.dialect.Spoken.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Operation.AddConstraint;
import org.athanor.engine.operation.Operation.CreateTable;
import org.athanor.engine.operation.Operation.DropConstraint;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Exclude;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.Constraint.Unique;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;

class ConstraintTest {
    private static final Timing LATE = new Timing(Optional.of(true), Optional.of("DEFERRED"));

    private static Operation add(Constraint constraint) {
        return new AddConstraint(name("s.t"), constraint);
    }

    private static ForeignKey key(Optional<String> onDelete, Optional<String> onUpdate, Optional<String> match,
            Timing timing, Map<String, Setting> settings) {
        return new ForeignKey(Optional.of(Name.written("f")), List.of("a", "b"), name("o"), List.of("x", "Y"),
                onDelete, onUpdate, match, timing, settings);
    }

    private static Exclude exclude(Timing timing) {
        return new Exclude(Optional.of(Name.written("ex")),
                List.of(new Exclude.Element(SqlExpression.column("Period", SqlType.UNKNOWN), "&&"),
                        new Exclude.Element(SqlExpression.written("lower(g)"), "=")),
                "GIST", Optional.of(SqlExpression.written("g > 0")), Map.of("Period", "range_ops"), timing);
    }

    @Test
    void constraints_are_added_with_or_without_a_name() throws Unsupported {
        assertThat(postgres(add(named("p", primaryKey("a", "B")))))
                .containsExactly("ALTER TABLE s.t ADD CONSTRAINT p PRIMARY KEY (a, \"B\")");
        assertThat(postgres(add(unique("a")))).containsExactly("ALTER TABLE s.t ADD UNIQUE (a)");
        assertThat(postgres(add(foreignKey("a", "r.o"))))
                .containsExactly("ALTER TABLE s.t ADD FOREIGN KEY(a) REFERENCES r.o (id)");
        assertThat(postgres(add(named("k", check("a > 'x'", Map.of())))))
                .containsExactly("ALTER TABLE s.t ADD CONSTRAINT k CHECK (a > 'x')");
    }

    @Test
    void the_options_of_a_foreign_key_have_their_order() throws Unsupported {
        var key = key(Optional.of("SET NULL"), Optional.of("cascade"), Optional.of("FULL"), LATE,
                Map.of("postgresql_not_valid", on()));
        assertThat(postgres(add(key))).containsExactly("ALTER TABLE s.t ADD CONSTRAINT f FOREIGN KEY(a, b)"
                + " REFERENCES o (x, \"Y\") MATCH FULL ON DELETE SET NULL ON UPDATE cascade DEFERRABLE"
                + " INITIALLY DEFERRED NOT VALID");
    }

    @Test
    void postgresql_may_set_only_some_columns_to_null() throws Unsupported {
        var key = key(Optional.of("SET NULL (a)"), Optional.empty(), Optional.empty(), Timing.UNSAID, Map.of());
        assertThat(postgres(add(key))).containsExactly("ALTER TABLE s.t ADD CONSTRAINT f FOREIGN KEY(a, b)"
                + " REFERENCES o (x, \"Y\") ON DELETE SET NULL (a)");
        refusal(SQLITE, new CreateTable(table("t", column("a"), key), false))
                .withMessage("\"SET NULL (a)\" can't follow ON DELETE");
    }

    @Test
    void a_word_that_means_nothing_is_refused() {
        var key = key(Optional.of("DESTROY"), Optional.empty(), Optional.empty(), Timing.UNSAID, Map.of());
        refusal(POSTGRES, add(key)).withMessage("\"DESTROY\" can't follow ON DELETE");
        var unique = new Unique(Optional.empty(), List.of("a"), new Timing(Optional.empty(), Optional.of("SOON")),
                Map.of());
        refusal(POSTGRES, add(unique)).withMessage("\"SOON\" can't follow INITIALLY");
    }

    @Test
    void what_only_postgresql_knows_of_unique_columns() throws Unsupported {
        var unique = new Unique(Optional.empty(), List.of("a", "b"),
                new Timing(Optional.of(false), Optional.of("IMMEDIATE")), Map.of("postgresql_nulls_not_distinct", on(),
                        "postgresql_include", new Setting.Names(List.of("id"))));
        assertThat(postgres(add(unique))).containsExactly("ALTER TABLE s.t ADD UNIQUE NULLS NOT DISTINCT (a, b)"
                + " INCLUDE (id) NOT DEFERRABLE INITIALLY IMMEDIATE");
    }

    @Test
    void a_check_may_spare_the_rows_that_are_there() throws Unsupported {
        assertThat(postgres(add(check("a > b", Map.of("postgresql_not_valid", on())))))
                .containsExactly("ALTER TABLE s.t ADD CHECK (a > b) NOT VALID");
    }

    @Test
    void an_exclusion_compares_columns_and_expressions() throws Unsupported {
        assertThat(postgres(add(exclude(LATE)))).containsExactly("ALTER TABLE s.t ADD CONSTRAINT ex"
                + " EXCLUDE USING gist (\"Period\" range_ops WITH &&, lower(g) WITH =) WHERE (g > 0)"
                + " DEFERRABLE INITIALLY DEFERRED");
        refusal(SQLITE, new CreateTable(table("t", exclude(Timing.UNSAID)), false))
                .withMessage("SQLite has no EXCLUDE constraints");
    }

    @Test
    void a_key_to_be_added_later_is_left_out_where_it_can_be_added() throws Unsupported {
        var later = key(Optional.empty(), Optional.empty(), Optional.empty(), Timing.UNSAID,
                Map.of("use_alter", on()));
        var table = new CreateTable(table("t", column("a"), column("b"), later), false);
        assertThat(postgres(table)).containsExactly("CREATE TABLE t ( a INTEGER, b INTEGER )");
        assertThat(sqlite(table)).containsExactly("CREATE TABLE t ( a INTEGER, b INTEGER,"
                + " CONSTRAINT f FOREIGN KEY(a, b) REFERENCES o (x, \"Y\") )");
    }

    @Test
    void sqlite_says_what_a_conflict_does() throws Unsupported {
        Map<String, Setting> replace = Map.of("sqlite_on_conflict", text("REPLACE"));
        var table = table("t", column("id").notNull().setting("sqlite_on_conflict_primary_key", "ABORT"),
                column("a").setting("sqlite_on_conflict_unique", "IGNORE"), primaryKey("id"), unique("a"),
                new Unique(Optional.empty(), List.of("a", "id"), Timing.UNSAID, replace), check("a > 0", replace));
        assertThat(sqlite(new CreateTable(table, false))).containsExactly("CREATE TABLE t ( id INTEGER NOT NULL,"
                + " a INTEGER, PRIMARY KEY (id) ON CONFLICT ABORT, UNIQUE (a) ON CONFLICT IGNORE,"
                + " UNIQUE (a, id) ON CONFLICT REPLACE, CHECK (a > 0) ON CONFLICT REPLACE )");
    }

    @Test
    void a_constraint_is_dropped_by_its_name() throws Unsupported {
        var drop = new DropConstraint(name("a.b.t"), Optional.of(Name.written("C")),
                Optional.of(Constraint.Kind.FOREIGN_KEY), true);
        assertThat(postgres(drop)).containsExactly("ALTER TABLE \"a.b\".t DROP CONSTRAINT IF EXISTS \"C\"");
        refusal(POSTGRES, new DropConstraint(name("t"), Optional.empty(), Optional.empty(), false))
                .withMessage("A constraint of t is to be dropped, but has no name");
    }

    @Test
    void sqlite_changes_no_constraints() {
        refusal(SQLITE, add(unique("a"))).withMessage("SQLite can't add a constraint to s.t");
        refusal(SQLITE, new DropConstraint(name("t"), Optional.of(Name.written("c")), Optional.empty(), false))
                .withMessage("SQLite can't drop a constraint of t");
    }
}
