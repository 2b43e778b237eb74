package org.athanor.app.ui.profiles;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.connection.ConnectionTest;
import org.athanor.app.connection.Diagnosis;
import org.athanor.app.connection.Passwords;
import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileImport;
import org.athanor.app.profile.ProfileStore;
import org.athanor.app.secret.Prompt;
import org.athanor.app.secret.SecretStore;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// What the dialog of a profile does: take over a URL, try the connection, save.
public final class ProfileDialogModel {
    private final ProfileDraft draft;
    private final Optional<String> before;
    private final Map<String, String> environment;
    private final Prompt prompt;
    private final Background background;
    private final Messages messages;
    private final Consumer<Profile> saved;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Editing());
    private int round;

    /// What the dialog says below its fields.
    public sealed interface State {
        record Editing() implements State {}

        record Busy(String what) implements State {}

        record Said(String sentence) implements State {}

        record Refused(List<Problem> problems) implements State {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        record Saved() implements State {}
    }

    /// `before` is the name of the profile that is changed; nothing for a new one.
    public ProfileDialogModel(ProfileDraft draft, Optional<String> before, Map<String, String> environment,
            Prompt prompt, Background background, Messages messages, Consumer<Profile> saved) {
        this.draft = draft;
        this.before = before;
        this.environment = Map.copyOf(environment);
        this.prompt = prompt;
        this.background = background;
        this.messages = messages;
        this.saved = saved;
    }

    public ProfileDraft draft() {
        return draft;
    }

    public boolean isNew() {
        return before.isEmpty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Fills in what a URL says; the password in it, if any.
    public Optional<Secret> take(String url) {
        try {
            var imported = ProfileImport.of(url, Path.of("").toAbsolutePath(), System.getProperty("user.name", ""));
            draft.take(imported);
            state.set(imported.notes().isEmpty()
                    ? new State.Said(messages.text("profile.taken"))
                    : new State.Said(String.join(" ", imported.notes())));
            return imported.password();
        } catch (Refusal refusal) {
            state.set(new State.Refused(refusal.problems()));
            return Optional.empty();
        }
    }

    /// Tries the connection as it is filled in, with this password if one was typed.
    public void test(Optional<char[]> typed) {
        sound().ifPresent(profile -> {
            var secret = secret(typed);
            var passwords = Passwords.of(environment, prompt);
            work("profile.testing", () -> new ConnectionTest(profile, environment, passwords).run(secret), this::show);
        });
    }

    /// Saves the profile, and keeps the password where it is to be kept.
    public void save(Optional<char[]> typed) {
        sound().ifPresent(profile -> {
            var secret = secret(typed);
            work("profile.saving", () -> {
                keep(profile, secret);
                var store = ProfileStore.of(environment);
                before.ifPresentOrElse(name -> store.replace(name, profile), () -> store.add(profile));
                return profile;
            }, kept -> {
                state.set(new State.Saved());
                saved.accept(kept);
            });
        });
    }

    /// What was said of other values counts no more. What is to be mended stays until it is tried again.
    public void edited() {
        if (state.get() instanceof State.Said) {
            state.set(new State.Editing());
        }
    }

    /// What is under way goes on to its end, and nobody hears of it.
    public void cancel() {
        round++;
        state.set(new State.Editing());
    }

    public void close() {
        round++;
        background.close();
    }

    private void keep(Profile profile, Optional<Secret> secret) {
        var address = profile.server().filter(server -> server.password() instanceof PasswordSource.Stored)
                .map(DatabasePlace.Server::address);
        address.ifPresent(
                kept -> secret.ifPresent(password -> SecretStore.of(environment, prompt).keep(kept, password)));
    }

    private Optional<Profile> sound() {
        var faults = draft.faults();
        if (!faults.isEmpty()) {
            state.set(new State.Refused(List.of(Problem.of(ProblemKind.BAD_PROFILE, messages.text("profile.faults",
                    faults.stream().map(field -> messages.text(field.key()))
                            .collect(Collectors.joining(", "))),
                    messages.text("profile.faults-hint")))));
            return Optional.empty();
        }
        return Optional.of(draft.profile());
    }

    private <T> void work(String what, Supplier<T> deed, Consumer<T> done) {
        int mine = ++round;
        state.set(new State.Busy(messages.text(what)));
        background.run(deed::get, result -> {
            if (mine == round) {
                done.accept(result);
            }
        }, problems -> {
            if (mine == round) {
                state.set(new State.Refused(problems));
            }
        });
    }

    private void show(Diagnosis diagnosis) {
        state.set(switch (diagnosis) {
            case Diagnosis.Fine fine -> new State.Said(messages.text(
                    fine.encryption().isPresent() ? "profile.works-encrypted" : "profile.works", fine.server(),
                    fine.encryption().orElse(""), fine.took().toMillis()));
            case Diagnosis.Failed(_, var problem) -> new State.Refused(List.of(problem));
        });
    }

    private static Optional<Secret> secret(Optional<char[]> typed) {
        var secret = typed.map(Secret::of);
        typed.ifPresent(characters -> Arrays.fill(characters, '\0'));
        return secret;
    }
}
