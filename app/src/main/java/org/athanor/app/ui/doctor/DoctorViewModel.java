package org.athanor.app.ui.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.ui.Background;
import org.athanor.app.workspace.Examination;
import org.athanor.app.workspace.Examination.Finding;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.script.Script;

/// Looks through a whole project behind all other work, and can be stopped at any revision.
public final class DoctorViewModel {
    private static final int TOLD_EACH = 25;

    private final Background background;
    private final Supplier<Optional<WorkspaceState.Ready>> project;
    private AtomicBoolean stopped = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<DoctorState> state = new ReadOnlyObjectWrapper<>(new DoctorState.Waiting());

    /// The background must be one beside all others.
    public DoctorViewModel(Background background, Supplier<Optional<WorkspaceState.Ready>> project) {
        this.background = background;
        this.project = project;
    }

    public ReadOnlyObjectProperty<DoctorState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks anew.
    public void look() {
        project.get().ifPresent(this::look);
    }

    private void look(WorkspaceState.Ready ready) {
        cancel();
        var mine = new AtomicBoolean();
        stopped = mine;
        int all = ready.project().graph().newestFirst().size();
        var dialect = ready.dialect().orElseGet(() -> Dialects.of(Product.POSTGRESQL));
        state.set(new DoctorState.Looking(0, all));
        IntConsumer progress = read -> {
            if (read % TOLD_EACH == 0 && !mine.get()) {
                background.tell(() -> tell(mine, new DoctorState.Looking(read, all)));
            }
        };
        background.run(() -> Examination.of(ready.project(), dialect, progress, () -> !mine.get()),
                found -> tell(mine, new DoctorState.Done(found)), why -> tell(mine, new DoctorState.Refused(why)));
    }

    /// Stops at the revision at hand; what was found until then is shown.
    public void cancel() {
        stopped.set(true);
    }

    /// What was found of the revisions that have these words and are of this kind on their way up or down.
    public static List<Finding> filtered(Examination found, String words, Optional<Script.Kind> kind) {
        var wanted = words.toLowerCase(Locale.ROOT).strip();
        return found.findings().stream()
                .filter(finding -> kind.isEmpty() || finding.upgrade() == kind.get()
                        || finding.downgrade() == kind.get())
                .filter(finding -> text(finding).contains(wanted)).toList();
    }

    private static String text(Finding finding) {
        return "%s %s %s".formatted(finding.revision().id(), finding.revision().title(),
                finding.doubt().map(d -> d.message()).orElse("")).toLowerCase(Locale.ROOT);
    }

    /// News of a look in whose place another has come is dropped.
    @SuppressWarnings("ReferenceEquality") // Each look has its own.
    private void tell(AtomicBoolean look, DoctorState next) {
        if (stopped == look) {
            state.set(next);
        }
    }
}
