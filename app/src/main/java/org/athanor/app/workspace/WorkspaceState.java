package org.athanor.app.workspace;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.Status;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Project;

/// All that the window shows of an open profile, at one moment.
public sealed interface WorkspaceState {
    /// The folder is being read for the first time.
    record Loading() implements WorkspaceState {}

    /// There is no project to show, and why.
    record Broken(List<Problem> problems) implements WorkspaceState {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /// The folder is read. It may have problems of its own, and the database may be out of reach.
    record Ready(Project project, Lanes lanes, Optional<Dialect> dialect,
            Standing standing) implements WorkspaceState {
        public Ready with(Standing next) {
            return new Ready(project, lanes, dialect, next);
        }

        /// What has to be mended before anything may run.
        public List<Problem> problems() {
            return standing.known().map(Status::problems).orElse(project.problems());
        }
    }
}
