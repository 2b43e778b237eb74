package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// A text with small faults in it, most of which make it no Python any more.
final class Mutation {
    private static final Pattern PIECE = Pattern
            .compile("\\w+|\\s+|\"\"\"|'''|\\*\\*|//|:=|->|[=!<>+*/-]=|.", Pattern.DOTALL);
    private static final List<String> PIECES = List.of("(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "=", ":=",
            "==", "*", "**", "+", "-", "not ", " in ", " is ", " if ", " else ", " for ", "lambda", "lambda x:", "x",
            "1", "1.", "0x1f", "1_0", "'a'", "b'a'", "\"", "'''", "\n", "\n    ", "\\\n", "#", " as ", "yield ",
            "await ", "async ", "*a", "**k", "...", "->", "@", " and ", " or ", "None", "_", "match x:", "case _:",
            "/", "<", "+=", "r'\\'", "~", " from ", "import ", "def f(): ", "class C: ", "return ", "del ", "\t",
            "\f", "0", "e", "j", "\\", "!", "$", "?", "é", "with ", "try:", "except ", "global x", "pass", "...");

    private Mutation() {}

    static String of(String source, Random random) {
        var pieces = new ArrayList<String>();
        var matcher = PIECE.matcher(source);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        for (int i = random.nextInt(2); i >= 0 && !pieces.isEmpty(); i--) {
            int at = random.nextInt(pieces.size());
            switch (random.nextInt(5)) {
                case 0 -> pieces.remove(at);
                case 1 -> pieces.add(at, pieces.get(at));
                case 2 -> pieces.set(at, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> pieces.add(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> pieces.set(at, pieces.set(random.nextInt(pieces.size()), pieces.get(at)));
            }
        }
        return String.join("", pieces);
    }
}
