package org.athanor.engine.script.python.syntax;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// Operators as they are written, and what they mean.
final class Operators {
    private Operators() {}

    /// The longest operator that starts with these characters, or ERROR.
    static Kind of(char c, char second, char third) {
        boolean assigns = second == '=';
        return switch (c) {
            case '(' -> Kind.OPEN_PARENTHESIS;
            case ')' -> Kind.CLOSE_PARENTHESIS;
            case '[' -> Kind.OPEN_BRACKET;
            case ']' -> Kind.CLOSE_BRACKET;
            case '{' -> Kind.OPEN_BRACE;
            case '}' -> Kind.CLOSE_BRACE;
            case ',' -> Kind.COMMA;
            case ';' -> Kind.SEMICOLON;
            case '~' -> Kind.TILDE;
            case '.' -> second == '.' && third == '.' ? Kind.ELLIPSIS : Kind.DOT;
            case ':' -> assigns ? Kind.WALRUS : Kind.COLON;
            case '=' -> assigns ? Kind.EQUAL : Kind.ASSIGN;
            case '!' -> assigns ? Kind.NOT_EQUAL : Kind.ERROR;
            case '+' -> assigns ? Kind.ADD_TO : Kind.PLUS;
            case '-' -> second == '>' ? Kind.ARROW : assigns ? Kind.SUBTRACT_FROM : Kind.MINUS;
            case '%' -> assigns ? Kind.MODULO_BY : Kind.PERCENT;
            case '@' -> assigns ? Kind.MATRIX_BY : Kind.AT;
            case '|' -> assigns ? Kind.OR_WITH : Kind.BAR;
            case '^' -> assigns ? Kind.XOR_WITH : Kind.CARET;
            case '&' -> assigns ? Kind.AND_WITH : Kind.AMPERSAND;
            case '*' -> second == '*'
                    ? third == '=' ? Kind.POWER_BY : Kind.DOUBLE_STAR
                    : assigns ? Kind.MULTIPLY_BY : Kind.STAR;
            case '/' -> second == '/'
                    ? third == '=' ? Kind.FLOOR_DIVIDE_BY : Kind.DOUBLE_SLASH
                    : assigns ? Kind.DIVIDE_BY : Kind.SLASH;
            case '<' -> second == '<'
                    ? third == '=' ? Kind.SHIFT_LEFT_BY : Kind.SHIFT_LEFT
                    : assigns ? Kind.LESS_OR_EQUAL : second == '>' ? Kind.ERROR : Kind.LESS;
            case '>' -> second == '>'
                    ? third == '=' ? Kind.SHIFT_RIGHT_BY : Kind.SHIFT_RIGHT
                    : assigns ? Kind.GREATER_OR_EQUAL : Kind.GREATER;
            default -> Kind.ERROR;
        };
    }

    /// What `+`, and what `+=` computes.
    static Operator operator(Kind kind) {
        return switch (kind) {
            case PLUS, ADD_TO -> Operator.ADD;
            case MINUS, SUBTRACT_FROM -> Operator.SUBTRACT;
            case STAR, MULTIPLY_BY -> Operator.MULTIPLY;
            case SLASH, DIVIDE_BY -> Operator.DIVIDE;
            case DOUBLE_SLASH, FLOOR_DIVIDE_BY -> Operator.FLOOR_DIVIDE;
            case PERCENT, MODULO_BY -> Operator.MODULO;
            case DOUBLE_STAR, POWER_BY -> Operator.POWER;
            case AT, MATRIX_BY -> Operator.MATRIX;
            case SHIFT_LEFT, SHIFT_LEFT_BY -> Operator.SHIFT_LEFT;
            case SHIFT_RIGHT, SHIFT_RIGHT_BY -> Operator.SHIFT_RIGHT;
            case BAR, OR_WITH -> Operator.OR;
            case CARET, XOR_WITH -> Operator.XOR;
            case AMPERSAND, AND_WITH -> Operator.AND;
            default -> throw new IllegalStateException(kind + " computes nothing");
        };
    }

    static Comparator comparator(Kind kind) {
        return switch (kind) {
            case EQUAL -> Comparator.EQUAL;
            case NOT_EQUAL -> Comparator.NOT_EQUAL;
            case LESS -> Comparator.LESS;
            case LESS_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
            case GREATER -> Comparator.GREATER;
            case GREATER_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
            case IN -> Comparator.IN;
            case IS -> Comparator.IS;
            default -> throw new IllegalStateException(kind + " compares nothing");
        };
    }
}
