package org.athanor.engine.script.python.syntax;

import java.util.EnumSet;
import java.util.Set;

/// What a token is to the grammar: how it is written, how tightly it binds if it stands between two operands, and
/// whether an expression may start with it.
enum Kind {
    END("the end of the file"), ERROR("an error", true), NEWLINE("the end of the line"), INDENT("an indentation"),
    DEDENT("the end of the block"), NAME("a name", true), NUMBER("a number", true), STRING("a string", true),
    FORMATTED_START("a formatted string", true), FORMATTED_TEXT("a text"),
    FORMATTED_END("the end of the formatted string"), FIELD_OPEN("{"), FIELD_CLOSE("}"), FIELD_FORMAT(":"),
    CONVERSION("!"), OPEN_PARENTHESIS("(", true), CLOSE_PARENTHESIS(")"), OPEN_BRACKET("[", true), CLOSE_BRACKET("]"),
    OPEN_BRACE("{", true), CLOSE_BRACE("}"), COMMA(","), COLON(":"), SEMICOLON(";"), DOT("."), ELLIPSIS("...", true),
    ARROW("->"), WALRUS(":="), ASSIGN("="), TILDE("~", true), DOUBLE_STAR("**"), PLUS("+", Level.SUM, true),
    MINUS("-", Level.SUM, true), STAR("*", Level.TERM, true), SLASH("/", Level.TERM), DOUBLE_SLASH("//", Level.TERM),
    PERCENT("%", Level.TERM), AT("@", Level.TERM), BAR("|", Level.OR_BITS), CARET("^", Level.XOR_BITS),
    AMPERSAND("&", Level.AND_BITS), SHIFT_LEFT("<<", Level.SHIFT), SHIFT_RIGHT(">>", Level.SHIFT),
    EQUAL("==", Level.COMPARISON), NOT_EQUAL("!=", Level.COMPARISON), LESS("<", Level.COMPARISON),
    LESS_OR_EQUAL("<=", Level.COMPARISON), GREATER(">", Level.COMPARISON), GREATER_OR_EQUAL(">=", Level.COMPARISON),
    ADD_TO("+="), SUBTRACT_FROM("-="), MULTIPLY_BY("*="), DIVIDE_BY("/="), FLOOR_DIVIDE_BY("//="), MODULO_BY("%="),
    POWER_BY("**="), MATRIX_BY("@="), SHIFT_LEFT_BY("<<="), SHIFT_RIGHT_BY(">>="), OR_WITH("|="), XOR_WITH("^="),
    AND_WITH("&="), IN("in", Level.COMPARISON), IS("is", Level.COMPARISON), NOT("not", Level.COMPARISON, true),
    AND("and", Level.AND), OR("or", Level.OR), NONE("None", true), TRUE("True", true), FALSE("False", true),
    LAMBDA("lambda", true), AWAIT("await", true), AS("as"), ASSERT("assert"), ASYNC("async"), BREAK("break"),
    CLASS("class"), CONTINUE("continue"), DEF("def"), DEL("del"), ELIF("elif"), ELSE("else"), EXCEPT("except"),
    FINALLY("finally"), FOR("for"), FROM("from"), GLOBAL("global"), IF("if"), IMPORT("import"), NONLOCAL("nonlocal"),
    PASS("pass"), RAISE("raise"), RETURN("return"), TRY("try"), WHILE("while"), WITH("with"), YIELD("yield");

    /// How tightly operators bind, from the loosest to the tightest.
    static final class Level {
        static final int NO_OPERATOR = 0;
        static final int OR = 1;
        static final int AND = 2;
        static final int NOT = 3;
        static final int COMPARISON = 4;
        static final int OR_BITS = 5;
        static final int XOR_BITS = 6;
        static final int AND_BITS = 7;
        static final int SHIFT = 8;
        static final int SUM = 9;
        static final int TERM = 10;

        private Level() {}
    }

    private static final Set<Kind> KEYWORDS = EnumSet.range(IN, YIELD);
    private static final Set<Kind> AUGMENTED = EnumSet.range(ADD_TO, AND_WITH);

    final String written;
    final int level;
    final boolean startsExpression;

    Kind(String written) {
        this(written, Level.NO_OPERATOR, false);
    }

    Kind(String written, boolean startsExpression) {
        this(written, Level.NO_OPERATOR, startsExpression);
    }

    Kind(String written, int level) {
        this(written, level, false);
    }

    Kind(String written, int level, boolean startsExpression) {
        this.written = written;
        this.level = level;
        this.startsExpression = startsExpression;
    }

    boolean isKeyword() {
        return KEYWORDS.contains(this);
    }

    boolean isAugmentedAssignment() {
        return AUGMENTED.contains(this);
    }
}
