package org.athanor.engine.script.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.python.syntax.PythonSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the header of a Python revision says, in the many ways in which it may be written.
class PythonHeaderTest {
    private final Path folder;

    PythonHeaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"revision = 'dddd'; down_revision = 'cccc'",
            "revision, down_revision = 'dddd', 'cccc'", "(down_revision, revision) = ('cccc', 'dddd')",
            "revision = 'dd'~revision += 'dd'~down_revision = 'cccc'",
            "x = revision = 'dddd'~down_revision = 'cccc'", "revision: str~revision = 'dddd'~down_revision = 'cccc'",
            "N = 3~revision = f'd{\"d\" * N}'~down_revision = 'c%s' % ('c' * N)",
            "revision = 'dd{}'.format('dd')~down_revision = ''.join(['cc', 'cc'])",
            "revision = ['aaaa', 'dddd'][1]~down_revision = 'cccc' if revision else None",
            "revision = 'aaaa'~if True:~    revision = 'dddd'~down_revision = 'cccc'",
            "revision = 'aaaa'~if 1: revision = 'dddd'~down_revision = 'cccc'",
            "for revision in ['aaaa', 'dddd']:~    pass~down_revision = 'cccc'",
            "try:~    import json~    revision = 'dddd'~except ImportError:~    revision = 'b'~down_revision = 'cccc'",
            "try:~    import nosuch~except ImportError:~    nosuch = None~revision = 'dddd'~down_revision = 'cccc'",
            "try:~    import nosuch~    revision = 'dddd'~except ImportError:~    raise~down_revision = 'cccc'",
            "revision = 'dddd'~down_revision = 'aaaa'~down_revision = down_revision.replace('aa', 'cc')"})
    void an_id_and_a_parent_however_they_are_written(String lines) {
        var revision = read(lines.replace('~', '\n'));

        assertThat(revision.id().value()).isEqualTo("dddd");
        assertThat(revision.downRevisions()).singleElement().asString().isEqualTo("cccc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"depends_on = ''", "depends_on = ('',)", "branch_labels = ('',)",
            "branch_labels = ''", "depends_on = 'x'~del depends_on", "depends_on = ['x']~depends_on.remove('x')",
            "depends_on = set()", "depends_on = tuple()"})
    void empty_texts_name_nothing(String line) {
        var revision = read("revision = 'dddd'\ndown_revision = None\n" + line.replace('~', '\n'));

        assertThat(revision.dependsOn()).isEmpty();
        assertThat(revision.branchLabels()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"depends_on = ['b'] + ['c']", "depends_on = ['b']~depends_on += ['c']",
            "depends_on = ['b']~depends_on.append('c')", "depends_on = ['c']~depends_on.insert(0, 'b')",
            "depends_on = ('b', *['c'])", "depends_on = ['b', 'x']~depends_on[1] = 'c'",
            "depends_on = {'b'}~depends_on.update(['c'])", "depends_on = [x for x in 'bc']", "depends_on = tuple('bc')",
            "from _deps import DEPS as depends_on", "depends_on=None~from _deps import DEPS as depends_on",
            "from _deps import *", "depends_on=['b']~def add(l, x): l.append(x)~~add(depends_on, 'c')",
            "depends_on=['b']~[depends_on.append(d) for d in ('c',)]", "depends_on=['b']~x = depends_on.append('c')",
            "depends_on=['b']~list.append(depends_on, 'c')", "depends_on=['b']~(depends_on.append)('c')",
            "depends_on = a = ['b']~a += ['c']", "depends_on=['b']~x = depends_on~x.append('c')",
            "def setup():~    global depends_on~    depends_on = 'b', 'c'~~setup()",
            "match ('b', 'c'):~    case depends_on:~        pass"})
    void containers_are_filled_in_many_ways(String lines) throws IOException {
        Files.writeString(folder.resolve("_deps.py"), "depends_on = DEPS = ('b', 'c')\n");

        assertThat(read("revision = 'dddd'\ndown_revision = None\n" + lines.replace('~', '\n')).dependsOn())
                .containsExactly("b", "c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "revision = ''~down_revision = None | x.py:1 bad-header: The revision's id is an empty text",
            "revision = ('a', 'b')~down_revision = None | x.py:1 bad-header: The revision's id is a list, and one text is wanted",
            "revision = 'head'~down_revision = None | x.py:1 bad-id: 'head' can't be a revision id: the word has a meaning of its own",
            "x = ((~revision = 'a'~down_revision = None | x.py:1 bad-header: revision can't be read: '(' opens here and never closes",
            "revision = None~down_revision = None | x.py:1 bad-header: The file declares no revision",
            "revision = 'a'~down_revision = '' | x.py:2 bad-header: down_revision is an empty text, which is no revision",
            "revision = 'a'~down_revision = ('b', '') | x.py:2 bad-header: down_revision is an empty text, which is no revision",
            "revision = 'a'~down_revision = 'b'~del down_revision | x.py:2 bad-header: The file declares no down_revision",
            "revision = 'a'~down_revision = None + 'b' | x.py:2 bad-header: down_revision is not a plain value: what it adds doesn't go together",
            "import uuid~revision = uuid.uuid4().hex~down_revision = None | x.py:2 bad-header: revision is not a plain value: '.hex' is not known",
            "import os~revision = os.environ['ID']~down_revision = None | x.py:2 bad-header: revision is not a plain value: it is computed",
            "try:~    import nosuch~    revision = 'b'~except ImportError:~    revision = 'a'~down_revision = None | x.py:5 bad-header: revision is not a plain value: it hangs on a condition that can't be told here",
            "revision = 'a'~try:~    from nosuch import x~except (ImportError, ValueError):~    revision = 'b'~down_revision = None | x.py:5 bad-header: revision is not a plain value: it hangs on a condition that can't be told here",
            "import os~if os.environ.get('X'):~    revision = 'b'~down_revision = None | x.py:3 bad-header: revision is not a plain value: it hangs on a condition that can't be told here",
            "if False:~    revision = 'b'~down_revision = None | x.py:2 bad-header: The file declares no revision",
            "revision = 'a'~down_revision = None~exec(\"revision = 'b'\") | x.py:3 bad-header: The header can't be told: this line may set any name",
            "from app import name~revision = 'a'~revision += name~down_revision = None | x.py:3 bad-header: revision is not a plain value: 'name' comes from app, which is not at hand"})
    void what_names_no_revision_is_told_with_its_line(String lines, String told) {
        var problems = new ArrayList<Problem>();

        var read = PythonHeader.read(folder.resolve("x.py"), lines.replace('~', '\n'), problems::add);

        assertThat(read).isEmpty();
        assertThat(problems).singleElement()
                .extracting(p -> p.place().orElseThrow().toString().replace(folder + "/", "") + " " + p.kind().code()
                        + ": " + p.message())
                .isEqualTo(told);
    }

    @Test
    void what_the_folder_may_have_counts_if_it_does() {
        var described = PythonHeader.read(folder.resolve("x.py"), """
                revision = 'a'
                down_revision = None
                depends_on = ['b']
                try:
                    import elsewhere
                    depends_on.append('c')
                except ImportError:
                    pass
                """, problem -> assertThat(problem).isNull()).orElseThrow();

        assertThat(described.revision().dependsOn()).containsExactly("b");
        assertThat(described.dependsOnIfPresent()).containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource({"latin-1,ISO-8859-1", "cp1252,windows-1252", "iso-8859-15,ISO-8859-15", "utf8,UTF-8",
            "UTF_8,UTF-8"})
    void a_file_says_in_which_encoding_it_is(String name, String charset) throws IOException {
        var file = folder.resolve("x.py");
        Files.writeString(file, "#!/usr/bin/env python\n# -*- coding: %s -*-\n'Größe'\n".formatted(name),
                java.nio.charset.Charset.forName(charset));

        assertThat(PythonSource.read(file)).contains("Größe");
    }

    @Test
    void an_encoding_below_the_second_line_says_nothing() throws IOException {
        var file = Files.writeString(folder.resolve("x.py"), "'ä'\n# coding: latin-1\n", StandardCharsets.UTF_8);

        assertThat(PythonSource.read(file)).startsWith("'ä'");
    }

    private Revision read(String lines) {
        var problems = new ArrayList<Problem>();
        var read = PythonHeader.read(folder.resolve("x.py"), lines, problems::add);
        assertThat(problems).isEqualTo(List.of());
        return read.orElseThrow().revision();
    }
}
