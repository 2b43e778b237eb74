package org.athanor.app.ui.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.workspace.RunRecords;
import org.athanor.app.workspace.RunRecords.Details;
import org.athanor.app.workspace.RunRecords.Found;
import org.athanor.app.workspace.Wish;
import org.athanor.engine.journal.RecordedRun;
import org.athanor.engine.journal.Verdict;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;

/// The runs that the journal has, newest first, and one of them with all that is known of it.
public final class JournalViewModel {
    private final Background background;
    private final Messages messages;
    private final Supplier<Optional<RunRecords>> records;
    private final Consumer<Wish> wish;
    private List<Found> all = List.of();
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty ofAll = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<JournalState> state = new ReadOnlyObjectWrapper<>(new JournalState.Reading());
    private final ReadOnlyObjectWrapper<Optional<Details>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());

    public JournalViewModel(Background background, Messages messages, Supplier<Optional<RunRecords>> records,
            Consumer<Wish> wish) {
        this.background = background;
        this.messages = messages;
        this.records = records;
        this.wish = wish;
        filter.subscribe(_ -> filtered());
    }

    public ReadOnlyObjectProperty<JournalState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Details>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// What came of the last thing that was asked for, in one sentence.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// Words that a run must have: in its id, where it went, who ran it, its database or its outcome.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Whether the runs on other databases are wanted, too; it is read anew then.
    public BooleanProperty ofAllProperty() {
        return ofAll;
    }

    public void read() {
        all = List.of();
        details.set(Optional.empty());
        told.set("");
        problems.set(List.of());
        state.set(new JournalState.Reading());
        records.get().ifPresent(look -> background.run(() -> look.runs(ofAll.get()), found -> {
            all = found;
            filtered();
        }, refused -> state.set(new JournalState.Refused(refused))));
    }

    public void select(Found found) {
        details.set(Optional.empty());
        records.get().ifPresent(look -> background.run(() -> look.details(found),
                whole -> details.set(Optional.of(whole)), problems::set));
    }

    /// Follows the chain of every file of the journal.
    public void verify() {
        records.get().ifPresent(look -> background.run(look::verify, this::judged, problems::set));
    }

    /// Writes the runs on show to a file.
    public void export(Path file) {
        if (state.get() instanceof JournalState.Shown(var runs, _)) {
            records.get().ifPresent(look -> background.run(() -> Files.writeString(file, look.json(runs) + "\n"),
                    written -> told.set(messages.text("journal.exported", runs.size(), written.getFileName())),
                    problems::set));
        }
    }

    /// Says of the run on show that it has been seen to.
    public void mark(String reason) {
        if (!reason.isBlank()) {
            details.get().ifPresent(shown -> records.get().ifPresent(look -> background.run(() -> {
                look.mark(shown.found(), reason.strip());
                return look.details(shown.found());
            }, whole -> {
                details.set(Optional.of(whole));
                told.set(messages.text("journal.marked", whole.found().run().id()));
            }, problems::set)));
        }
    }

    /// What would finish the run on show, if that may be planned.
    public Optional<Wish> rest() {
        return details.get().filter(shown -> shown.aftermath()
                .filter(a -> a.applied().isPresent() && !a.isThrough()).isPresent())
                .map(shown -> rest(shown.found().run()));
    }

    /// Shows the plan for the rest; nothing runs yet.
    public void planRest() {
        rest().ifPresent(wish);
    }

    private static Wish rest(RecordedRun run) {
        var goal = run.begin().goal();
        var ids = goal.to().stream().map(id -> id.value()).toList();
        return switch (goal.move()) {
            case UPGRADE -> new Wish.Upgrade(ids.size() > 1 ? "heads" : RecordedRun.ids(goal.to()));
            case DOWNGRADE -> new Wish.Downgrade(RecordedRun.ids(goal.to()));
            case STAMP -> new Wish.Stamp(ids.isEmpty() ? List.of("base") : ids, false);
        };
    }

    private void judged(List<Verdict> verdicts) {
        problems.set(verdicts.stream().flatMap(verdict -> broken(verdict).stream()).toList());
        long lines = verdicts.stream().mapToLong(Verdict::lines).sum();
        told.set(problems.get().isEmpty() ? messages.text("journal.holds", verdicts.size(), lines) : "");
    }

    private void filtered() {
        if (all.isEmpty() && state.get() instanceof JournalState.Refused) {
            return;
        }
        var words = filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        state.set(new JournalState.Shown(
                all.stream().filter(found -> Stream.of(words).allMatch(text(found)::contains)).toList(), all.size()));
    }

    private String text(Found found) {
        var run = found.run();
        return String.join(" ", run.id(), run.route(), run.begin().who().toString(), run.begin().goal().database(),
                JournalWords.state(found, messages), run.begin().reason().orElse("")).toLowerCase(Locale.ROOT);
    }

    private Optional<Problem> broken(Verdict verdict) {
        return verdict.broken().map(broken -> Problem.at(verdict.file(), broken.line(), ProblemKind.JOURNAL_BROKEN,
                messages.text("journal.broken", broken.reason()), messages.text("journal.broken-hint")));
    }
}
