package org.athanor.engine.script.python;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.script.python.HeaderValue.One;
import org.athanor.engine.script.python.HeaderValue.Several;
import org.athanor.engine.script.python.evaluation.Interpreter;
import org.athanor.engine.script.python.evaluation.ModuleScope;
import org.athanor.engine.script.python.evaluation.Surroundings;
import org.athanor.engine.script.python.library.ReadableFiles;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.ValueSet;
import org.athanor.engine.script.python.vocabulary.Vocabulary;

/// What the names of a file come to when all of it is evaluated. Who a revision is can't depend on the time, nor on
/// chance: a file that asks for either tells nothing.
final class HeaderEvaluation {
    private static final int FOLDERS_ABOVE = 4;
    private static final Surroundings.Limits LIMITS = new Surroundings.Limits(500_000, 5_000_000, 20);

    private final Path file;
    private Optional<ModuleScope> scope = Optional.empty();
    private boolean lookedAround;
    private boolean isUncertain;

    private HeaderEvaluation(Path file) {
        this.file = file;
    }

    static HeaderEvaluation of(Path file, String source) {
        var evaluation = new HeaderEvaluation(file);
        try {
            var tree = PythonParser.parse(source);
            evaluation.scope = Optional.of(Interpreter.module(tree, evaluation.surroundings()));
        } catch (PythonSyntaxException | RuntimeException _) {
            // Whatever a foreign file holds, its names can't be told then.
        }
        return evaluation;
    }

    private Surroundings surroundings() {
        var folders = Stream.iterate(file.toAbsolutePath().normalize().getParent(), f -> f != null, Path::getParent)
                .limit(FOLDERS_ABOVE).toList();
        var files = new ReadableFiles(folders.isEmpty() ? file : folders.getLast(), () -> lookedAround = true);
        var vocabulary = new Vocabulary(new Vocabulary.Options("postgresql", true, List.of(), Optional.empty()));
        return new Surroundings(vocabulary, file, files, folders, Outside::module, () -> {
            throw uncertain("The time");
        }, () -> {
            throw uncertain("Chance");
        }, LIMITS);
    }

    private PythonFault uncertain(String what) {
        isUncertain = true;
        return PythonFault.unreadable(what + " has no say in who a revision is");
    }

    boolean isSelfContained() {
        return !lookedAround;
    }

    /// What a name stands for, if that can be told: nothing inside if the file doesn't bind it.
    Optional<Optional<HeaderValue>> value(String name) {
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        try {
            var value = scope.get().name(name);
            if (value.isEmpty()) {
                return Optional.of(Optional.empty());
            }
            var told = told(value.get());
            return told.isPresent() && !isUncertain ? Optional.of(told) : Optional.empty();
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<HeaderValue> told(Value value) {
        return switch (value.plain()) {
            case Nothing _ -> Optional.of(new HeaderValue.Nothing());
            case Text(var text) -> Optional.of(new One(text));
            case Tuple(var elements) -> texts(elements);
            case Sequence sequence -> texts(sequence.elements());
            case ValueSet set -> texts(set.elements());
            default -> Optional.empty();
        };
    }

    private static Optional<HeaderValue> texts(Collection<Value> elements) {
        var texts = new ArrayList<String>();
        for (var element : elements) {
            switch (element.plain()) {
                case Text(var text) -> texts.add(text);
                case Nothing _ -> {
                    // None among texts says nothing.
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Several(texts));
    }
}
