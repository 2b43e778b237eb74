package org.athanor.engine.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes passwords out of texts that are kept, or shown where somebody else may read them: literals behind `PASSWORD` and `IDENTIFIED BY`, and the password of a URL.
/// Where it isn't clear where a literal ends, too much is taken rather than too little.
public final class Secrets {
    private static final String BLANK = "***";
    private static final int SHORTEST_PASSWORD = 4;
    private static final String GAP = "(?:\\s|--[^\\n\\r]*[\\n\\r]|/\\*[^*]*\\*/){0,99}";
    /// What stands before a literal that is a password, up to its opening quote.
    private static final Pattern BEFORE = Pattern.compile(
            "(?:passw(?:or)?d\\w*[\"'`\\]]?" + GAP + "(?:for\\s+\\S+\\s*)?(?:(?:\\+?=>?|:|to\\b|\\()" + GAP
                    + ")?|identified" + GAP + "by"
                    + GAP + "(?:password" + GAP + ")?)(?:[A-Za-z]{0,2}&?(?=\\\\*['\"])|(?=\\$\\w*\\$))",
            Pattern.CASE_INSENSITIVE);
    /// Several quotes open a literal inside of a literal, or one of Python's long texts.
    private static final Pattern OPENING = Pattern.compile("\\\\*(?:'+|\"+)|\\$\\w*\\$");
    /// In the texts of connections and programs' arguments: `password=secret`, with nothing around it.
    private static final Pattern BARE = Pattern.compile("(passw(?:or)?d\\w*=)([^\\s'\"&;,)]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile("(://[^\\s:/@'\"?]*:)([^\\s'\"]*)(@[^\\s/@'\"]*)");

    private static final String SECRET = "passw(?:or)?d|passwd|secret|token|api_?key|private_?key|credential";
    private static final Pattern SECRET_NAME = Pattern.compile(SECRET, Pattern.CASE_INSENSITIVE);
    private static final Pattern INSERT = Pattern.compile(
            "\\b(?:INSERT|REPLACE)\\s[^;(']{0,300}?\\bINTO\\s[^;(']{1,300}\\(([^;()']{1,5000})\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile(
            "[EeNn]?'(?:[^'\\\\]|''|\\\\.)*+(?:'|\\z)|(\\$\\w*\\$).*?(?:\\1|\\z)", Pattern.DOTALL);
    private static final Pattern ASSIGNED = Pattern.compile("([\\w\"`.]*(?:" + SECRET
            + ")\\w*[\"`]?\\s*(?:=|TO\\b)\\s*)[EeNn]?'(?:[^'\\\\]|''|\\\\.)*+(?:'|\\z)", Pattern.CASE_INSENSITIVE);
    /// Settings of one's own: `set_config('my.token', '…')`, and `SET my.token = …` without quotes.
    private static final Pattern CONFIGURED = Pattern.compile("(\\bset_config" + GAP + "\\(" + GAP
            + "(?:\\w+\\s*=>\\s*)?[EeNn]?(?:'+|\\$\\w*\\$)[^',$]*(?:" + SECRET + ")[^',$]*(?:'+|\\$\\w*\\$)" + GAP + ","
            + GAP
            + "(?:\\w+\\s*=>\\s*)?)[EeNnUu&]{0,2}(?:'(?:[^'\\\\]|''|\\\\.)*+(?:'|\\z)|(\\$\\w*\\$).*?(?:\\2|\\z))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SET_BARE = Pattern.compile("(\\bSET\\s+(?:(?:LOCAL|SESSION)\\s+)?[\\w\".]*(?:" + SECRET
            + ")[\\w\".]*\\s*(?:=|TO\\b)\\s*)([^\\s'\";,)]+)", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    public static String blank(String text) {
        return mayHoldOne(text)
                ? rows(URL.matcher(BARE.matcher(literals(configured(text))).replaceAll("$1" + BLANK))
                        .replaceAll("$1" + BLANK + "$3"))
                : text;
    }

    /// Values that a row gets in columns whose names speak of secrets: `INSERT INTO users (name, password) VALUES (…)` loses
    /// all its literals, because which of them is which may depend on more than the text; `SET token = '…'` loses that one.
    private static String rows(String text) {
        var insert = INSERT.matcher(text);
        if (insert.find() && SECRET_NAME.matcher(insert.group(1)).find()) {
            return text.substring(0, insert.end(1)) + LITERAL.matcher(text.substring(insert.end(1)))
                    .replaceAll("'" + BLANK + "'");
        }
        return SECRET_NAME.matcher(text).find() ? assigned(text) : text;
    }

    private static String assigned(String text) {
        return SET_BARE.matcher(ASSIGNED.matcher(text).replaceAll("$1'" + BLANK + "'")).replaceAll("$1" + BLANK);
    }

    /// Goes first: to the others, what ends the setting's name begins a literal.
    private static String configured(String text) {
        return CONFIGURED.matcher(text).replaceAll("$1'" + BLANK + "'");
    }

    /// A text without this password, wherever it stands as a word of its own. A very short one would blank what is none.
    public static String blank(String text, String password) {
        return password.length() < SHORTEST_PASSWORD || !text.contains(password)
                ? text
                : Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(password) + "(?![\\p{L}\\p{N}_])")
                        .matcher(text).replaceAll(Matcher.quoteReplacement(BLANK));
    }

    private static String literals(String text) {
        var before = BEFORE.matcher(text);
        var opening = OPENING.matcher(text);
        var blanked = new StringBuilder();
        int at = 0;
        while (before.find(at) && opening.find(before.end())) {
            blanked.append(text, at, before.end()).append(opening.group());
            if (opening.group().length() == 2 && isEmpty(text, opening.end())) {
                at = opening.end();
                continue;
            }
            blanked.append(BLANK);
            int end = end(text, opening.end(), opening.group(), text.charAt(Math.max(0, before.end() - 1)));
            if (text.startsWith(opening.group(), end)) {
                blanked.append(opening.group());
                end += opening.group().length();
            }
            at = end;
        }
        return blanked.append(text, at, text.length()).toString();
    }

    /// Two quotes with nothing that may be a password behind them.
    private static boolean isEmpty(String text, int after) {
        return after == text.length() || " \t\n\r;,)".indexOf(text.charAt(after)) >= 0;
    }

    /// Where the literal ends that began with this mark; behind its end if it never closes.
    private static int end(String text, int from, String mark, char prefix) {
        int at = from;
        while (true) {
            int close = text.indexOf(mark, at);
            if (close < 0) {
                return text.length();
            }
            if (mark.length() == 1 && text.startsWith(mark, close + 1)) {
                at = close + 2;
            } else if (mark.length() == 1 && text.charAt(close - 1) == '\\') {
                if (prefix != 'E' && prefix != 'e') {
                    int line = text.indexOf('\n', close);
                    return line < 0 ? text.length() : line;
                }
                at = close + 1;
            } else {
                return close;
            }
        }
    }

    /// Most texts hold none; this look is much faster than the patterns.
    private static boolean mayHoldOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSign(text, i)) {
                return true;
            }
        }
        return false;
    }

    /// Whether here begins what is a part of all that the patterns find.
    private static boolean isSign(String text, int at) {
        return switch (text.charAt(at)) {
            case 'p', 'P' -> stands("passw", text, at) || stands("private", text, at);
            case 's', 'S' -> stands("secret", text, at);
            case 't', 'T' -> stands("token", text, at);
            case 'a', 'A' -> stands("api", text, at);
            case 'c', 'C' -> stands("credential", text, at);
            case 'i', 'I' -> stands("identified", text, at);
            case ':' -> stands("://", text, at);
            default -> false;
        };
    }

    private static boolean stands(String sign, String text, int at) {
        return text.regionMatches(true, at, sign, 0, sign.length());
    }
}
