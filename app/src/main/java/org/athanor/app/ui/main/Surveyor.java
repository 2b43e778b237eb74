package org.athanor.app.ui.main;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.athanor.app.ui.Background;
import org.athanor.app.workspace.FolderWatch;
import org.athanor.app.workspace.Survey;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;

/// Keeps an eye on the folder that is on show: tells of changes, and reads all scripts behind all other work. Called on the
/// screen's thread.
public final class Surveyor implements AutoCloseable {
    private final Background background;
    private final AtomicInteger turn = new AtomicInteger();
    private Optional<FolderWatch> watch = Optional.empty();

    /// A worker of its own, so that nothing waits for a survey.
    public Surveyor(Background background) {
        this.background = background;
    }

    void look(WorkspaceState state, Runnable changed, Consumer<Survey> done) {
        stop();
        if (!(state instanceof WorkspaceState.Ready ready)) {
            return;
        }
        watch = Optional.of(FolderWatch.start(ready.project(), () -> background.tell(changed)));
        int mine = turn.get();
        ready.dialect().ifPresent(dialect -> background.run(
                () -> Workspace.survey(ready.project(), dialect, () -> turn.get() == mine), survey -> {
                    if (turn.get() == mine) {
                        done.accept(survey);
                    }
                }, _ -> {}));
    }

    private void stop() {
        turn.incrementAndGet();
        watch.ifPresent(FolderWatch::close);
        watch = Optional.empty();
    }

    @Override
    public void close() {
        stop();
        background.close();
    }
}
