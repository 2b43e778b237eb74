package org.athanor.app.ui.write;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.project.NewRevision;

/// What stands in the fields of the sheet; `chosen` is what the revision does, if that was found by comparing.
public record Wanted(String message, Parent parent, Optional<String> template, String label, String dependsOn,
        String id, Optional<Chosen> chosen) {
    Wanted(String message, Parent parent, Optional<String> template, String label, String dependsOn, String id) {
        this(message, parent, template, label, dependsOn, id, Optional.empty());
    }

    NewRevision asked() {
        return new NewRevision(text(message), parent.names(), parent.splice(), text(label), Optional.empty(), text(id),
                Stream.of(dependsOn.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty()).toList(),
                template);
    }

    /// The line of the command line that writes the same.
    List<String> words() {
        var asked = asked();
        boolean isMerge = parent.names().size() > 1;
        var words = Stream.<Stream<String>>builder().add(Stream.of(isMerge ? "merge" : "revision"));
        asked.message().ifPresent(m -> words.add(Stream.of("-m", m)));
        asked.id().ifPresent(i -> words.add(Stream.of("--rev-id", i)));
        asked.branchLabel().ifPresent(l -> words.add(Stream.of("--branch-label", l)));
        if (parent.splice()) {
            words.add(Stream.of("--splice"));
        }
        if (isMerge) {
            words.add(parent.names().stream());
        } else {
            words.add(Stream.of("--head", parent.names().getFirst()));
            asked.dependsOn().forEach(d -> words.add(Stream.of("--depends-on", d)));
            template.ifPresent(t -> words.add(Stream.of("--template", t)));
            chosen.ifPresent(c -> words.add(c.words()));
        }
        return words.build().flatMap(s -> s).toList();
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }
}
