package org.athanor.engine.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;

/// Quoting by SQLAlchemy's rule: a name stays bare if it is lower case, starts with a letter or underscore and isn't
/// reserved.
public final class Names {
    private static final int MARK = 8;

    private final Set<String> reserved;
    private final int longest;

    /// `longest` is how many characters the name of a constraint or index may have.
    public Names(Set<String> reserved, int longest) {
        this.reserved = reserved;
        this.longest = longest;
    }

    public String quoteIfNeeded(String identifier) {
        return isPlain(identifier) && !reserved.contains(identifier)
                ? identifier
                : "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    private static boolean isPlain(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            char c = identifier.charAt(i);
            boolean starts = c >= 'a' && c <= 'z' || c == '_';
            if (!starts && (i == 0 || c != '$' && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return !identifier.isEmpty();
    }

    /// Several names with commas between them.
    public String list(Collection<String> identifiers) {
        var list = new StringJoiner(", ");
        for (var identifier : identifiers) {
            list.add(quoteIfNeeded(identifier));
        }
        return list.toString();
    }

    /// A table, type or sequence. A schema with dots in it is one name.
    public String qualified(TableName table) {
        return table.schema().map(schema -> quoteIfNeeded(schema) + ".").orElse("") + quoteIfNeeded(table.name());
    }

    /// A table, as ALTER TABLE writes it: here, and only here, a schema with dots in it is several names.
    public String altered(TableName table) {
        return table.schema().map(schema -> dotted(schema) + ".").orElse("") + quoteIfNeeded(table.name());
    }

    private String dotted(String schema) {
        return Arrays.stream(schema.split("\\.", -1)).map(this::quoteIfNeeded).collect(Collectors.joining("."));
    }

    /// The name of a constraint or index. A made one is shortened if it must be, as SQLAlchemy does, so that it is found
    /// again under the same name.
    public String bounded(Name name) throws Unsupported {
        var text = name.text();
        if (text.codePointCount(0, text.length()) <= longest) {
            return quoteIfNeeded(text);
        }
        if (!name.made()) {
            throw new Unsupported("The name " + text + " is longer than " + longest + " characters",
                    "Give a shorter name, or write op.f(\"…\") around it to have it shortened");
        }
        return quoteIfNeeded(text.substring(0, text.offsetByCodePoints(0, longest - MARK)) + "_" + mark(text));
    }

    private static String mark(String text) {
        try {
            var hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, hash.length - 2, hash.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
