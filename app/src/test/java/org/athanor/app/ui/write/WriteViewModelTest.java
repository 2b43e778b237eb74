package org.athanor.app.ui.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Samples;
import org.athanor.app.ui.edit.TextWatch;
import org.athanor.app.workspace.Consent;
import org.athanor.app.workspace.Wish;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.Stop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteViewModelTest {
    private static final String ROOT = """
            -- revision: aaaaaaaaaaaa
            -- down_revision:
            -- message: root

            -- +upgrade
            CREATE TABLE a (id integer);

            -- +downgrade
            DROP TABLE a;
            """;

    @TempDir
    private Path folder = Path.of("");
    private final List<Optional<String>> news = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();
    private Workspace workspace = new Workspace(Samples.shop(Path.of("")), Samples.NO_JOURNAL);
    private WriteViewModel model = model();

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        Files.writeString(folder.resolve("versions/a_root.sql"), ROOT);
        for (var id : List.of("bbbbbbbbbbbb", "cccccccccccc")) {
            Files.writeString(folder.resolve("versions/%s.sql".formatted(id)), ROOT.replace("aaaaaaaaaaaa", id)
                    .replace("down_revision:", "down_revision: aaaaaaaaaaaa").replace("TABLE a", "TABLE " + id));
        }
        workspace = new Workspace(new Profile("test", Environment.LOCAL, folder.resolve("athanor.toml"),
                Optional.of("jdbc:sqlite:" + folder.resolve("test.db"))), Samples.NO_JOURNAL);
        model = model();
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @Test
    void a_merge_is_shown_then_written_and_can_be_taken_back() throws IOException {
        var wanted = new Wanted("Join them", model.heads(project()), Optional.empty(), "", "", "dddddddddddd");
        model.draft(project(), wanted);
        var draft = drafted();
        assertThat(draft.text()).contains("-- down_revision: bbbbbbbbbbbb, cccccccccccc");
        assertThat(draft.file()).doesNotExist();
        assertThat(wanted.words()).containsExactly("merge", "-m", "Join them", "--rev-id", "dddddddddddd",
                "bbbbbbbbbbbb", "cccccccccccc");

        model.write(project(), draft.text(), () -> {});
        assertThat(draft.file()).hasContent(draft.text());
        assertThat(news).containsExactly(Optional.of("dddddddddddd"));

        model.undo(refused::addAll);
        assertThat(draft.file()).doesNotExist();
        assertThat(refused).isEmpty();
        assertThat(model.whyNoUndoProperty().get()).isNotEmpty();
    }

    @Test
    void what_was_changed_or_applied_since_is_not_taken_back() throws IOException {
        model.draft(project(), new Wanted("one", model.heads(project()), Optional.empty(), "", "", "dddddddddddd"));
        var draft = drafted();
        model.write(project(), draft.text(), () -> {});

        Files.writeString(draft.file(), draft.text() + "-- more\n");
        model.undo(refused::addAll);
        assertThat(refused).singleElement().satisfies(p -> assertThat(p.message()).contains("changed since"));

        Files.writeString(draft.file(), draft.text());
        workspace.run(project(), workspace.plan(project(), new Wish.Upgrade("heads")), Consent.NONE, _ -> {},
                new Stop());
        model.undo(refused::addAll);
        assertThat(refused.getLast().message()).contains("was applied");
        assertThat(draft.file()).exists();
    }

    @Test
    void a_text_that_says_something_else_is_not_written() {
        model.draft(project(), new Wanted("one", model.heads(project()), Optional.empty(), "", "", "dddddddddddd"));
        var draft = drafted();

        model.write(project(), draft.text().replace("bbbbbbbbbbbb, ", ""), () -> {});

        assertThat(model.stateProperty().get()).isInstanceOf(WriteState.Refused.class);
        assertThat(draft.file()).doesNotExist();
    }

    @Test
    void a_revision_can_follow_any_other_and_then_begins_a_branch() {
        var root = project().graph().bases().getFirst();
        var parent = model.parents(project(), Optional.of(root)).getFirst();

        model.draft(project(), new Wanted("side", parent, Optional.of("create-table"), "side", "", "eeeeeeeeeeee"));

        assertThat(parent.splice()).isTrue();
        assertThat(drafted().text()).contains("-- down_revision: aaaaaaaaaaaa").contains("-- branch_labels: side");
    }

    private org.athanor.engine.project.Draft drafted() {
        if (model.stateProperty().get() instanceof WriteState.Drafted(var draft)) {
            return draft;
        }
        throw new AssertionError(model.stateProperty().get());
    }

    private WriteViewModel model() {
        return new WriteViewModel(workspace, Background.immediate(), Messages.load(),
                new TextWatch(Background.immediate(), Optional::empty),
                written -> news.add(written.map(r -> r.id().value())));
    }

    private Project project() {
        if (workspace.read() instanceof WorkspaceState.Ready ready) {
            return ready.project();
        }
        throw new IllegalStateException("The project can't be read");
    }
}
