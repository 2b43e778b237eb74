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
        change(profiles -> {
            refuseIfThere(profiles, profile.name());
            return profiles.with(profile);
        }, text -> ProfileText.append(text, keepable(profile)));
    }

    /// Puts a profile in the place of the one of this name.
    public void replace(String name, Profile profile) {
        change(profiles -> {
            profiles.get(name);
            if (!name.equals(profile.name())) {
                refuseIfThere(profiles, profile.name());
            }
            return profiles.with(name, profile);
        }, text -> ProfileText.replace(text, name, Optional.of(keepable(profile))));
    }

    public void remove(String name) {
        change(profiles -> {
            profiles.get(name);
            return profiles.without(name);
        }, text -> ProfileText.replace(text, name, Optional.empty()));
    }

    /// What is written is read first: it must say what was wished, and nothing else.
    private void change(UnaryOperator<Profiles> wish, UnaryOperator<String> edit) {
        file.alone(() -> {
            var text = text();
            var wished = wish.apply(read(text));
            var next = edit.apply(text);
            refuseUnless(isReadable(next) && read(next).equals(wished));
            file.write(next.getBytes(StandardCharsets.UTF_8));
            return next;
        });
    }

    private boolean isReadable(String text) {
        try {
            read(text);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    private static void refuseIfThere(Profiles profiles, String name) {
        if (profiles.find(name).isPresent()) {
            throw new Refusal(ProblemKind.BAD_PROFILE, "There is a profile '%s' already".formatted(name),
                    "Choose another name, or remove that one first.");
        }
    }

    private static Profile keepable(Profile profile) {
        if (!profile.isKept()) {
            throw new IllegalArgumentException("A profile for this time only isn't kept");
        }
        return profile;
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
