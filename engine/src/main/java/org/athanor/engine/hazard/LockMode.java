package org.athanor.engine.hazard;

import java.util.Arrays;
import java.util.Optional;

/// PostgreSQL's locks on tables, the strongest last.
public enum LockMode {
    ACCESS_SHARE("ACCESS SHARE", "nobody can drop or rebuild it"), ROW_SHARE("ROW SHARE",
            "nobody can drop or rebuild it"),
    ROW_EXCLUSIVE("ROW EXCLUSIVE", "nobody can change its definition"), SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE",
            "nobody can change its definition"),
    SHARE("SHARE", "nobody can write"), SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE", "nobody can write"),
    EXCLUSIVE("EXCLUSIVE", "nobody can write"), ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE", "nobody can read or write");

    private final String words;
    private final String meaning;

    LockMode(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /// Its name in SQL.
    public String words() {
        return words;
    }

    /// What it keeps others from.
    public String meaning() {
        return meaning;
    }

    /// Whether others can't work with the table's rows while it is held.
    public boolean hindersOthers() {
        return compareTo(SHARE) >= 0;
    }

    /// The lock that `pg_locks` names so: `AccessExclusiveLock`.
    public static Optional<LockMode> ofCatalog(String name) {
        return Arrays.stream(values())
                .filter(mode -> (mode.words.replace(" ", "") + "LOCK").equalsIgnoreCase(name)).findFirst();
    }
}
