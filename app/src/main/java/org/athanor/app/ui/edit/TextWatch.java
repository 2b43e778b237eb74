package org.athanor.app.ui.edit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.athanor.app.ui.Background;
import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.TextCheck;

/// Finds what is wrong with a text while it is typed, and drops the answers that came too late.
public final class TextWatch {
    private final Background background;
    private final Supplier<Optional<Dialect>> dialect;
    private final AtomicInteger turn = new AtomicInteger();

    public TextWatch(Background background, Supplier<Optional<Dialect>> dialect) {
        this.background = background;
        this.dialect = dialect;
    }

    /// Tells the problems of this text, unless another one is asked about meanwhile.
    public void check(Path file, String text, Consumer<List<Problem>> found) {
        int mine = turn.incrementAndGet();
        var written = dialect.get().orElseGet(() -> Dialects.of(Product.POSTGRESQL));
        Consumer<List<Problem>> answer = problems -> {
            if (turn.get() == mine) {
                found.accept(problems);
            }
        };
        background.run(() -> TextCheck.faults(file, text, written), answer, answer);
    }
}
