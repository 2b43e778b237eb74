package org.athanor.app.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// A command whose first line of output is a password. No shell reads it, and nobody keeps what it prints.
public record PasswordCommand(List<String> words, Duration patience) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST = 64 * 1024;

    public PasswordCommand {
        words = List.copyOf(words);
    }

    public static PasswordCommand of(List<String> words) {
        return new PasswordCommand(words, USUAL_PATIENCE);
    }

    public Secret run() {
        var process = start();
        try {
            process.getOutputStream().close();
            var output = new CompletableFuture<byte[]>();
            Thread.ofVirtual().name("password command").start(() -> read(process.getInputStream(), output));
            var printed = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(patience)) {
                throw tooLong();
            }
            if (process.exitValue() != 0) {
                throw refused("ended with exit code %d".formatted(process.exitValue()));
            }
            return firstLine(printed);
        } catch (TimeoutException _) {
            throw tooLong();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refused("was interrupted");
        } catch (ExecutionException | IOException _) {
            throw refused("could not be read");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// What it says on standard error may hold a secret, too.
    private Process start() {
        try {
            return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException _) {
            throw new Refusal(ProblemKind.NO_PASSWORD,
                    "The password command can't be started: %s".formatted(words.getFirst()),
                    "Is the program installed, and on the PATH? A command is started without a shell.");
        }
    }

    private static void read(InputStream in, CompletableFuture<byte[]> output) {
        try {
            output.complete(in.readNBytes(LONGEST));
        } catch (IOException e) {
            output.completeExceptionally(e);
        }
    }

    private Secret firstLine(byte[] printed) {
        var characters = Charset.defaultCharset().decode(ByteBuffer.wrap(printed));
        int end = 0;
        while (end < characters.length() && characters.charAt(end) != '\n' && characters.charAt(end) != '\r') {
            end++;
        }
        var line = new char[end];
        characters.get(line);
        var secret = Secret.of(line);
        Arrays.fill(line, '\0');
        Arrays.fill(characters.array(), '\0');
        Arrays.fill(printed, (byte) 0);
        if (secret.isEmpty()) {
            throw refused("printed nothing");
        }
        return secret;
    }

    private Refusal tooLong() {
        return refused("did not end within %d seconds".formatted(patience.toSeconds()));
    }

    private Refusal refused(String what) {
        return new Refusal(ProblemKind.NO_PASSWORD, "The password command %s: %s".formatted(what, words.getFirst()),
                "Run it by hand to see what it says. Its first line of output is the password.");
    }
}
