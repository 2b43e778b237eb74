package org.athanor.app.ui.edit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.ui.Background;
import org.athanor.app.workspace.TextFile;
import org.athanor.engine.problem.Problem;

/// One file at a time, read and changed. What was saved can be taken back.
public final class EditViewModel {
    private final Background background;
    private final TextWatch watch;
    private final Consumer<Runnable> saved;
    private final ReadOnlyObjectWrapper<EditState> state = new ReadOnlyObjectWrapper<>(new EditState.Reading());
    private List<Problem> refused = List.of();
    private List<Problem> found = List.of();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());

    /// `saved` is given what takes a saved file back.
    public EditViewModel(Background background, TextWatch watch, Consumer<Runnable> saved) {
        this.background = background;
        this.watch = watch;
        this.saved = saved;
    }

    public ReadOnlyObjectProperty<EditState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is wrong with the text as it stands in the editor, or why it wasn't saved.
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    public void open(Path path) {
        var reading = new EditState.Reading();
        found = List.of();
        refuse(List.of());
        state.set(reading);
        background.run(() -> TextFile.read(path), file -> answer(reading, new EditState.Open(file)),
                why -> answer(reading, new EditState.Closed(why)));
    }

    /// Whether this text differs from what stands on the disk.
    public boolean isChanged(String text) {
        return state.get() instanceof EditState.Open(var file) && !file.text().equals(text);
    }

    public void check(String text) {
        if (state.get() instanceof EditState.Open(var file)) {
            watch.check(file.path(), text, faults -> {
                found = faults;
                tell();
            });
        }
    }

    /// Writes the text, unless somebody else has changed the file meanwhile.
    public void save(String text) {
        if (!(state.get() instanceof EditState.Open open) || !isChanged(text)) {
            return;
        }
        refuse(List.of());
        background.run(() -> open.file().write(text), after -> {
            answer(open, new EditState.Open(after));
            saved.accept(() -> after.writeBack(open.file()));
        }, this::refuse);
    }

    /// Why the text wasn't saved stays on show until it is tried again.
    private void refuse(List<Problem> why) {
        refused = why;
        tell();
    }

    private void tell() {
        problems.set(Stream.concat(refused.stream(), found.stream()).toList());
    }

    /// Another file may have been opened meanwhile.
    @SuppressWarnings("ReferenceEquality") // Each state is its own.
    private void answer(EditState asked, EditState answer) {
        if (state.get() == asked) {
            state.set(answer);
        }
    }
}
