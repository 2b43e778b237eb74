package org.athanor.app.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

import org.athanor.app.connection.KeptPasswords;
import org.athanor.app.files.UserFolder;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.LastProfile;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileStore;
import org.athanor.app.profile.Profiles;
import org.athanor.app.secret.Prompt;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.profiles.ProfileActions;
import org.athanor.app.ui.profiles.ProfileDialog;
import org.athanor.app.ui.profiles.ProfileDialogModel;
import org.athanor.app.ui.profiles.ProfileDraft;
import org.athanor.app.ui.profiles.ProfilesViewModel;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.RevisionId;

/// What the window does with saved profiles: reads them in the background, shows them, changes them in dialogs.
final class WindowProfiles implements ProfileActions {
    private final Map<String, String> environment;
    private final Background background;
    private final Messages messages;
    private final Prompt prompt;
    private final Supplier<Window> window;
    private final Consumer<Region> dress;
    private final Consumer<Profile> change;
    private final BiConsumer<Profile, RevisionId> changeAt;
    private Optional<ProfilesViewModel> list = Optional.empty();

    WindowProfiles(Map<String, String> environment, Background background, Messages messages, Prompt prompt,
            Supplier<Window> window, Consumer<Region> dress, Consumer<Profile> change,
            BiConsumer<Profile, RevisionId> changeAt) {
        this.environment = environment;
        this.background = background;
        this.messages = messages;
        this.prompt = prompt;
        this.window = window;
        this.dress = dress;
        this.change = change;
        this.changeAt = changeAt;
    }

    /// Shows the saved profiles here from now on.
    void showIn(ProfilesViewModel model) {
        list = Optional.of(model);
        refresh();
    }

    /// The next start opens it again, if it is a saved one.
    void remember(Profile profile) {
        background.run(() -> {
            if (profile.isKept() && load().find(profile.name()).isPresent()) {
                new LastProfile(environment).remember(profile.name());
            }
            return profile;
        }, _ -> {}, _ -> {});
    }

    @Override
    public void open(Profile profile) {
        change.accept(profile);
    }

    @Override
    public void openAt(Profile profile, RevisionId target) {
        changeAt.accept(profile, target);
    }

    @Override
    public void add() {
        show(new ProfileDraft(), Optional.empty());
    }

    @Override
    public void edit(Profile profile) {
        show(ProfileDraft.of(profile), Optional.of(profile.name()));
    }

    @Override
    public void duplicate(Profile profile) {
        show(ProfileDraft.of(profile.named(messages.text("profiles.copy-name", profile.name()))), Optional.empty());
    }

    @Override
    public void remove(Profile profile) {
        var yes = new ButtonType(messages.text("profiles.remove-yes"), ButtonData.OTHER);
        var no = new ButtonType(messages.text("profiles.remove-no"), ButtonData.CANCEL_CLOSE);
        var question = new Alert(Alert.AlertType.NONE, messages.text(KeptPasswords.isKept(profile)
                ? "profiles.remove-password-text"
                : "profiles.remove-text", profile.name()), no, yes);
        question.initOwner(window.get());
        question.setTitle(messages.text("profiles.remove"));
        dress.accept(question.getDialogPane());
        question.resultProperty().subscribe(answer -> {
            if (yes.equals(answer)) {
                background.run(() -> {
                    var store = ProfileStore.of(environment);
                    store.remove(profile.name());
                    new KeptPasswords(environment, prompt).forget(profile, store.load());
                    return profile;
                }, _ -> refresh(), problems -> {
                    refresh();
                    tell(messages.text("profiles.removed-password-stays", profile.name()), problems);
                });
            }
        });
        question.show();
    }

    /// A project without a profile of its own: its configuration names the database.
    void openFolder() {
        var chosen = new DirectoryChooser().showDialog(window.get());
        if (chosen != null) {
            var folder = chosen.toPath();
            change.accept(new Profile(name(folder), Environment.LOCAL, folder, Optional.empty()));
        }
    }

    private static String name(Path folder) {
        return Optional.ofNullable(folder.getFileName()).map(Path::toString).filter(name -> !name.isBlank())
                .orElseGet(folder::toString);
    }

    private void show(ProfileDraft draft, Optional<String> before) {
        var model = new ProfileDialogModel(draft, before, environment, prompt, Background.start(), messages,
                profile -> saved(profile, before));
        new ProfileDialog(window.get(), model, messages, dress).show();
    }

    /// The open profile is opened anew once it was edited: what is on show must not be what it was before.
    private void saved(Profile profile, Optional<String> before) {
        if (list.isEmpty() || before.filter(list.get().open().name()::equals).isPresent()) {
            change.accept(profile);
        }
        refresh();
    }

    private void refresh() {
        background.run(this::load, profiles -> list.ifPresent(model -> model.show(profiles, this)), this::tell);
    }

    private Profiles load() {
        return UserFolder.of(environment).configurationIfAny()
                .map(folder -> new ProfileStore(folder.resolve(ProfileStore.FILE)).load())
                .orElseGet(() -> new Profiles(java.util.List.of()));
    }

    private void tell(java.util.List<Problem> problems) {
        tell("", problems);
    }

    private void tell(String before, java.util.List<Problem> problems) {
        var alert = new Alert(Alert.AlertType.ERROR, before + problems.stream().map(Problem::text)
                .collect(java.util.stream.Collectors.joining("\n")));
        alert.initOwner(window.get());
        alert.setHeaderText(null);
        dress.accept(alert.getDialogPane());
        alert.show();
    }
}
