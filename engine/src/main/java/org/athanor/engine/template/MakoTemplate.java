package org.athanor.engine.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// A template in the part of Mako that templates of revisions use. What lies outside of that part is refused with its
/// line and never guessed at.
public final class MakoTemplate {
    private final Path file;
    private final List<Node> nodes;

    private MakoTemplate(Path file, List<Node> nodes) {
        this.file = file;
        this.nodes = nodes;
    }

    /// Reads a template; `file` is what a refusal names.
    public static MakoTemplate parse(Path file, String text) {
        try {
            return new MakoTemplate(file, MakoParser.parse(text));
        } catch (TemplateFault e) {
            throw refusal(file, e);
        }
    }

    /// The text that the template makes of these values.
    public String render(Map<String, Value> values) {
        try {
            return new Renderer(values).render(nodes);
        } catch (TemplateFault e) {
            throw refusal(file, e);
        }
    }

    private static Refusal refusal(Path file, TemplateFault fault) {
        return new Refusal(
                Problem.at(file, fault.line(), ProblemKind.BAD_TEMPLATE, fault.reason(), fault.hint()));
    }
}
