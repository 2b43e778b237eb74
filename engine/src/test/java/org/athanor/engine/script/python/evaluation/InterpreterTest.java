package org.athanor.engine.script.python.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.PythonFault.Kind;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterTest {
    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String result(String program) {
        return Evaluated.module(program, folder.resolve("versions/revision.py")).call("f", Arguments.of()).written();
    }

    private ModuleScope revision(String program) {
        return Evaluated.module(program, folder.resolve("revision.py"));
    }

    @Test
    void a_function_gets_its_arguments_by_name() {
        var scope = revision("def upgrade(engine_name): return engine_name + '!'\n");

        assertThat(scope.parameters("upgrade").orElseThrow()).extracting(p -> p.name()).containsExactly("engine_name");
        assertThat(scope.parameters("downgrade")).isEmpty();
        assertThat(scope.call("upgrade", new Arguments(List.of(), Map.of("engine_name", new Text("a")), 0)))
                .isEqualTo(new Text("a!"));
    }

    @Test
    void a_module_beside_the_revision_is_read() throws IOException {
        file("helpers.py", "NAMES = ['a', 'b']\ndef joined(by): return by.join(NAMES)\n");

        var scope = revision("""
                from helpers import joined
                import helpers as h
                def f(): return joined('-') + str(len(h.NAMES))
                """);

        assertThat(scope.call("f", Arguments.of())).isEqualTo(new Text("a-b2"));
    }

    @Test
    void packages_and_relative_imports_are_followed() throws IOException {
        file("tools/__init__.py", "VERSION = 3\n");
        file("tools/texts.py", "from . import VERSION\nfrom .more import WORD\ntext = f'{WORD}{VERSION}'\n");
        file("tools/more.py", "WORD = 'w'\n");

        var scope = revision("""
                from tools.texts import text
                import tools.more
                def f(): return text + tools.more.WORD
                """);

        assertThat(scope.call("f", Arguments.of())).isEqualTo(new Text("w3w"));
    }

    @Test
    void modules_that_import_each_other_come_to_an_end() throws IOException {
        file("a.py", "import b\nX = 1\ndef y(): return b.Y\n");
        file("b.py", "from a import X\nY = 2\nZ = X\n");

        assertThat(revision("import a\ndef f(): return a.y()\n").call("f", Arguments.of()).written()).isEqualTo("2");
    }

    @Test
    void a_module_that_is_not_there_is_a_fault_only_where_it_is_used() {
        var scope = revision("""
                import app.models
                from app.settings import URL
                Base = app.models.base()
                def g(): return 1
                def f():
                    return URL + 'x'
                """);

        assertThat(scope.call("g", Arguments.of()).written()).isEqualTo("1");
        assertThatThrownBy(() -> scope.call("f", Arguments.of())).isInstanceOfSatisfying(PythonFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(fault.reason()).isEqualTo("app.settings.URL (imported in line 2) isn't read here");
            assertThat(fault.line()).isEqualTo(6);
        });
    }

    @Test
    void what_hangs_on_a_module_that_may_be_installed_is_not_known() {
        var scope = revision("""
                try:
                    import nosuch
                    fast = True
                except ImportError:
                    fast = False
                try:
                    import nosuch.other
                except ImportError:
                    raise
                try:
                    import json
                    known = 1
                except (ValueError, ImportError):
                    known = 2
                def f(): return 1 if fast else 2
                def g(): return known
                def h():
                    try:
                        from nosuch import name
                    except ImportError:
                        return 'without'
                    return 'with'
                """);

        assertThat(scope.call("g", Arguments.of()).written()).isEqualTo("1");
        assertThatThrownBy(() -> scope.call("f", Arguments.of())).hasMessageContaining("line 4")
                .hasMessageContaining("Whether nosuch can be imported isn't known here");
        assertThatThrownBy(() -> scope.call("h", Arguments.of())).hasMessageContaining("Whether nosuch can be");
    }

    @Test
    void what_unread_code_may_have_changed_is_not_known() {
        var scope = revision("""
                import app
                names = ['a']
                for model in app.models():
                    names.append(model)
                others = ['b']
                def f(): return names[0]
                def g(): return others[0]
                """);

        assertThat(scope.call("g", Arguments.of())).isEqualTo(new Text("b"));
        assertThatThrownBy(() -> scope.call("f", Arguments.of())).hasMessageContaining("line 3").hasMessageContaining(
                "app.models");
    }

    @Test
    void a_fault_in_another_module_names_its_file() throws IOException {
        file("helpers.py", "import app\ndef h():\n    return app.x()\n");

        assertThatThrownBy(() -> revision("from helpers import h\ndef f():\n    return h()\n").call("f",
                Arguments.of())).isInstanceOfSatisfying(PythonFault.class, fault -> {
                    assertThat(fault.file()).isEqualTo("helpers.py");
                    assertThat(fault.line()).isEqualTo(3);
                });
    }

    @Test
    void a_file_beside_the_revision_can_be_read() throws IOException {
        file("data/rows.csv", "id,name\n1,a\n");

        var scope = revision("""
                import csv, os
                from pathlib import Path
                HERE = os.path.dirname(os.path.abspath(__file__))
                def f():
                    with open(os.path.join(HERE, 'data', 'rows.csv')) as file:
                        rows = list(csv.DictReader(file))
                    return str(rows) + (Path(__file__).parent / 'data' / 'rows.csv').read_text()
                """);

        assertThat(scope.call("f", Arguments.of())).isEqualTo(new Text("[{'id': '1', 'name': 'a'}]id,name\n1,a\n"));
    }

    @Test
    void time_stands_still() throws IOException {
        file("versions/x", "");

        assertThat(result("from datetime import datetime, timezone\ndef f(): return datetime.now(timezone.utc)\n"))
                .isEqualTo("datetime.datetime(2026, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc)");
    }

    @Test
    void members_of_an_enumeration_are_there_for_the_vocabulary() {
        var members = revision("import enum\nclass E(str, enum.Enum):\n    A = 'a'\n").name("E").orElseThrow()
                .attribute("__members__");

        var member = members.item(new Text("A"));
        assertThat(member.attribute("value")).isEqualTo(new Text("a"));
        assertThat(member.plain()).isEqualTo(new Text("a"));
    }

    @Test
    void an_exception_of_the_file_is_told() {
        assertThatThrownBy(() -> revision("def f():\n    x = 1\n    raise ValueError(f'no {x}')\n").call("f",
                Arguments.of())).isInstanceOfSatisfying(PythonFault.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.RAISED);
                    assertThat(fault.type()).isEqualTo("ValueError");
                    assertThat(fault.reason()).isEqualTo("no 1");
                    assertThat(fault.line()).isEqualTo(3);
                });
    }

    @Test
    void an_unknown_value_is_not_given_to_an_operation() {
        var given = new java.util.ArrayList<Value>();
        var scope = revision("import app\ndef f(op): op([app.x])\n");
        var operation = org.athanor.engine.script.python.value.NativeFunction.of("op", "x", bound -> {
            given.add(bound.get("x"));
            return bound.get("x");
        });

        assertThatThrownBy(() -> scope.call("f", Arguments.of(operation))).hasMessageContaining("app.x");
        assertThat(given).isEmpty();
    }
}
