package org.athanor.app.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.athanor.app.ui.Background;
import org.athanor.app.workspace.FolderWatch;
import org.athanor.app.workspace.Survey;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.project.Project;

/// Keeps an eye on the folder that is on show: tells of changes, and reads all scripts behind all other work. Called on the
/// screen's thread.
public final class Surveyor implements AutoCloseable {
    private final Background background;
    private final AtomicInteger turn = new AtomicInteger();
    private Optional<FolderWatch> watch = Optional.empty();
    private List<Path> watched = List.of();

    /// A worker of its own, so that nothing waits for a survey.
    public Surveyor(Background background) {
        this.background = background;
    }

    void look(WorkspaceState state, Runnable changed, Consumer<Survey> done) {
        int mine = turn.incrementAndGet();
        if (!(state instanceof WorkspaceState.Ready ready)) {
            return;
        }
        watch(ready.project(), changed);
        ready.dialect().ifPresent(dialect -> background.run(
                () -> Workspace.survey(ready.project(), dialect, () -> turn.get() == mine), survey -> {
                    if (turn.get() == mine) {
                        done.accept(survey);
                    }
                }, _ -> {}));
    }

    /// One watch for as long as the folders are the same, so that no change falls between two of them.
    private void watch(Project project, Runnable changed) {
        var folders = FolderWatch.folders(project);
        if (!folders.equals(watched)) {
            watch.ifPresent(FolderWatch::close);
            watch = Optional.of(FolderWatch.start(folders, () -> background.tell(changed)));
            watched = folders;
        }
    }

    @Override
    public void close() {
        turn.incrementAndGet();
        watch.ifPresent(FolderWatch::close);
        background.close();
    }
}
