package org.athanor.engine.differential.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.engine.differential.operations.RevisionCase.Runs;

/// An Alembic project and the revision in question; a case becomes one of one or two revisions: what stands before it,
/// and itself.
record CaseFolder(Path folder, String revision) {
    static final String REVISION = "case00000000";
    private static final String SETUP = "given0000000";
    private static final String HEADER = """
            \"""%s\"""
            from alembic import op
            import sqlalchemy as sa
            from sqlalchemy.dialects import postgresql, sqlite

            revision = "%s"
            down_revision = %s
            branch_labels = None
            depends_on = None


            """;

    static CaseFolder write(RevisionCase revision, Path folder) {
        var versions = folder.resolve("migrations/versions");
        try {
            Files.createDirectories(versions);
            Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/migrations\n");
            if (revision.hasSetup()) {
                Files.writeString(versions.resolve("given.py"), setup(revision));
            }
            var parent = revision.hasSetup() ? '"' + SETUP + '"' : "None";
            Files.writeString(versions.resolve("case.py"),
                    HEADER.formatted(revision.name(), REVISION, parent) + revision.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CaseFolder(folder, REVISION);
    }

    /// A body alone, whatever it is; a header of its own is renamed.
    static CaseFolder write(String body, Path folder) {
        return write(new RevisionCase("", 0, "", List.of(), Optional.empty(), Optional.empty(), Runs.EVERYWHERE,
                Map.of(), "", body.replaceAll("(?m)^(revision|down_revision|depends_on|branch_labels) *=", "own_$1 =")),
                folder);
    }

    Path configuration() {
        return folder.resolve("alembic.ini");
    }

    private static String setup(RevisionCase revision) {
        var calls = revision.given().stream().map("    %s()\n"::formatted).collect(Collectors.joining());
        var own = revision.setup().isEmpty() ? "" : "    setup()\n";
        return HEADER.formatted("What is there before", SETUP, "None") + WrittenCases.given() + "\n\n"
                + revision.setup() + "\n\ndef upgrade():\n" + calls + own + "\n\ndef downgrade():\n    pass\n";
    }
}
