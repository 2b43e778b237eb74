package org.athanor.app.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.action.Acts;
import org.athanor.app.ui.compare.CompareSheet;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.ui.doctor.DoctorSheet;
import org.athanor.app.ui.edit.EditSheet;
import org.athanor.app.ui.journal.JournalSheet;
import org.athanor.app.ui.palette.PaletteEntry;
import org.athanor.app.ui.palette.PaletteView;
import org.athanor.app.ui.palette.PaletteViewModel;
import org.athanor.app.ui.plan.TargetSheet;
import org.athanor.app.ui.profiles.ProfileActions;
import org.athanor.app.ui.settings.SettingsSheet;
import org.athanor.app.ui.settings.SettingsViewModel;
import org.athanor.app.ui.stamp.StampSheet;
import org.athanor.app.ui.write.WriteSheet;
import org.athanor.app.workspace.CommandText;
import org.athanor.app.workspace.Wish;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;

/// All that the main window can do, and what it takes to do it.
final class MainActs {
    private static final double PROBLEMS_WIDTH = 640;

    private final MainViewModel model;
    private final SettingsViewModel settings;
    private final Messages messages;
    private final Sheets sheets;
    private final Acts acts;
    private Optional<PaletteView> palette = Optional.empty();

    MainActs(MainViewModel model, SettingsViewModel settings, Messages messages, Sheets sheets) {
        this.model = model;
        this.settings = settings;
        this.messages = messages;
        this.sheets = sheets;
        acts = new Acts(messages);
        addAll();
        model.showFilesBy(place -> edit(place, () -> {}));
    }

    Acts acts() {
        return acts;
    }

    private void addAll() {
        var noProject = whyNoProject();
        acts.add("palette", this::openPalette).add("refresh", model::refresh)
                .add("upgrade", model.whyNoUpgradeProperty(), model::upgradeToHead)
                .add("go", noProject, this::goTo)
                .add("back", noProject, () -> model.wish(new Wish.Downgrade("-1")))
                .add("stamp", noProject, this::stamp)
                .add("new", noProject, this::newRevision)
                .add("merge", whyNoMerge(), this::merge)
                .add("undo", model.write().whyNoUndoProperty(), () -> model.write().undo(this::tell))
                .add("edit", whyNoSelection(), this::editSelected)
                .add("compare", noProject, () -> CompareSheet.open(model.compare(), sheets, messages))
                .add("journal", noProject, () -> JournalSheet.open(model.journal(), sheets, messages))
                .add("doctor", noProject, this::doctor)
                .add("profile", () -> model.profiles().actions().ifPresent(ProfileActions::add))
                .add("settings", () -> SettingsSheet.open(settings, sheets, messages));
    }

    private void doctor() {
        model.doctor().look();
        showDoctor();
    }

    /// Whoever comes back from a file finds the same list.
    private void showDoctor() {
        DoctorSheet.open(model.doctor(), place -> edit(place, this::showDoctor), sheets, messages);
    }

    private void editSelected() {
        model.selected().ifPresent(revision -> edit(new Problem.Place(revision.path(), 0), () -> {}));
    }

    private void edit(Problem.Place place, Runnable gone) {
        EditSheet.open(model.edit(), place, model::openOutside, gone, sheets, messages);
    }

    private void openPalette() {
        var found = palette.orElseGet(() -> new PaletteView(
                new PaletteViewModel(List.of(this::actEntries, this::profileEntries, this::revisionEntries),
                        model.beside()),
                messages, sheets::hideThen));
        palette = Optional.of(found);
        sheets.showAtTop(found);
        found.open();
    }

    private void stamp() {
        model.project().ifPresent(project -> StampSheet.open(model.locate(), project.graph(),
                model.selected().map(revision -> revision.id().value()).orElse(""), messages, sheets, model::wish));
    }

    private void goTo() {
        model.project().ifPresent(project -> TargetSheet.open(project.graph(), messages, sheets, model::wish));
    }

    private void newRevision() {
        model.project().ifPresent(project -> WriteSheet.open(model.write(), project,
                model.write().parents(project, model.selected()), command(), sheets, messages));
    }

    private void merge() {
        model.project()
                .ifPresent(project -> WriteSheet.merge(model.write(), project, command(), sheets, messages));
    }

    private CommandText command() {
        return new CommandText(model.profile());
    }

    private void tell(List<Problem> problems) {
        var list = new ProblemList(messages);
        list.show(problems);
        var close = Sheet.button("close-problems", messages.text("plan.close"), sheets::hide);
        sheets.show(new Sheet(messages.text("problems.title"), PROBLEMS_WIDTH, list, List.of(close), close));
    }

    private ObservableValue<String> whyNoProject() {
        return model.stateProperty()
                .map(state -> state instanceof WorkspaceState.Ready ? "" : messages.text("upgrade.broken"));
    }

    private ObservableValue<String> whyNoSelection() {
        return model.graph().selectionProperty()
                .map(row -> row.isPresent() ? "" : messages.text("revision.none"));
    }

    private ObservableValue<String> whyNoMerge() {
        return Bindings.createStringBinding(
                () -> model.headCount() > 1 ? "" : messages.text("write.one-head", model.headCount()),
                model.stateProperty());
    }

    private Stream<PaletteEntry> actEntries() {
        var sort = messages.text("palette.act");
        return acts.all().stream().filter(act -> !act.id().equals("palette")).map(act -> new PaletteEntry(sort,
                act.title(), "", act.key().map(Keys::shown).orElse(""), act.whyNot().getValue(), act::perform));
    }

    private Stream<PaletteEntry> profileEntries() {
        var sort = messages.text("palette.profile");
        var profiles = model.profiles();
        return profiles.savedProperty().get().all().stream().filter(other -> !other.equals(model.profile()))
                .map(other -> new PaletteEntry(sort, other.name(), profiles.detail(other), "", "",
                        () -> profiles.actions().ifPresent(does -> does.open(other))));
    }

    private Stream<PaletteEntry> revisionEntries() {
        var sort = messages.text("palette.revision");
        return model.project().stream().flatMap(project -> project.graph().newestFirst().stream())
                .map(revision -> new PaletteEntry(sort, title(revision), detail(revision), "", "",
                        () -> model.graph().select(revision.id())));
    }

    private static String title(Revision revision) {
        return revision.id().value();
    }

    private static String detail(Revision revision) {
        return String.join(" ", Stream.concat(Stream.of(revision.title()), revision.branchLabels().stream()).toList());
    }
}
