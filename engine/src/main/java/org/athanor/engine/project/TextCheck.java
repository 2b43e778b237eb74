package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.script.python.PythonHeader;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.sqlfile.SqlScriptReader;

/// Looks at the text of one revision while it is being written, before it is a file. What needs other files, a schema or a
/// database is left to those who have them.
public final class TextCheck {
    private TextCheck() {}

    /// What is wrong with a revision's text, by line; what is no revision's file has no faults here.
    public static List<Problem> faults(Path file, String text, Dialect dialect) {
        var name = file.toString();
        if (name.endsWith(".sql")) {
            return SqlScriptReader.faults(file, text, dialect);
        }
        return name.endsWith(".py") ? python(file, text) : List.of();
    }

    /// A slip of the pen stands in the way of everything, so it is told alone.
    private static List<Problem> python(Path file, String text) {
        try {
            PythonParser.parse(text);
        } catch (PythonSyntaxException e) {
            return List.of(Problem.at(file, e.line(), ProblemKind.BAD_SCRIPT, e.reason(),
                    "Mend the line; Python would stop there, too."));
        }
        var problems = new ArrayList<Problem>();
        PythonHeader.read(file, text, problems::add);
        return problems;
    }
}
