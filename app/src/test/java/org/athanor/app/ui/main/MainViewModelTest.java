package org.athanor.app.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Samples;
import org.athanor.app.ui.graph.Applied;
import org.athanor.app.ui.graph.GraphRow;
import org.athanor.app.ui.graph.Move;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.revision.SqlText;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.script.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window without a window: no toolkit runs here.
class MainViewModelTest {
    @TempDir
    private Path folder = Path.of("");
    private Runnable close = () -> {};

    @AfterEach
    void closeWorkspace() {
        close.run();
    }

    @Test
    void the_first_refresh_shows_all_revisions_pending() {
        var model = opened(Samples.shop(folder));

        assertThat(model.graph().rowsProperty().get()).hasSize(15).allMatch(row -> row.applied() == Applied.PENDING);
        assertThat(model.statusLineProperty().get()).isEqualTo("test · empty · sqlite");
        assertThat(model.whyNoUpgradeProperty().get()).isEmpty();
    }

    @Test
    void nothing_runs_before_the_plan_was_shown() {
        var model = opened(Samples.shop(folder));

        model.plan().run();

        assertThat(model.plan().stateProperty().get()).isInstanceOf(PlanState.Closed.class);
    }

    @Test
    void the_pin_moves_to_head_when_the_plan_has_run() {
        var model = opened(Samples.shop(folder));

        upgrade(model);

        assertThat(model.plan().stateProperty().get()).isInstanceOfSatisfying(PlanState.Ended.class,
                ended -> assertThat(ended.result()).isInstanceOf(RunResult.Completed.class));
        assertThat(pinned(model).revision().id().value()).isEqualTo("3aa1a1a61566");
        assertThat(model.graph().rowsProperty().get()).allMatch(row -> row.applied() == Applied.APPLIED);
        model.plan().cancel();
        assertThat(model.whyNoUpgradeProperty().get()).isEqualTo("Nothing is pending.");
    }

    @Test
    void the_database_goes_down_to_a_selected_revision() {
        var model = opened(Samples.shop(folder));
        upgrade(model);
        model.plan().cancel();
        var merge = model.graph().rowsProperty().get().get(1).revision();

        model.move(new Move(Direction.DOWNGRADE, merge));
        model.plan().run();

        assertThat(pinned(model).revision()).isEqualTo(merge);
        assertThat(model.statusLineProperty().get()).isEqualTo("test · 1 behind · sqlite");
    }

    @Test
    void a_refresh_keeps_the_selection_on_its_revision() {
        var model = opened(Samples.shop(folder));
        model.graph().select(4);
        var before = model.graph().selectionProperty().get().map(GraphRow::revision);

        upgrade(model);

        assertThat(model.graph().selectionProperty().get().map(GraphRow::revision)).isEqualTo(before);
    }

    @Test
    void the_inspector_shows_the_sql_of_the_selected_revision() {
        var model = opened(Samples.shop(folder));

        model.graph().selectLast();

        assertThat(model.revision().upgradeProperty().get()).isInstanceOfSatisfying(SqlText.Sql.class,
                sql -> assertThat(sql.text()).startsWith("CREATE TABLE customer"));
    }

    @Test
    void a_folder_with_a_problem_is_shown_and_not_upgraded() {
        var model = opened(Samples.broken("missing-parent", folder));

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(WorkspaceState.Ready.class,
                ready -> assertThat(ready.problems()).singleElement()
                        .satisfies(p -> assertThat(p.kind()).isEqualTo(ProblemKind.MISSING_PARENT)));
        assertThat(model.graph().rowsProperty().get()).hasSize(2);
        assertThat(model.whyNoUpgradeProperty().get()).contains("Mend the problem");
    }

    @Test
    void a_folder_with_a_cycle_is_shown_and_not_upgraded() {
        var model = opened(Samples.broken("cycle", folder));

        assertThat(model.whyNoUpgradeProperty().get()).isNotEmpty();
    }

    @Test
    void a_project_that_is_not_there_is_broken() {
        var model = opened(Samples.broken("no-such-folder", folder));

        assertThat(model.stateProperty().get()).isInstanceOf(WorkspaceState.Broken.class);
    }

    @Test
    void an_unreachable_database_leaves_the_graph_and_says_why() {
        var model = opened(Samples.shopAt("postgresql://nobody@localhost:1/nothing"));

        assertThat(model.graph().rowsProperty().get()).hasSize(15).allMatch(row -> row.applied() == Applied.UNKNOWN);
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(WorkspaceState.Ready.class,
                ready -> assertThat(ready.standing()).isInstanceOfSatisfying(Standing.Unknown.class,
                        unknown -> assertThat(unknown.reason().kind()).isEqualTo(ProblemKind.CANNOT_CONNECT)));
        assertThat(model.whyNoUpgradeProperty().get()).isNotEmpty();
    }

    private MainViewModel opened(Profile profile) {
        var workspace = new Workspace(profile, Samples.NO_JOURNAL);
        close = workspace::close;
        var model = new MainViewModel(workspace, Background.immediate(), Messages.load(), InstantSource.system());
        model.refresh();
        return model;
    }

    private static void upgrade(MainViewModel model) {
        model.upgradeToHead();
        model.plan().run();
    }

    private static GraphRow pinned(MainViewModel model) {
        var pinned = model.graph().rowsProperty().get().stream().filter(row -> row.pin().isPresent()).toList();
        assertThat(pinned).hasSize(1);
        return pinned.getFirst();
    }
}
