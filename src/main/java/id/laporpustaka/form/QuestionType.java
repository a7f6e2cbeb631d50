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
    /// A number between two others, as the parameters `start`, `end` and `step` say.
    RANGE,
    IMAGE,
    AUDIO,
    VIDEO,
    /// A document of any kind.
    FILE,
    GEOPOINT,
    /// A text that is shown and takes no answer.
    NOTE,
    ACKNOWLEDGE,
    /// Computed from other answers, never asked.
    CALCULATE,
    /// Kept with the answers, never asked.
    HIDDEN,
    /// When the report was begun, never asked.
    START,
    /// When the report was sent, never asked.
    END,
    /// The day on which the report was begun, never asked.
    TODAY,
    /// Who reports, never asked.
    USERNAME;

    /// Whether people ever see it.
    public boolean isShown() {
        return this != CALCULATE && this != HIDDEN && this != START && this != END && this != TODAY && this != USERNAME;
    }

    /// Whether a person can answer it.
    public boolean isAnswered() {
        return isShown() && this != NOTE;
    }

    /// Whether it is answered with files.
    public boolean isMedia() {
        return this == IMAGE || this == AUDIO || this == VIDEO || this == FILE;
    }

    public boolean isSelect() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE;
    }
}
