package org.athanor.engine.script.python;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Reading;
import org.athanor.engine.script.Script;
import org.athanor.engine.script.ScriptReader;

/// Python revisions are known by their headers; what their functions do is not read.
public final class PythonScriptReader implements ScriptReader {
    @Override
    public Reading read(Revision revision, Direction direction, Occasion occasion) {
        return occasion.unchanged(new Script.Unreadable(Problem.at(revision.path(), 0, ProblemKind.NOT_SUPPORTED,
                "The %s of %s is written in Python, which is not read yet".formatted(direction.code(), revision),
                "Run this step with Alembic, then go on here; or stamp the revision if its work is done.")));
    }
}
