package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.compare.Detection;
import org.athanor.engine.compare.IgnoreRule;

/// What a project's database should be like (`[athanor.target]`): a file of statements or another database; where scratch
/// databases are made if not beside the project's own; and what is left out of every comparison; which aspects of columns are compared.
public record TargetSettings(Optional<Path> schema, Optional<String> url, Optional<String> scratch,
        List<IgnoreRule> ignore, Detection detection) {
    public static final TargetSettings NONE = new TargetSettings(Optional.empty(), Optional.empty(), Optional.empty(),
            List.of(), Detection.ALL);

    public TargetSettings {
        ignore = List.copyOf(ignore);
    }

    TargetSettings with(Detection other) {
        return new TargetSettings(schema, url, scratch, ignore, other);
    }
}
