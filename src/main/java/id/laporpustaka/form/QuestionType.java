package id.laporpustaka.form;

/// What kind of answer a question takes. The names are stored with published forms, so they never change.
public enum QuestionType {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    TIME,
    DATETIME,
    SELECT_ONE,
    SELECT_MULTIPLE,
    IMAGE,
    /// A text that is shown and takes no answer.
    NOTE,
    ACKNOWLEDGE,
    /// Computed from other answers, never asked.
    CALCULATE,
    /// Kept with the answers, never asked.
    HIDDEN;

    /// Whether people ever see it.
    public boolean isShown() {
        return this != CALCULATE && this != HIDDEN;
    }

    /// Whether a person can answer it.
    public boolean isAnswered() {
        return isShown() && this != NOTE;
    }

    public boolean isSelect() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE;
    }
}
