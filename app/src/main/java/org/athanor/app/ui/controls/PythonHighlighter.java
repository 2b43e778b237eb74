package org.athanor.app.ui.controls;

import java.util.ArrayList;
import java.util.List;

import javax.swing.text.Segment;

import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/// Cuts Python into stretches of one colour each, line by line, finished or not.
final class PythonHighlighter {
    private PythonHighlighter() {}

    static List<Span> spans(String code) {
        var maker = TokenMakerFactory.getDefaultInstance().getTokenMaker(SyntaxConstants.SYNTAX_STYLE_PYTHON);
        var characters = code.toCharArray();
        var spans = new ArrayList<Span>();
        int state = TokenTypes.NULL;
        for (int start = 0; start <= characters.length;) {
            int end = code.indexOf('\n', start) < 0 ? characters.length : code.indexOf('\n', start);
            var line = new Segment(characters, start, end - start);
            for (var token = maker.getTokenList(line, state, start); token != null
                    && token.getType() != TokenTypes.NULL; token = token.getNextToken()) {
                spans.add(new Span(kind(token), token.getLexeme()));
            }
            state = maker.getLastTokenTypeOnLine(new Segment(characters, start, end - start), state);
            if (end < characters.length) {
                spans.add(new Span(Span.Kind.PLAIN, "\n"));
            }
            start = end + 1;
        }
        return spans;
    }

    private static Span.Kind kind(Token token) {
        if (token.isComment()) {
            return Span.Kind.COMMENT;
        }
        return switch (token.getType()) {
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE, TokenTypes.LITERAL_CHAR, TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.ERROR_STRING_DOUBLE, TokenTypes.ERROR_CHAR ->
                Span.Kind.STRING;
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT, TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL ->
                Span.Kind.NUMBER;
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2, TokenTypes.LITERAL_BOOLEAN -> Span.Kind.KEYWORD;
            case TokenTypes.FUNCTION, TokenTypes.DATA_TYPE, TokenTypes.ANNOTATION -> Span.Kind.NAME;
            default -> Span.Kind.PLAIN;
        };
    }
}
