package org.athanor.engine.hazard;

/// PostgreSQL's locks on tables that keep others from working, the strongest last.
public enum LockMode {
    SHARE("SHARE", "nobody can write"), SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE",
            "nobody can write"),
    EXCLUSIVE("EXCLUSIVE",
            "nobody can write"),
    ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE", "nobody can read or write");

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
}
