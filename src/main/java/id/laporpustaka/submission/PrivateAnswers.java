package id.laporpustaka.submission;

import id.laporpustaka.form.Question;

/// Which answers stay with those who report and review: what somebody earns is specific personal data (UU 27/2022,
/// article 4), and no document that is handed on needs it.
public final class PrivateAnswers {
    private static final String INCOME = "income";

    private PrivateAnswers() {}

    /// Whether the question asks for something private, by its indicator `income…`.
    public static boolean isPrivate(Question question) {
        return question.indicator().filter(name -> name.startsWith(INCOME)).isPresent();
    }
}
