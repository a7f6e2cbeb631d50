package id.laporpustaka.form.expression;

/// A word of an expression. `text` is a literal without its quotes, a name without `${}`, or the operator itself.
record Token(Kind kind, String text, int at) {
    enum Kind {
        NUMBER,
        TEXT,
        REFERENCE,
        WORD,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
