package org.athanor.engine.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.project.ProjectConfig.NewFiles.Format;
import org.athanor.engine.script.python.writing.PythonBody;
import org.athanor.engine.template.Value;

/// What a new revision does, in the language of its project.
public sealed interface Contents {
    /// Functions of a Python revision.
    record Python(PythonBody upgrade, PythonBody downgrade) implements Contents {}

    /// Sections of a SQL revision.
    record Sql(Product product, List<Sql.Line> upgrade, List<Sql.Line> downgrade) implements Contents {
        public Sql {
            upgrade = List.copyOf(upgrade);
            downgrade = List.copyOf(downgrade);
        }

        /// A statement, and whether it runs inside of the step's transaction.
        public record Line(String text, boolean transactional) {}
    }

    default Format format() {
        return switch (this) {
            case Python _ -> Format.PYTHON;
            case Sql _ -> Format.SQL;
        };
    }

    /// What fills the places of the project's template. `named` says that sections name their product.
    default Map<String, Value> values(boolean named) {
        return switch (this) {
            case Python(var upgrade, var downgrade) -> {
                var imports = new java.util.TreeSet<>(Set.copyOf(upgrade.imports()));
                imports.addAll(downgrade.imports());
                var values = new HashMap<String, Value>();
                values.put("upgrades", Value.text(indented(upgrade.framed())));
                values.put("downgrades", Value.text(indented(downgrade.framed())));
                if (!imports.isEmpty()) {
                    values.put("imports", Value.text(String.join("\n", imports)));
                }
                yield values;
            }
            case Sql(var product, var upgrade, var downgrade) -> Map.of("sections", Value.text(
                    new SectionText(named ? " " + product.code() : "").of(upgrade, downgrade)));
        };
    }

    /// Lines after the first stand four blanks to the right, inside the function.
    private static String indented(String code) {
        return code.replace("\n", "\n    ").replaceAll("(?m)^ +$", "");
    }
}
