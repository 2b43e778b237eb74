package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.ids;
import static org.athanor.engine.graph.Histories.pickOne;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;
import org.athanor.engine.hazard.Facts;
import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Problem UNREADABLE = Problem.at(Path.of("versions/b.sql"), 3, ProblemKind.BAD_SCRIPT,
            "This can't be read", "Mend it.");
    private static final Script NOTHING = new Script.Static(List.of());

    private final RevisionGraph graph = history("a -> b -> c");

    @Test
    void a_plan_holds_every_statement_a_run_will_send() {
        var create = Statement.of("CREATE TABLE t (id integer)");
        var plan = planner(Map.of("a", new Script.Static(List.of(create))), new Sqlite())
                .upgrade(Optional.empty(), Target.parse("a")).plan();

        assertThat(plan).isEqualTo(new Plan(Move.UPGRADE, plan.dialect(), List.of(), ids("a"),
                List.of(VersionTable.DEFAULT.create(plan.dialect())),
                List.of(new Step(Move.UPGRADE, Optional.of(pickOne(graph, "a")), new Script.Static(List.of(create)),
                        List.of(new VersionChange.Insert(pickOne(graph, "a").id())),
                        List.of(Statement.of("INSERT INTO alembic_version (version_num) VALUES ('a')")), ids("a"),
                        plan.dialect(), List.of())),
                Transactions.ONE_PER_STEP));
        assertThat(plan.isRunnable()).isTrue();
        assertThat(plan.statementCount()).isEqualTo(1);
    }

    @Test
    void a_version_table_that_is_there_is_not_made_again() {
        assertThat(planner(Map.of(), new Sqlite()).upgrade(Optional.of(List.of()), Target.parse("a")).plan().setup())
                .isEmpty();
    }

    @Test
    void a_plan_with_nothing_to_do_makes_no_version_table() {
        var plan = planner(Map.of(), new Sqlite()).downgrade(Optional.empty(), Target.parse("base")).plan();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.setup()).isEmpty();
    }

    @Test
    void an_unreadable_step_is_shown_and_stops_the_run() {
        var plan = planner(Map.of("b", new Script.Unreadable(UNREADABLE)), new Sqlite()).upgrade(Optional.empty(),
                Target.parse("head")).plan();

        assertThat(plan.steps()).extracting(Step::kind).containsExactly(Script.Kind.STATIC, Script.Kind.UNREADABLE,
                Script.Kind.STATIC);
        assertThat(plan.steps().get(1).statements()).isEmpty();
        assertThat(plan.isRunnable()).isFalse();
        assertThat(plan.obstacles()).containsExactly(UNREADABLE);
        assertThatExceptionOfType(Refusal.class).isThrownBy(plan::refuseUnlessRunnable)
                .satisfies(refusal -> assertThat(refusal.problems()).containsExactly(UNREADABLE));
    }

    @Test
    void the_version_table_s_name_is_quoted_where_it_must_be() {
        var table = new VersionTable("Applied", Optional.of("meta"), false);
        var plan = new Planner(graph, (_, _, occasion) -> occasion.unchanged(NOTHING), table,
                Occasions.on(new PostgreSql()))
                .upgrade(Optional.empty(), Target.parse("b")).plan();

        assertThat(plan.setup()).extracting(Statement::text)
                .containsExactly("CREATE TABLE meta.\"Applied\" (\n    version_num VARCHAR(32) NOT NULL\n)");
        assertThat(plan.steps().get(1).versionStatements()).extracting(Statement::text).containsExactly(
                "UPDATE meta.\"Applied\" SET version_num='b' WHERE meta.\"Applied\".version_num = 'a'");
    }

    @Test
    void hazards_of_all_steps_are_gathered() {
        var drop = Statement.of("DROP TABLE t");
        var planner = planner(Map.of("b", new Script.Static(List.of(Statement.of("SELECT 1"), drop))), new Sqlite());

        assertThat(planner.downgrade(Optional.of(ids("b")), Target.parse("base")).plan().hazards()).isEmpty();
        assertThat(planner.judging(Facts.NONE).downgrade(Optional.of(ids("b")), Target.parse("base")).plan().hazards())
                .singleElement().satisfies(hazard -> {
                    assertThat(hazard.kind()).isEqualTo(Hazard.Kind.LOSES_DATA);
                    assertThat(hazard.statement()).contains(drop);
                    assertThat(hazard.message())
                            .isEqualTo("The table t is dropped with all its rows (how many there are isn't known).");
                });
    }

    private Planner planner(Map<String, Script> scripts, Dialect dialect) {
        return new Planner(graph,
                (revision, _, occasion) -> occasion.unchanged(scripts.getOrDefault(revision.id().value(), NOTHING)),
                VersionTable.DEFAULT, Occasions.on(dialect));
    }
}
