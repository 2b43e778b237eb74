package org.athanor.app.cli;

import java.util.List;

/// Looks for the revision that a database is really at.
final class LocateVerb extends Verb {
    LocateVerb() {
        super("locate", "Look by the schema for the revision that the database is at, whatever its version table says;"
                + " exit with 1 if no revision makes this very schema.");
    }

    @Override
    public Integer call() {
        var athanor = session().athanor();
        var location = athanor.locate(scratchProgress());
        output().overwrite("");
        var name = athanor.database().name();
        if (isJson()) {
            output().json(LocationForm.location(location, name));
        } else {
            tell(new LocationText(location, name));
        }
        return location.exact().isPresent() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void tell(LocationText text) {
        text.answer().forEach(line -> output().data(output().screen().plain(line)));
        List.of(text.strangers(), text.unknown()).forEach(lines -> lines.forEach(output()::message));
    }
}
