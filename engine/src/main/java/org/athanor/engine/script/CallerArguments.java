package org.athanor.engine.script;

import java.util.List;
import java.util.Optional;

/// What a person gave on the command line for the revisions themselves to look at: `-x` and `--tag`.
public record CallerArguments(List<String> x, Optional<String> tag) {
    public static final CallerArguments NONE = new CallerArguments(List.of(), Optional.empty());

    public CallerArguments {
        x = List.copyOf(x);
    }
}
