package org.athanor.app.ui.main;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.athanor.app.profile.Profile;
import org.athanor.app.profile.Profiles;
import org.athanor.app.ui.Background;
import org.athanor.app.workspace.Neighbours;
import org.athanor.app.workspace.Standing;
import org.athanor.engine.project.Project;

/// Looks where the other saved databases of the project stand, all at the same time. Called on the screen's thread.
public final class Lookout implements AutoCloseable {
    private final Neighbours neighbours;
    private final Background background;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Standing> standings = new TreeMap<>();

    /// `background` does as many things at once as there are databases.
    public Lookout(Neighbours neighbours, Background background) {
        this.neighbours = neighbours;
        this.background = background;
    }

    /// Tells each time that another one has answered, by the names of the profiles; what was known before counts no more.
    void look(Profiles saved, Profile open, Project project, Consumer<Map<String, Standing>> told) {
        int mine = turn.incrementAndGet();
        standings.clear();
        told.accept(Map.of());
        for (var profile : saved.all()) {
            if (!profile.name().equals(open.name())) {
                background.run(() -> neighbours.ask(profile, project), found -> {
                    if (turn.get() == mine && found.isPresent()) {
                        standings.put(profile.name(), found.get());
                        told.accept(Map.copyOf(standings));
                    }
                }, problems -> {
                    if (turn.get() == mine) {
                        standings.put(profile.name(), new Standing.Unknown(problems.getFirst()));
                        told.accept(Map.copyOf(standings));
                    }
                });
            }
        }
    }

    @Override
    public void close() {
        turn.incrementAndGet();
        background.close();
    }
}
