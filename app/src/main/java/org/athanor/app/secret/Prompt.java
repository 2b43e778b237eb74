package org.athanor.app.secret;

import java.util.Optional;

import org.athanor.engine.database.Secret;

/// Asks the person at hand for a password, without showing it; nothing where there is nobody, or nobody answers.
@FunctionalInterface
public interface Prompt {
    /// For programs that run alone.
    Prompt NOBODY = _ -> Optional.empty();

    /// What is asked for, and of what: the database's address, the key's file.
    record Question(Kind kind, String subject, boolean again) {
        public static Question of(Kind kind, String subject) {
            return new Question(kind, subject, false);
        }

        /// The same, after an answer that wasn't the right one.
        public Question onceMore() {
            return new Question(kind, subject, true);
        }
    }

    /// What a password opens.
    enum Kind {
        DATABASE, VAULT, NEW_VAULT, SSH, SSH_KEY
    }

    Optional<Secret> ask(Question question);
}
