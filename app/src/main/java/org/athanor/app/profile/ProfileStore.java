package org.athanor.app.profile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.athanor.app.files.OwnFile;
import org.athanor.app.files.UserFolder;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// The user's profiles in one readable file, `profiles.toml`. A file with a fault is never written; what stands between
/// the profiles stays as it is.
public final class ProfileStore {
    public static final String FILE = "profiles.toml";

    private final OwnFile file;

    public ProfileStore(Path file) {
        this.file = new OwnFile(file);
    }

    public static ProfileStore of(Map<String, String> environment) {
        return new ProfileStore(UserFolder.of(environment).configuration().resolve(FILE));
    }

    public Path file() {
        return file.path();
    }

    public Profiles load() {
        return read(text());
    }

    /// Adds a profile; there must be none of its name.
    public void add(Profile profile) {
        change(text -> {
            if (read(text).find(profile.name()).isPresent()) {
                throw new Refusal(ProblemKind.BAD_PROFILE,
                        "There is a profile '%s' already".formatted(profile.name()),
                        "Choose another name, or remove that one first.");
            }
            return ProfileText.append(text, profile);
        }, profile);
    }

    /// Puts a profile in the place of the one of this name.
    public void replace(String name, Profile profile) {
        change(text -> {
            var profiles = read(text);
            profiles.get(name);
            if (!name.equals(profile.name()) && profiles.find(profile.name()).isPresent()) {
                throw new Refusal(ProblemKind.BAD_PROFILE,
                        "There is a profile '%s' already".formatted(profile.name()), "Choose another name.");
            }
            return ProfileText.replace(text, name, Optional.of(profile));
        }, profile);
    }

    public void remove(String name) {
        file.alone(() -> {
            var text = text();
            read(text).get(name);
            var next = ProfileText.replace(text, name, Optional.empty());
            refuseUnless(read(next).find(name).isEmpty());
            write(next);
            return next;
        });
    }

    private void change(UnaryOperator<String> edit, Profile profile) {
        if (!profile.isKept()) {
            throw new IllegalArgumentException("A profile for this time only isn't kept");
        }
        file.alone(() -> {
            var next = edit.apply(text());
            refuseUnless(read(next).find(profile.name()).filter(profile::equals).isPresent());
            write(next);
            return next;
        });
    }

    /// A file may be good TOML, but of a form that can't be edited line by line.
    private void refuseUnless(boolean asWished) {
        if (!asWished) {
            throw new Refusal(Problem.at(file.path(), 0, ProblemKind.BAD_PROFILE,
                    "The file can't be changed here: its profiles aren't written as tables of their own",
                    "Write each profile as [profile.name] with one setting a line, or change the file by hand."));
        }
    }

    private Profiles read(String text) {
        return new Profiles(text.isBlank() ? List.of() : ProfileReader.read(file.path(), text));
    }

    private void write(String text) {
        file.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(file.read().orElseGet(() -> new byte[0]))).toString();
        } catch (CharacterCodingException _) {
            throw new Refusal(Problem.at(file.path(), 0, ProblemKind.BAD_PROFILE, "The file is not UTF-8 text",
                    "Save it as UTF-8."));
        }
    }
}
