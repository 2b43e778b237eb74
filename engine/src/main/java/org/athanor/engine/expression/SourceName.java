package org.athanor.engine.expression;

/// The name of an alias or a label.
public sealed interface SourceName {
    /// A name that the revision gives.
    record Given(String text) implements SourceName {}

    /// A name that is made when the text is: `base_1`, `base_2`, in the order in which they are met. Each is itself alone.
    final class Made implements SourceName {
        private final String base;

        public Made(String base) {
            this.base = base;
        }

        public String base() {
            return base;
        }
    }
}
