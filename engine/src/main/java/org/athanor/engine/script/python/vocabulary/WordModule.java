package org.athanor.engine.script.python.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Listed;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Nearest;

/// One module of Alembic or SQLAlchemy: its words, and the modules below it.
final class WordModule implements Listed {
    /// The versions whose behaviour is followed.
    private static final Map<String, String> VERSIONS = Map.of("sqlalchemy", "2.1.0", "alembic", "1.20.0");

    private final String name;
    private final Vocabulary vocabulary;
    private final Map<String, Value> made = new HashMap<>();

    WordModule(String name, Vocabulary vocabulary) {
        this.name = name;
        this.vocabulary = vocabulary;
    }

    @Override
    public Value attribute(String member) {
        var there = made.get(member);
        if (there == null) {
            there = word(member).orElseThrow(() -> unknown(member));
            made.put(member, there);
        }
        return there;
    }

    @Override
    public Collection<String> publicNames() {
        return Words.names(name);
    }

    private Optional<Value> word(String member) {
        return about(member).or(() -> Words.word(name, member)).or(() -> AlembicWords.word(name, member, vocabulary))
                .or(() -> vocabulary.module(name + "." + member)).or(() -> OtherWords.word(name, member));
    }

    /// What the module says of itself.
    private Optional<Value> about(String member) {
        return switch (member) {
            case "__name__" -> Optional.of(new Text(name));
            case "__version__" -> Optional.ofNullable(VERSIONS.get(name)).map(Text::new);
            default -> Optional.empty();
        };
    }

    private PythonFault unknown(String member) {
        var near = Nearest.of(member, Words.names(name)).map(n -> "; did you mean %s?".formatted(n)).orElse("");
        return PythonFault.raised("AttributeError",
                "module '%s' has no attribute '%s'%s".formatted(name, member, near));
    }

    @Override
    public String typeName() {
        return "module";
    }
}
