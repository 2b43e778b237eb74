package org.athanor.engine.script.python.syntax;

import java.math.BigInteger;

import org.athanor.engine.script.python.tree.Expression;

/// What a number stands for.
final class Numbers {
    private static final int LONGEST_SMALL = 18;
    /// Python's own limit: reading longer ones takes more than linear time.
    private static final int LONGEST = 4300;

    private Numbers() {}

    /// The number at hand, which [NumberScanner] has found sound.
    static Expression value(Tokens tokens) throws PythonSyntaxException {
        int line = tokens.line();
        var written = new String(tokens.source(), tokens.start(), tokens.end() - tokens.start());
        var digits = written.indexOf('_') < 0 ? written : written.replace("_", "");
        int base = digits.length() > 2 ? NumberScanner.base(digits.charAt(1)) : 10;
        if (base != 10) {
            return new Expression.Whole(whole(digits.substring(2), base), line);
        }
        char last = digits.charAt(digits.length() - 1);
        if (last == 'j' || last == 'J') {
            return new Expression.Imaginary(Double.parseDouble(digits.substring(0, digits.length() - 1)), line);
        }
        if (!isWhole(digits)) {
            return new Expression.Real(Double.parseDouble(digits), line);
        }
        if (digits.length() > LONGEST) {
            throw tokens.fault("This number has more than %d digits".formatted(LONGEST));
        }
        return new Expression.Whole(whole(digits, base), line);
    }

    private static BigInteger whole(String digits, int base) {
        return digits.length() < LONGEST_SMALL && base == 10 || digits.length() < LONGEST_SMALL - 3
                ? BigInteger.valueOf(Long.parseLong(digits, base))
                : new BigInteger(digits, base);
    }

    private static boolean isWhole(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) > '9' || digits.charAt(i) < '0') {
                return false;
            }
        }
        return true;
    }
}
