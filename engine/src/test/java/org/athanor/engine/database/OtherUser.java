package org.athanor.engine.database;

import java.nio.file.Path;

import org.athanor.engine.problem.Refusal;

/// A program that takes the run lock of a SQLite database, and says what came of it; the tests start it as another user.
final class OtherUser {
    private OtherUser() {}

    public static void main(String[] arguments) {
        try (var lock = new SqliteRunLock(Path.of(arguments[0]))) {
            System.out.println(lock.take().map(holder -> "held by " + holder).orElse("taken"));
        } catch (Refusal refusal) {
            System.out.println("refused: " + refusal.problem().message());
        }
    }
}
