package org.athanor.app.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.files.OwnFile;
import org.athanor.app.files.UserFolder;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// PostgreSQL's file of passwords, read as libpq reads it: `host:port:database:user:password`, the first line that
/// fits. A file that others may read counts for nothing.
public record PgPass(Map<String, String> environment) {
    private static final int FIELDS = 5;

    public PgPass {
        environment = Map.copyOf(environment);
    }

    /// The password for this connection. A file that would have it and that others may read is refused.
    public Optional<Secret> find(String host, int port, String database, String user) {
        var file = file().map(OwnFile::new);
        var content = file.flatMap(OwnFile::read).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        var wanted = List.of(host, Integer.toString(port), database, user);
        var found = content.lines().filter(line -> !line.startsWith("#")).map(PgPass::fields)
                .filter(fields -> fits(fields, wanted)).map(fields -> new Secret(fields.get(FIELDS - 1))).findFirst();
        if (found.isPresent() && file.orElseThrow().isOpenToOthers()) {
            throw new Refusal(Problem.at(file.orElseThrow().path(), 0, ProblemKind.NO_PASSWORD,
                    "The file of passwords can be read by others, so it isn't used",
                    "chmod 600 it, as PostgreSQL's own programs ask for."));
        }
        return found;
    }

    Optional<Path> file() {
        var folders = UserFolder.of(environment);
        var named = Optional.ofNullable(environment.get("PGPASSFILE")).filter(text -> !text.isBlank());
        try {
            return named.isPresent()
                    ? named.map(Path::of)
                    : folders.isWindows()
                            ? folders.folder("APPDATA").map(data -> data.resolve("postgresql").resolve("pgpass.conf"))
                            : folders.home().map(home -> home.resolve(".pgpass"));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        if (fields.size() != FIELDS) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// A backslash takes the colon or backslash after it for what it is.
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':' && fields.size() < FIELDS - 1) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
