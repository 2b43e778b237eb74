package org.athanor.engine.project;

import java.util.List;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile.Format;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Reading;
import org.athanor.engine.script.ScriptReader;

/// Reads each script in its own language.
record EachFormat(ScriptReader sql, ScriptReader python) implements ScriptReader {
    @Override
    public Reading read(Revision revision, Direction direction, Occasion occasion) {
        return of(revision.file().format()).read(revision, direction, occasion);
    }

    @Override
    public void expect(List<Revision> route, Direction direction, Occasion start) {
        for (var format : Format.values()) {
            of(format).expect(route.stream().filter(r -> r.file().format() == format).toList(), direction, start);
        }
    }

    private ScriptReader of(Format format) {
        return switch (format) {
            case SQL -> sql;
            case PYTHON -> python;
        };
    }
}
