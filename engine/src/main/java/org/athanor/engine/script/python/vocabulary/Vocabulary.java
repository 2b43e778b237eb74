package org.athanor.engine.script.python.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.operation.Placed;
import org.athanor.engine.script.python.value.Modules;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.database.BindValue;
import org.athanor.engine.script.python.vocabulary.operations.Op;
import org.athanor.engine.script.python.vocabulary.operations.OwnOperations;
import org.athanor.engine.script.python.vocabulary.record.LiveDatabase;
import org.athanor.engine.script.python.vocabulary.record.Recorder;

/// Alembic's and SQLAlchemy's modules for one evaluation: what is called on them is recorded, in order.
public final class Vocabulary implements Modules {
    private final Recorder recorder;
    private final BindValue bind;
    private final Options options;
    private final Op op;
    private final OwnOperations registrations;
    private final Map<String, Value> made = new HashMap<>();

    /// What an evaluation is for: the product by its code, whether the statements are only written down (`--sql`), and the
    /// `-x` and `--tag` arguments of the command line.
    public record Options(String product, boolean offline, List<String> xArguments, Optional<String> tag) {
        public Options {
            xArguments = List.copyOf(xArguments);
        }
    }

    /// Words that write down what a revision does.
    public Vocabulary(Options options) {
        this(options, Optional.empty());
    }

    /// Words that carry out what a revision does, where there is a database.
    public Vocabulary(Options options, Optional<LiveDatabase> live) {
        this.options = options;
        this.recorder = new Recorder(live);
        this.bind = new BindValue(options.product(), recorder);
        this.registrations = new OwnOperations();
        this.op = new Op(bind, options.offline(), registrations);
    }

    /// What was recorded so far.
    public List<Placed> operations() {
        return recorder.operations();
    }

    @Override
    public int written() {
        return options.offline() ? 0 : recorder.size();
    }

    @Override
    public Optional<Value> module(String name) {
        var there = made.get(name);
        if (there == null && Words.knows(name)) {
            there = name.equals("alembic.op") ? op : new WordModule(name, this);
            made.put(name, there);
        }
        return Optional.ofNullable(there);
    }

    Options options() {
        return options;
    }

    OwnOperations registrations() {
        return registrations;
    }

    BindValue bind() {
        return bind;
    }
}
