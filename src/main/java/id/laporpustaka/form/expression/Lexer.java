package id.laporpustaka.form.expression;

import id.laporpustaka.form.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts the text of an expression into tokens.
///
/// Names may hold `-` and `.` (XPath 1.0, section 3.7), so `a-b` is one name and `a - b` a subtraction.
final class Lexer {
    private static final List<String> SYMBOLS =
            List.of("!=", "<=", ">=", "..", "//", "(", ")", ",", "=", "<", ">", "+", "-", "*", "/", ".", "[", "]", "@");
    private static final String CURLY_QUOTES = "‘’“”„‚";

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws FaultFound {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Kind.END);
        return tokens;
    }

    private Token next() throws FaultFound {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Kind.END, "", at);
        }
        var start = at;
        var letter = text.charAt(at);
        if (letter == '\'' || letter == '"') {
            return quoted(letter);
        }
        if (CURLY_QUOTES.indexOf(letter) >= 0) {
            throw new FaultFound(new Fault.CurlyQuote(at));
        }
        if (text.startsWith("${", at)) {
            return reference();
        }
        if (isDigit(letter) || (letter == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number();
        }
        if (isNameStart(letter)) {
            while (at < text.length() && (isNamePart(text.charAt(at)) || isColonInName())) {
                at++;
            }
            return new Token(Kind.WORD, text.substring(start, at), start);
        }
        for (var symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Kind.SYMBOL, symbol, start);
            }
        }
        throw new FaultFound(new Fault.Unexpected(Character.toString(text.codePointAt(at)), at));
    }

    private Token quoted(char quote) throws FaultFound {
        var start = at;
        var end = text.indexOf(quote, start + 1);
        if (end < 0) {
            throw new FaultFound(new Fault.UnclosedText(start));
        }
        at = end + 1;
        return new Token(Kind.TEXT, text.substring(start + 1, end), start);
    }

    private Token reference() throws FaultFound {
        var start = at;
        var end = text.indexOf('}', start);
        if (end < 0) {
            throw new FaultFound(new Fault.Unexpected("${", start));
        }
        at = end + 1;
        return new Token(Kind.REFERENCE, text.substring(start + 2, end).strip(), start);
    }

    private Token number() {
        var start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }
        return new Token(Kind.NUMBER, text.substring(start, at), start);
    }

    /// `jr:choice-name`: a colon inside a name.
    private boolean isColonInName() {
        return text.charAt(at) == ':' && at + 1 < text.length() && isNameStart(text.charAt(at + 1));
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || letter == '\u00a0';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isNameStart(char letter) {
        return Character.isLetter(letter) || letter == '_';
    }

    private static boolean isNamePart(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == '.';
    }
}
