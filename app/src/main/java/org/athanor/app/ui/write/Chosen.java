package org.athanor.app.ui.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.athanor.engine.Autogeneration;
import org.athanor.engine.Proposal;
import org.athanor.engine.RenameAnswers;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.compare.SchemaDifference;

/// What somebody wants of a proposal: which candidates are renames, as far as that is answered, and what is left out.
public record Chosen(Proposal proposal, Map<RenameCandidate, Boolean> answers, Set<SchemaDifference> leftOut) {
    public Chosen {
        answers = Map.copyOf(answers);
        leftOut = Set.copyOf(leftOut);
    }

    static Chosen all(Proposal proposal) {
        return new Chosen(proposal, Map.of(), Set.of());
    }

    /// What differs is another thing once something is renamed, so all of it is wanted again.
    Chosen answered(RenameCandidate candidate, boolean isRename) {
        var more = new HashMap<>(answers);
        more.put(candidate, isRename);
        return new Chosen(proposal, more, Set.of());
    }

    Chosen ticked(SchemaDifference difference, boolean is) {
        var others = new HashSet<>(leftOut);
        if (is) {
            others.remove(difference);
        } else {
            others.add(difference);
        }
        return new Chosen(proposal, answers, others);
    }

    public boolean isAnswered() {
        return answers.keySet().containsAll(proposal.questions());
    }

    /// Only once everything is answered.
    Autogeneration whole() {
        return proposal.answered(new RenameAnswers(renames(), true));
    }

    Autogeneration autogeneration() {
        return whole().without(leftOut);
    }

    private List<String> renames() {
        return proposal.questions().stream().filter(c -> answers.getOrDefault(c, false)).map(RenameAnswers::option)
                .toList();
    }

    /// The options of the command line that say the same.
    Stream<String> words() {
        var no = answers.containsValue(false) ? Stream.of("--no-rename") : Stream.<String>empty();
        return Stream.of(Stream.of("--autogenerate"), renames().stream().flatMap(r -> Stream.of("--rename", r)), no)
                .flatMap(s -> s);
    }
}
