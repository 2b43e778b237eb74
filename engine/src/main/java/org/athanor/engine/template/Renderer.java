package org.athanor.engine.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a template's pieces one after the other. What they assign lives as long as the rendering.
final class Renderer {
    private static final String NO_FILTERS = "n";

    private final Map<String, Value> values;
    private final StringBuilder text = new StringBuilder();

    Renderer(Map<String, Value> values) {
        this.values = new HashMap<>(values);
    }

    String render(List<Node> nodes) throws TemplateFault {
        write(nodes);
        return text.toString();
    }

    private void write(List<Node> nodes) throws TemplateFault {
        for (var node : nodes) {
            switch (node) {
                case Node.Literal(var literal) -> text.append(literal);
                case Node.Substitution substitution -> text.append(substituted(substitution));
                case Node.Condition(var branches) -> write(chosen(branches));
                case Node.Loop loop -> repeat(loop);
                case Node.Assignment(var name, var expression, var line) ->
                    values.put(name, evaluator(line).value(expression));
            }
        }
    }

    private String substituted(Node.Substitution substitution) throws TemplateFault {
        var evaluator = evaluator(substitution.line());
        var value = evaluator.value(substitution.expression());
        for (var filter : substitution.filters()) {
            if (!filter.equals(NO_FILTERS)) {
                value = evaluator.call(filter, List.of(value));
            }
        }
        return evaluator.shown(value);
    }

    private List<Node> chosen(List<Node.Branch> branches) throws TemplateFault {
        for (var branch : branches) {
            if (branch.condition().isEmpty()) {
                return branch.nodes();
            }
            var evaluator = evaluator(branch.line());
            if (Evaluator.isTrue(evaluator.value(branch.condition().get()))) {
                return branch.nodes();
            }
        }
        return List.of();
    }

    private void repeat(Node.Loop loop) throws TemplateFault {
        var evaluator = evaluator(loop.line());
        for (var element : evaluator.elements(evaluator.value(loop.over()))) {
            var parts = loop.names().size() == 1 ? List.of(element) : evaluator.elements(element);
            if (parts.size() != loop.names().size()) {
                throw TemplateFault.unknown(loop.line(), "There are %d names for %d values"
                        .formatted(loop.names().size(), parts.size()));
            }
            for (int i = 0; i < parts.size(); i++) {
                values.put(loop.names().get(i), parts.get(i));
            }
            write(loop.nodes());
        }
    }

    private Evaluator evaluator(int line) {
        return new Evaluator(values, line);
    }
}
