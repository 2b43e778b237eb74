package org.athanor.engine.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.athanor.engine.schema.TableName;

/// Things by their names, each of which is there, gone or in doubt. A shelf never changes: what comes out of a change shares
/// all but a few nodes of a balanced tree with the one before, so that thousands of steps cost little.
final class Shelf<T> {
    private final Optional<Node<T>> root;
    private final Entry<T> otherwise;

    private Shelf(Optional<Node<T>> root, Entry<T> otherwise) {
        this.root = root;
        this.otherwise = otherwise;
    }

    /// What is known of one name.
    sealed interface Entry<T> {
        /// It is there.
        record There<T>(T thing) implements Entry<T> {}

        /// It isn't there.
        record Gone<T>() implements Entry<T> {}

        /// It can't be told, and why.
        record Doubtful<T>(String reason) implements Entry<T> {}
    }

    /// Exactly these things, and no others.
    static <T> Shelf<T> of(Map<TableName, T> things) {
        var shelf = new Shelf<T>(Optional.empty(), new Entry.Gone<>());
        for (var thing : things.entrySet()) {
            shelf = shelf.with(thing.getKey(), new Entry.There<>(thing.getValue()));
        }
        return shelf;
    }

    /// Nothing is known of any name.
    static <T> Shelf<T> doubtful(String reason) {
        return new Shelf<>(Optional.empty(), new Entry.Doubtful<>(reason));
    }

    Entry<T> at(TableName name) {
        var node = root;
        while (node.isPresent()) {
            int order = compare(name, node.get().name);
            if (order == 0) {
                return node.get().entry;
            }
            node = order < 0 ? node.get().left : node.get().right;
        }
        return otherwise;
    }

    Optional<T> thing(TableName name) {
        return at(name) instanceof Entry.There<T>(var thing) ? Optional.of(thing) : Optional.empty();
    }

    /// Whether names that were never spoken of are known to be absent.
    boolean isComplete() {
        return otherwise instanceof Entry.Gone<T>;
    }

    Shelf<T> with(TableName name, Entry<T> entry) {
        return new Shelf<>(Optional.of(insert(root, name, entry)), otherwise);
    }

    Shelf<T> with(TableName name, T thing) {
        return with(name, new Entry.There<>(thing));
    }

    Shelf<T> without(TableName name) {
        return with(name, new Entry.Gone<>());
    }

    /// What is there, sorted by name.
    Map<TableName, T> things() {
        var things = new LinkedHashMap<TableName, T>();
        forEach(things::put);
        return things;
    }

    /// Visits what is there, sorted by name.
    void forEach(BiConsumer<TableName, T> visitor) {
        visit(root, (name, entry) -> {
            if (entry instanceof Entry.There<T>(var thing)) {
                visitor.accept(name, thing);
            }
        });
    }

    /// The first name, in their order, whose thing fits.
    Optional<TableName> find(BiPredicate<TableName, T> fits) {
        return find(root, fits);
    }

    private static <T> Optional<TableName> find(Optional<Node<T>> node, BiPredicate<TableName, T> fits) {
        if (node.isEmpty()) {
            return Optional.empty();
        }
        var here = node.get();
        return find(here.left, fits).or(() -> here.entry instanceof Entry.There<T>(var thing)
                && fits.test(here.name, thing) ? Optional.of(here.name) : find(here.right, fits));
    }

    /// Why single names are in doubt.
    Stream<String> doubts() {
        var reasons = Stream.<String>builder();
        visit(root, (_, entry) -> {
            if (entry instanceof Entry.Doubtful<T>(var reason)) {
                reasons.add(reason);
            }
        });
        return reasons.build();
    }

    private static <T> void visit(Optional<Node<T>> node, BiConsumer<TableName, Entry<T>> visitor) {
        if (node.isPresent()) {
            visit(node.get().left, visitor);
            visitor.accept(node.get().name, node.get().entry);
            visit(node.get().right, visitor);
        }
    }

    private static int compare(TableName one, TableName other) {
        int order = one.name().compareTo(other.name());
        return order != 0 ? order : one.schema().orElse("").compareTo(other.schema().orElse(""));
    }

    private static <T> Node<T> insert(Optional<Node<T>> node, TableName name, Entry<T> entry) {
        if (node.isEmpty()) {
            return new Node<>(name, entry, Optional.empty(), Optional.empty());
        }
        var here = node.get();
        int order = compare(name, here.name);
        if (order == 0) {
            return new Node<>(name, entry, here.left, here.right);
        }
        return order < 0
                ? balanced(here, Optional.of(insert(here.left, name, entry)), here.right)
                : balanced(here, here.left, Optional.of(insert(here.right, name, entry)));
    }

    /// An AVL tree's rotations: the heights of two siblings differ by one at most.
    private static <T> Node<T> balanced(Node<T> top, Optional<Node<T>> left, Optional<Node<T>> right) {
        int lean = height(left) - height(right);
        if (lean > 1) {
            var heavy = left.orElseThrow();
            return rotatedRight(top, height(heavy.left) >= height(heavy.right)
                    ? heavy
                    : rotatedLeft(heavy, heavy.left,
                            heavy.right.orElseThrow()),
                    right);
        }
        if (lean < -1) {
            var heavy = right.orElseThrow();
            return rotatedLeft(top, left, height(heavy.right) >= height(heavy.left)
                    ? heavy
                    : rotatedRight(heavy,
                            heavy.left.orElseThrow(), heavy.right));
        }
        return top.with(left, right);
    }

    private static <T> Node<T> rotatedRight(Node<T> top, Node<T> left, Optional<Node<T>> right) {
        return left.with(left.left, Optional.of(top.with(left.right, right)));
    }

    private static <T> Node<T> rotatedLeft(Node<T> top, Optional<Node<T>> left, Node<T> right) {
        return right.with(Optional.of(top.with(left, right.left)), right.right);
    }

    private static <T> int height(Optional<Node<T>> node) {
        return node.map(n -> n.height).orElse(0);
    }

    private static final class Node<T> {
        private final TableName name;
        private final Entry<T> entry;
        private final Optional<Node<T>> left;
        private final Optional<Node<T>> right;
        private final int height;

        Node(TableName name, Entry<T> entry, Optional<Node<T>> left, Optional<Node<T>> right) {
            this.name = name;
            this.entry = entry;
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(height(left), height(right));
        }

        Node<T> with(Optional<Node<T>> otherLeft, Optional<Node<T>> otherRight) {
            return new Node<>(name, entry, otherLeft, otherRight);
        }
    }
}
