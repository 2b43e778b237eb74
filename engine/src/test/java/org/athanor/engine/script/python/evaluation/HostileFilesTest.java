package org.athanor.engine.script.python.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.athanor.engine.script.python.value.PythonFault;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that mean harm end in an error, soon.
class HostileFilesTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"while True: pass", "x = 'x' * 10 ** 9", "x = 10 ** 10 ** 9", "x = [0] * 10 ** 9",
            "x = list(range(10 ** 9))", "x = 'a'\nwhile True: x += x", "x = [0]\nwhile True: x += x",
            "x = [[]]\nfor _ in range(60): x = [x, x]\nr = repr(x)", "def f(): f()\nf()",
            "def f(n): return f(n + 1)\nf(0)", "f = lambda: f()\nf()", "x = 1 << 10 ** 9",
            "x = '%s' % ('a' * 10 ** 8)", "x = '%1000000000d' % 1", "x = '{:1000000000}'.format('a')",
            "x = f'{1:>1000000000}'", "x = 'a'.ljust(10 ** 9)", "x = 'a'.zfill(10 ** 9)",
            "x = ','.join(str(i) for i in range(10 ** 9))", "x = 'a' * 10 ** 6\nx = x.replace('a', x)",
            "import itertools\nx = list(itertools.count())", "import itertools\nfor _ in itertools.cycle('ab'): pass",
            "import itertools\nx = list(itertools.product(range(100), repeat=10))",
            "import itertools\nx = list(itertools.permutations(range(20)))",
            "x = [a for a in range(10 ** 5) for b in range(10 ** 5)]", "x = sum(i for i in range(10 ** 12))",
            "import re\nre.match(r'(a|aa)+\\1\\1x?b', 'a' * 60 + 'c')",
            "import re\nre.match(r'(.*)*x', 'a' * 100000)",
            "import re\nre.match('(' * 20000 + ')' * 20000, '')", "import math\nmath.factorial(10 ** 9)",
            "x = 3 ** 10 ** 7", "x = 7\nwhile True: x = x * x", "def g():\n    while True: yield 1\nx = list(g())",
            "class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().y",
            "class A:\n    def __repr__(self): return repr(self)\nr = repr(A())",
            "class A:\n    def __eq__(self, o): return self == o\nA() == A()",
            "x = []\nfor _ in range(100000): x = [x]\nr = repr(x)",
            "x = []\nfor _ in range(100000): x = [x]\ny = []\nfor _ in range(100000): y = [y]\nx == y",
            "x = ()\nfor _ in range(100000): x = (x,)\nhash(x)", "d = {}\nfor i in range(10 ** 9): d[i] = i",
            "import json\njson.loads('[' * 100000)", "import copy\nx = []\nx.append(x)\ncopy.deepcopy(x)",
            "x = bytes(10 ** 10)", "import textwrap\nx = 'a\\n' * 10 ** 8", "x = pow(3, 10 ** 9)",
            "x = 'a'.encode() * 10 ** 9", "from decimal import Decimal\nx = Decimal('1e999999999')",
            "x = ' ' * 10 ** 7\nfor _ in range(10 ** 6): x.split('a')",
            "def a():\n    yield from a()\nlist(a())", "def g():\n    yield\ngs = [g() for _ in range(10 ** 4)]\n"
                    + "for x in gs: next(x)",
            "x = 'a'\nfor _ in range(60): x = x.replace('a', 'aa')", "x = '\\\\'\nfor _ in range(60): x = repr(x)",
            "import enum\nE = enum.Enum('E', [f'a{i}' for i in range(100000)])",
            "import textwrap\nx = 'a\\n' * 10 ** 5\nfor _ in range(1000): x = textwrap.indent(x, '  ')",
            "x = 'a'\nfor _ in range(100): x = x.replace('', 'b')",
            "y = 'a' * 10 ** 7\nfor _ in range(10 ** 6): y.count('a')",
            "import string\nx = 'a'\nfor _ in range(100): x = string.Template('$a$a').substitute(a=x)",
            "import itertools\nlist(itertools.permutations(range(50)))",
            "x = 'ab'\nfor _ in range(60): x = '{0}{0}'.format(x)",
            "try:\n    while True: pass\nexcept: r = 1", "def f():\n    try: f()\n    except: f()\nf()",
            "try:\n    while True: pass\nfinally:\n    while True: pass"})
    void a_file_that_takes_too_much_ends(String program) {
        var fault = Assertions.assertTimeoutPreemptively(SOON, () -> Evaluated.fault(program + "\n"));

        assertThat(fault.kind() == PythonFault.Kind.EXHAUSTED || fault.type().equals("RecursionError")
                || fault.type().equals("OverflowError"))
                .as(fault.kind() + " " + fault.type() + " " + fault.reason()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"__import__('os').system('touch harm')", "import os\nos.system('true')",
            "import os\nos.remove('x')", "import os\nos.listdir('/')", "import os\nos.environ['PATH']",
            "import os\nos.getenv('PATH')", "import subprocess\nsubprocess.run(['true'])",
            "import socket\nsocket.socket()", "import shutil\nshutil.rmtree('/')", "import ctypes\nctypes.CDLL(None)",
            "import importlib\nimportlib.import_module('os')", "open('/etc/passwd').read()",
            "open('../../etc/passwd')", "open('x', 'w')", "from pathlib import Path\nPath('/etc/passwd').read_text()",
            "from pathlib import Path\nPath('x').write_text('y')", "from pathlib import Path\nPath('x').unlink()",
            "eval('1')", "exec('x = 1')", "compile('1', '', 'eval')",
            "().__class__.__bases__[0].__subclasses__()", "(lambda: 0).__globals__", "(lambda: 0).__code__",
            "''.__class__.__mro__[1].__subclasses__()", "import sys\nsys._getframe()", "import gc\ngc.get_objects()",
            "import pickle\npickle.loads(b'')", "import threading\nthreading.Thread()",
            "import asyncio\nasyncio.run(1)",
            "import urllib.request\nurllib.request.urlopen('http://x')", "import requests\nrequests.get('x')",
            "getattr(__builtins__, 'eval')('1')", "globals()['__builtins__']", "input()",
            "import random\nrandom.random()",
            "import sys\nsys.exit(1)", "import secrets\nsecrets.token_hex()"})
    void what_reaches_out_of_the_file_is_refused(String program) {
        var lines = program.split("\n", -1);
        lines[lines.length - 1] = "    return " + lines[lines.length - 1];
        var indented = String.join("\n", List.of(lines).subList(0, lines.length - 1)) + "\ndef f():\n"
                + lines[lines.length - 1] + "\n";

        var fault = Assertions.assertTimeoutPreemptively(SOON, () -> Evaluated.fault(indented));

        assertThat(fault.kind() == PythonFault.Kind.UNREADABLE || fault.type().equals("NameError")
                || fault.type().equals("KeyError") || fault.type().equals("AttributeError"))
                .as(fault.kind() + " " + fault.type() + " " + fault.reason()).isTrue();
        assertThat(Files.exists(Path.of("/tmp/harm"))).isFalse();
    }

    @Test
    void a_bare_except_catches_only_exceptions() {
        var fault = Evaluated.fault("""
                import app
                def f():
                    try:
                        app.start()
                    except:
                        return 1
                """);

        assertThat(fault.kind()).isEqualTo(PythonFault.Kind.UNREADABLE);
        assertThat(fault.reason()).contains("app.start");
        assertThat(fault.line()).isEqualTo(4);
    }

    @Test
    void a_link_that_leads_out_of_the_project_is_not_followed(@TempDir Path folder) throws IOException {
        var project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(project.resolve("link.txt"), folder.resolve("secret.txt"));

        var fault = Evaluated.fault("def f(): return open('link.txt').read()\n", project.resolve("a.py"));

        assertThat(fault.kind()).isEqualTo(PythonFault.Kind.UNREADABLE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(20)
    void a_pipe_is_not_waited_for(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor()).isZero();

        var fault = Evaluated.fault("def f(): return open('pipe').read()\n", folder.resolve("a.py"));

        assertThat(fault.kind()).isEqualTo(PythonFault.Kind.UNREADABLE);
        assertThat(fault.reason()).contains("no plain file");
    }

    @Test
    void generators_that_nobody_finishes_leave_no_threads() throws InterruptedException {
        Evaluated.module("""
                def g():
                    while True: yield 1
                for _ in range(500):
                    i = g()
                    next(i)
                """);

        Thread.sleep(Duration.ofMillis(50));
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().startsWith("generator"));
    }
}
