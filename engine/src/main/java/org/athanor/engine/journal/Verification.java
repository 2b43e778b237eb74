package org.athanor.engine.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows a book's chain from the first line to the last, and looks whether it goes as far as it once went.
final class Verification {
    private final Path file;
    private final Optional<Anchor> anchor;
    private final byte[] bytes;
    private final Chain chain = new Chain();
    private final List<Integer> torn = new ArrayList<>();
    private String last = Chain.START;
    private long count;
    private boolean endsTorn;
    private Optional<String> atAnchor = Optional.empty();

    Verification(Path file, Optional<Anchor> anchor, byte[] bytes) {
        this.file = file;
        this.anchor = anchor;
        this.bytes = bytes;
    }

    Verdict verdict() {
        int number = 0;
        for (int from = 0; from < bytes.length;) {
            int to = Book.lineEnd(bytes, from);
            number++;
            var reason = line(from, to, number);
            if (reason.isPresent()) {
                return broken(number, reason.get());
            }
            from = to + 1;
        }
        var missing = missing();
        return missing.isPresent()
                ? broken(number + 1, missing.get())
                : new Verdict(file, count, Optional.empty(), torn);
    }

    private Verdict broken(int line, String reason) {
        return new Verdict(file, count, Optional.of(new Verdict.Break(line, reason)), torn);
    }

    /// Why a line isn't what was written, if it isn't. One that was cut off while it was written is told apart.
    private Optional<String> line(int from, int to, int number) {
        var link = to < bytes.length ? chain.link(bytes, from, to) : Optional.<Chain.Link>empty();
        endsTorn = link.isEmpty();
        if (link.isEmpty()) {
            torn.add(number);
            return strange(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        var reason = fault(link.get());
        if (reason.isEmpty()) {
            last = link.get().hash();
            count++;
            atAnchor = anchor.filter(a -> a.number() == count).map(_ -> last).or(() -> atAnchor);
        }
        return reason;
    }

    /// A line that was cut off begins like the one that should stand there, and has no end.
    private Optional<String> strange(String text) {
        if (text.endsWith("\"}\r")) {
            return Optional.of("its end was changed: a journal's lines end with a line feed alone");
        }
        var beginning = "{\"n\":%d,".formatted(count + 1);
        boolean cutOff = text.startsWith(beginning) || beginning.startsWith(text);
        boolean hasEnd = text.matches("(?s).*,\"hash\":\"[0-9a-f]{64}\"}.*");
        return cutOff && !hasEnd
                ? Optional.empty()
                : Optional.of("it is no line that a journal writes");
    }

    private Optional<String> fault(Chain.Link link) {
        if (!link.right()) {
            return Optional.of("the line was changed after it had been written");
        }
        if (!link.before().equals(last)) {
            return Optional.of("it does not follow the line before: lines were removed, added or moved here");
        }
        return link.number() == count + 1
                ? Optional.empty()
                : Optional.of("it is numbered %d and should be %d".formatted(link.number(), count + 1));
    }

    /// When the machine goes down, the line that was written last may be cut off.
    private Optional<String> missing() {
        if (anchor.isEmpty()) {
            return Optional.empty();
        }
        long known = anchor.get().number();
        if (known > count + (endsTorn ? 1 : 0)) {
            return Optional.of("%d lines had been written, and only %d are left: the end was cut off".formatted(known,
                    count));
        }
        return atAnchor.filter(hash -> !hash.equals(anchor.get().hash())).map(
                _ -> "line %d isn't the one that was written: the file was made anew".formatted(known));
    }
}
