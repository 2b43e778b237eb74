package org.athanor.app.ui.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.edit.TextWatch;
import org.athanor.app.workspace.Workspace;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Draft;
import org.athanor.engine.project.GalleryTemplate;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;

/// New files of revisions. Each is shown before it is written, and what was written here can be taken back.
public final class WriteViewModel {
    private final Workspace workspace;
    private final Background background;
    private final Messages messages;
    private final TextWatch watch;
    private final Consumer<Optional<Revision>> folderChanged;
    private final ProposalViewModel proposal;
    private final Deque<Runnable> written = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<WriteState> state = new ReadOnlyObjectWrapper<>(new WriteState.Drafting());
    private final ReadOnlyStringWrapper whyNoUndo = new ReadOnlyStringWrapper();

    /// `folderChanged` is told about the revision that is new, or nothing if one went.
    public WriteViewModel(Workspace workspace, Background background, Messages messages,
            TextWatch watch, Consumer<Optional<Revision>> folderChanged) {
        this.watch = watch;
        this.workspace = workspace;
        this.background = background;
        this.messages = messages;
        this.folderChanged = folderChanged;
        this.proposal = new ProposalViewModel(workspace, background);
        tellUndo();
    }

    public ReadOnlyObjectProperty<WriteState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the revision would have to do, if that is to be found out.
    public ProposalViewModel proposal() {
        return proposal;
    }

    /// Why nothing can be taken back; empty if something can.
    public ReadOnlyStringProperty whyNoUndoProperty() {
        return whyNoUndo.getReadOnlyProperty();
    }

    public List<Parent> parents(Project project, Optional<Revision> selected) {
        return Parent.choices(project.graph(), selected, messages);
    }

    public Parent heads(Project project) {
        return Parent.heads(project.graph(), messages);
    }

    /// The templates to start from; a folder of them that can't be read is told when the file is drafted.
    public List<GalleryTemplate> templates(Project project) {
        return project.gallery().templates();
    }

    /// Shows what would be written.
    public void draft(Project project, Wanted wanted) {
        var drafting = new WriteState.Drafting();
        state.set(drafting);
        background.run(() -> drafted(project, wanted),
                draft -> answer(drafting, new WriteState.Drafted(draft)),
                problems -> answer(drafting, new WriteState.Refused(problems)));
    }

    private Draft drafted(Project project, Wanted wanted) {
        if (wanted.chosen().isEmpty()) {
            return workspace.draft(project, wanted.asked());
        }
        var found = wanted.chosen().get().autogeneration();
        if (found.isEmpty()) {
            throw new Refusal(ProblemKind.USAGE, messages.text("proposal.none-ticked"),
                    messages.text("proposal.none-ticked-help"));
        }
        return workspace.draft(project, wanted.asked(), found.contents(project.config().newFiles()));
    }

    /// There is nothing to be drafted.
    public void forget() {
        state.set(new WriteState.Drafting());
    }

    /// Writes the draft with the text that now stands there.
    public void write(Project project, String text, Runnable done) {
        if (!(state.get() instanceof WriteState.Drafted(var draft))) {
            return;
        }
        var basis = proposal.stateProperty().get();
        background.run(() -> {
            if (basis instanceof ProposalState.Choosing(var chosen, _)) {
                workspace.refuseIfMoved(project, chosen.proposal());
            }
            return project.save(draft.withText(text));
        }, saved -> {
            remember(() -> workspace.undo(saved));
            done.run();
            folderChanged.accept(Optional.of(saved.revision()));
        }, problems -> state.set(new WriteState.Refused(problems)));
    }

    /// Keeps what takes a written file back. It refuses if the file has been changed since.
    public void remember(Runnable takeBack) {
        written.push(takeBack);
        tellUndo();
    }

    /// What is wrong with the text of the draft as it was changed.
    public void check(String text, Consumer<List<Problem>> found) {
        if (state.get() instanceof WriteState.Drafted(var draft)) {
            watch.check(draft.file(), text, found);
        }
    }

    /// Takes the newest file back that was written here.
    public void undo(Consumer<List<Problem>> refused) {
        if (written.isEmpty()) {
            return;
        }
        var last = written.peek();
        background.run(() -> {
            last.run();
            return last;
        }, _ -> {
            written.remove(last);
            tellUndo();
            folderChanged.accept(Optional.empty());
        }, refused);
    }

    private void tellUndo() {
        whyNoUndo.set(written.isEmpty() ? messages.text("write.nothing-to-undo") : "");
    }

    /// An answer that nobody waits for any more is dropped.
    @SuppressWarnings("ReferenceEquality") // Each time of drafting is its own.
    private void answer(WriteState.Drafting drafting, WriteState answer) {
        if (state.get() == drafting) {
            state.set(answer);
        }
    }
}
