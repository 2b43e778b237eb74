package org.athanor.app.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Samples;
import org.athanor.app.workspace.Consent;
import org.athanor.app.workspace.Wish;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanViewModelTest {
    @TempDir
    private Path folder = Path.of("");
    private final List<String> news = new ArrayList<>();

    private Workspace workspace = new Workspace(Samples.shop(Path.of("")), Samples.NO_JOURNAL);
    private PlanViewModel model = model();

    @BeforeEach
    void openWorkspace() {
        workspace = new Workspace(Samples.shop(folder), Samples.NO_JOURNAL);
        model = model();
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @Test
    void a_plan_is_reviewed_before_it_runs_and_told_when_it_has() {
        model.open(project(), new Wish.Upgrade("heads"));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PlanState.Review.class,
                review -> assertThat(review.plan().steps()).hasSize(15));

        model.run();

        assertThat(model.stateProperty().get()).isInstanceOf(PlanState.Ended.class);
        assertThat(news).containsExactly("database moved");
    }

    @Test
    void in_production_the_name_is_typed_before_anything_is_destroyed() {
        model.open(project(), new Wish.Upgrade("heads"));
        model.run();
        profile(Environment.PRODUCTION, Access.FULL);

        model.open(project(), new Wish.Downgrade("base"));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PlanState.Review.class,
                review -> assertThat(review.nameToType()).contains("shop.db"));
        model.run();
        model.run(typed("shop"));
        assertThat(model.stateProperty().get()).isInstanceOf(PlanState.Review.class);
        model.run(typed("shop.db"));

        assertThat(model.stateProperty().get()).isInstanceOf(PlanState.Ended.class);
    }

    @Test
    void a_profile_that_only_reads_runs_nothing() {
        profile(Environment.LOCAL, Access.READ_ONLY);
        model.open(project(), new Wish.Upgrade("heads"));

        model.run();

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PlanState.Review.class,
                review -> assertThat(review.forbidden()).get()
                        .satisfies(p -> assertThat(p.kind()).isEqualTo(ProblemKind.READ_ONLY)));
    }

    @Test
    void an_empty_database_is_stamped_only_with_a_reason() {
        model.open(project(), new Wish.Stamp(List.of("head"), false));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PlanState.Review.class, review -> assertThat(
                review.objection()).hasValueSatisfying(p -> assertThat(p.message()).contains("none of the 7 tables")));
        model.run();
        assertThat(model.stateProperty().get()).isInstanceOf(PlanState.Review.class);

        model.run(new Consent(Optional.empty(), Optional.of("restored from a dump")));

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PlanState.Ended.class,
                ended -> assertThat(ended.result()).isInstanceOf(RunResult.Completed.class));
    }

    @Test
    void the_log_tells_each_statement() {
        model.open(project(), new Wish.Upgrade("heads"));
        model.run();

        assertThat(model.log().text()).contains("Step 1 of 15").contains("CREATE TABLE customer").contains("done in");
    }

    private static Consent typed(String name) {
        return new Consent(Optional.of(name), Optional.empty());
    }

    private void profile(Environment environment, Access access) {
        var shop = Samples.shop(folder);
        workspace.close();
        workspace = new Workspace(new Profile(shop.name(), environment, shop.config(), shop.url(), access),
                Samples.NO_JOURNAL);
        model = model();
    }

    @Test
    void a_target_that_is_not_there_is_refused() {
        model.open(project(), new Wish.Upgrade("ffffffffffff"));

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PlanState.Refused.class,
                refused -> assertThat(refused.problems()).first()
                        .satisfies(p -> assertThat(p.kind()).isEqualTo(ProblemKind.UNKNOWN_REVISION)));
    }

    @Test
    void a_run_that_is_asked_to_stop_leaves_the_rest_untouched() {
        model.open(project(), new Wish.Upgrade("heads"));
        model.stateProperty().subscribe(state -> {
            if (state instanceof PlanState.Running running && running.number() == 3) {
                model.stop();
            }
        });

        model.run();

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PlanState.Ended.class,
                ended -> assertThat(ended.result()).isInstanceOfSatisfying(RunResult.Stopped.class,
                        stopped -> assertThat(stopped.applied()).hasSize(2)));
    }

    @Test
    void cancelling_a_review_closes_the_drawer() {
        model.open(project(), new Wish.Upgrade("heads"));

        model.cancel();

        assertThat(model.stateProperty().get()).isEqualTo(new PlanState.Closed());
    }

    private PlanViewModel model() {
        return new PlanViewModel(workspace, Background.immediate(), InstantSource.system(), Messages.load(),
                () -> news.add("database moved"));
    }

    private Project project() {
        if (workspace.read() instanceof WorkspaceState.Ready ready) {
            return ready.project();
        }
        throw new IllegalStateException("The sample can't be read");
    }
}
