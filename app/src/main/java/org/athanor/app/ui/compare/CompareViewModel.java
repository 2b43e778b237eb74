package org.athanor.app.ui.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.athanor.app.export.ComparisonPage;
import org.athanor.app.profile.Profiles;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Turns;
import org.athanor.app.workspace.CommandText;
import org.athanor.app.workspace.Compared;
import org.athanor.app.workspace.Comparing;
import org.athanor.app.workspace.SchemaChoice;
import org.athanor.app.workspace.Workspace;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.Stop;

/// Compares two schemas that somebody chooses: what is there, and what is wanted.
public final class CompareViewModel {
    private final Workspace workspace;
    private final Background background;
    private final Background beside;
    private final Messages messages;
    private final Supplier<Optional<Project>> project;
    private final Supplier<Profiles> saved;
    private final ObjectProperty<SchemaChoice> from = new SimpleObjectProperty<>(new SchemaChoice.ThisDatabase());
    private final ObjectProperty<SchemaChoice> to = new SimpleObjectProperty<>(new SchemaChoice.OwnRevision());
    private final ReadOnlyObjectWrapper<CompareState> state = new ReadOnlyObjectWrapper<>(new CompareState.Choosing());
    private final Turns<CompareState> turns;
    private List<String> kept = List.of();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    public CompareViewModel(Workspace workspace, Background background, Messages messages,
            Supplier<Optional<Project>> project, Supplier<Profiles> saved) {
        this.workspace = workspace;
        this.background = background;
        this.beside = background.beside();
        this.turns = new Turns<>(beside, state);
        this.messages = messages;
        this.project = project;
        this.saved = saved;
    }

    /// What is there.
    public ObjectProperty<SchemaChoice> fromProperty() {
        return from;
    }

    /// What is wanted.
    public ObjectProperty<SchemaChoice> toProperty() {
        return to;
    }

    public ReadOnlyObjectProperty<CompareState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What came of the last export, in one sentence.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// All that can be chosen; a revision and a file are still to be named.
    public List<SchemaChoice> choices() {
        var choices = new ArrayList<SchemaChoice>(
                List.of(new SchemaChoice.ThisDatabase(), new SchemaChoice.OwnRevision(),
                        new SchemaChoice.AtRevision(""), new SchemaChoice.OfFile("")));
        if (project.get().filter(p -> p.config().target().schema().isPresent()
                || p.config().target().url().isPresent()).isPresent()) {
            choices.add(new SchemaChoice.ProjectTarget());
        }
        saved.get().all().stream().filter(other -> !other.name().equals(workspace.profile().name()))
                .map(SchemaChoice.OfProfile::new).forEach(choices::add);
        return choices;
    }

    /// What is compared with what, for the next start.
    public List<String> sides() {
        return kept.isEmpty() ? List.of(from.get().kept(), to.get().kept()) : kept;
    }

    /// Chooses the same again once somebody looks, because other profiles aren't known yet.
    public void restore(List<String> sides) {
        kept = sides.size() == 2 ? List.copyOf(sides) : List.of();
    }

    void bringBack() {
        var last = kept;
        kept = List.of();
        if (!last.isEmpty()) {
            SchemaChoice.of(last.getFirst(), choices()).ifPresent(from::set);
            SchemaChoice.of(last.getLast(), choices()).ifPresent(to::set);
        }
    }

    public void swap() {
        var left = from.get();
        from.set(to.get());
        to.set(left);
    }

    public void compare() {
        if (from.get().isComplete() && to.get().isComplete()) {
            project.get().ifPresent(this::compare);
        }
    }

    private void compare(Project of) {
        var mine = turns.next();
        told.set("");
        state.set(new CompareState.Running(0, 0));
        background.run(() -> workspace.comparing(of), comparing -> carryOut(comparing, mine),
                why -> turns.tell(mine, new CompareState.Refused(why)));
    }

    private void carryOut(Comparing comparing, Stop mine) {
        if (!turns.isCurrent(mine)) {
            return;
        }
        var left = from.get();
        var right = to.get();
        beside.run(() -> CompareState.Done.of(comparing.compare(left, right,
                (step, of) -> beside.tell(() -> turns.tell(mine, new CompareState.Running(step, of))), mine), messages),
                done -> turns.tell(mine, done), why -> turns.tell(mine, new CompareState.Refused(why)));
    }

    /// Gives up what is under way.
    public void cancel() {
        if (state.get() instanceof CompareState.Running) {
            turns.giveUp();
            state.set(new CompareState.Cancelled());
        }
    }

    /// Shows the database beside its own revision: as it was found, or why it couldn't be.
    void show(CompareState found) {
        turns.giveUp();
        kept = List.of();
        from.set(new SchemaChoice.ThisDatabase());
        to.set(new SchemaChoice.OwnRevision());
        told.set("");
        state.set(found);
    }

    /// The comparison on show.
    public Optional<Compared> compared() {
        return state.get() instanceof CompareState.Done done ? Optional.of(done.compared()) : Optional.empty();
    }

    /// The line of the command line that compares the same.
    public String command() {
        var folder = project.get().map(p -> p.config().folder()).orElseGet(() -> Path.of(""));
        return new CommandText(workspace.profile()).of(
                List.of("diff", "--from", from.get().word(folder), "--to", to.get().word(folder)));
    }

    /// Writes the comparison on show to a file.
    public void export(Path file, Consumer<List<Problem>> refused) {
        compared().ifPresent(shown -> beside.run(
                () -> Files.writeString(file,
                        ComparisonPage.html(shown.comparison(), shown.from(), shown.to())),
                written -> told.set(messages.text("compare.exported", written.getFileName())), refused));
    }
}
