package org.athanor.engine.differential.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Spoils a revision's text: as a slip of the hand would, as a bad merge would, or on purpose.
final class Mutation {
    private static final List<String> SLIPS = List.of("(", ")", "[", "]", "{", "}", ":", ",", "'", "\"", "\"\"\"", "\\",
            "\n", "\t", "    ", "#", "*", "**", "=", "==", "lambda", "None", "-1", "1e999", "0x", "f\"{", "}\"",
            "\u0000",
            "\u00e9", "@", ":=", "...", "<<<<<<< HEAD", "print \"x\"", "yield", "await", "return", "async", "global x",
            "99999999999999999999", "del op", "import", "raise", "nonlocal q", "match", "not", "~", "-", ".", "%s");
    private static final List<String> HOSTILE = List.of("while True: pass", "x = 10 ** 10 ** 10", "x = 'a' * 10 ** 10",
            "x = [0] * 10 ** 10", "def f(): return f()\n    f()", "x = [[0] * 1000 for i in range(10 ** 9)]",
            "import os; os.system('touch %CANARY%/made')", "open('%CANARY%/made', 'w').write('x')",
            "__import__('os').remove('%CANARY%/kept')", "exec(\"open('%CANARY%/made', 'w')\")",
            "import subprocess; subprocess.run(['touch', '%CANARY%/made'])",
            "import pathlib; pathlib.Path('%CANARY%/kept').unlink()",
            "import shutil; shutil.rmtree('%CANARY%')", "eval('__import__(\"os\").mkdir(\"%CANARY%/made\")')",
            "import pathlib; pathlib.Path('%CANARY%/kept').write_text('changed')",
            "x = 1\n    while x: x = x * 1000003", "x = 'a'\n    while x: x = x + x", "list(range(10 ** 12))",
            "x = " + "(".repeat(3000), "x = " + "-".repeat(3000) + "1", "x = " + "[".repeat(500) + "]".repeat(500),
            "class A:\n        def __getattr__(self, n): return getattr(self, n + 'x')\n    A().y",
            "import re; re.match('(a+)+$', 'a' * 60 + 'b')", "x = {}; x[x] = x",
            "x = []; x.append(x); str(x); x == [x]",
            "for i in iter(int, 1): op.execute('x')", "import time; time.sleep(10 ** 6)", "input()",
            "'%*d' % (10 ** 9, 1)",
            "'{:>1000000000}'.format(1)", "f'{1:1000000000}'", "x = 1 << 10 ** 10", "sum(range(10 ** 11))",
            "import socket; socket.create_connection(('localhost', 80))", "max(i for i in range(10 ** 12))",
            "sorted(range(10 ** 10))", "int('9' * 10 ** 7)", "str(7 ** 10 ** 6)",
            "import itertools; list(itertools.count())");

    private final Random random;
    private final String canary;

    Mutation(Random random, String canary) {
        this.random = random;
        this.canary = canary;
    }

    String of(String text, String other) {
        var spoilt = text;
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            spoilt = once(spoilt, other);
        }
        return spoilt;
    }

    private String once(String text, String other) {
        var lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return other;
        }
        int at = random.nextInt(lines.size());
        return switch (random.nextInt(10)) {
            case 0 -> insert(text, SLIPS.get(random.nextInt(SLIPS.size())));
            case 1 -> insert(text, SLIPS.get(random.nextInt(SLIPS.size())));
            case 2 -> without(text);
            case 3 -> {
                lines.remove(at);
                yield joined(lines);
            }
            case 4 -> {
                lines.add(random.nextInt(lines.size()), lines.get(at));
                yield joined(lines);
            }
            case 5 -> {
                lines.set(at, "  " + lines.get(at));
                yield joined(lines);
            }
            case 6 -> text.substring(0, random.nextInt(text.length() + 1));
            case 7 -> joined(lines.subList(0, at)) + other.substring(random.nextInt(other.length()));
            case 8 -> replacedWord(text);
            default -> hostile(lines);
        };
    }

    private String insert(String text, String slip) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + slip + text.substring(at);
    }

    private String without(String text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(12));
        return text.substring(0, from) + text.substring(to);
    }

    private String replacedWord(String text) {
        var words = List.of(text.split("\\W+", -1));
        var from = words.get(random.nextInt(words.size()));
        var to = words.get(random.nextInt(words.size()));
        return from.isEmpty() ? text : text.replace(from, to);
    }

    /// A line that means harm, at the beginning of the upgrade.
    private String hostile(List<String> lines) {
        var harm = HOSTILE.get(random.nextInt(HOSTILE.size())).replace("%CANARY%", canary);
        var spoilt = new ArrayList<String>();
        for (var line : lines) {
            spoilt.add(line);
            if (line.startsWith("def upgrade") || line.startsWith("def downgrade")) {
                spoilt.add("    " + harm);
            }
        }
        return joined(spoilt);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
