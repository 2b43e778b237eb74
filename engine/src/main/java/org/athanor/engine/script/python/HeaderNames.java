package org.athanor.engine.script.python;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.syntax.TopLevel;

/// The names of a header. Nearly every file gives them as constants, which are read where they stand; a file that
/// computes one of them is evaluated.
final class HeaderNames {
    private final Path file;
    private final String source;
    private final Constants constants;
    private Optional<HeaderEvaluation> evaluation = Optional.empty();

    HeaderNames(Path file, String source) {
        this.file = file;
        this.source = source;
        this.constants = Constants.of(file, source);
    }

    Optional<String> docstring() {
        return constants.docstring();
    }

    /// The line on which a name gets its value; 0 where that isn't known.
    int line(String name) {
        return constants.line(name);
    }

    /// The line of one that may bind any name.
    Optional<Integer> untold() {
        return constants.lines().untold().map(TopLevel.Line::line);
    }

    /// What a name stands for; nothing if the file doesn't bind it.
    Optional<HeaderValue> value(String name) throws Unknown {
        if (constants.lines().importsAll() && !constants.binds(name)) {
            return evaluation().value(name).orElseGet(Optional::empty);
        }
        var change = constants.lines().change(name);
        if (change.isPresent()) {
            return evaluation().value(name)
                    .orElseThrow(() -> slip().orElseGet(() -> new Unknown(change.get().line(), "it is computed")));
        }
        var choice = constants.lines().choice(name);
        if (choice.isPresent()) {
            return evaluation().value(name).orElseThrow(
                    () -> new Unknown(choice.get().line(), "it hangs on a condition that can't be told here"));
        }
        try {
            return constants.value(name);
        } catch (Unknown notPlain) {
            return evaluation().value(name).orElseThrow(() -> notPlain);
        }
    }

    /// Why the file isn't Python; nothing if it is.
    Optional<Unknown> slip() {
        try {
            PythonParser.parse(source);
            return Optional.empty();
        } catch (PythonSyntaxException e) {
            return Optional.of(Unknown.slip(e.line(), e.reason()));
        }
    }

    private HeaderEvaluation evaluation() {
        if (evaluation.isEmpty()) {
            evaluation = Optional.of(HeaderEvaluation.of(file, source));
        }
        return evaluation.get();
    }

    /// Whether nothing that was told so far came from another file, or would have if that were there.
    boolean areSelfContained() {
        return !constants.askedElsewhere() && evaluation.map(HeaderEvaluation::isSelfContained).orElse(true);
    }
}
