package id.laporpustaka.form.expression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression that gives up instead of hanging.
///
/// The letters it may look at are counted; at the end of the budget, or of the stack, the text counts as not
/// matching.
final class BudgetedPattern {
    private static final int BUDGET = 200_000;
    private static final int LETTERS_OF_A_STEP = 4;
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern HUGE_REPETITION = Pattern.compile("\\{\\d{4,}|,\\d{4,}\\}");

    private final Pattern pattern;

    private BudgetedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static BudgetedPattern of(String pattern) throws FaultFound {
        if (HUGE_REPETITION.matcher(pattern).find()) {
            throw new FaultFound(new Fault.BadPattern(pattern, "{n} > 999"));
        }
        try {
            return new BudgetedPattern(Pattern.compile(pattern));
        } catch (PatternSyntaxException exception) {
            throw new FaultFound(new Fault.BadPattern(pattern, exception.getDescription()));
        }
    }

    boolean matches(String text, Context context) {
        if (text.length() > LONGEST_TEXT) {
            return false;
        }
        var budget = new Budget();
        try {
            return pattern.matcher(new Counted(text, 0, text.length(), budget)).matches();
        } catch (BudgetSpent | StackOverflowError _) {
            return false;
        } finally {
            context.spend((BUDGET - budget.left) / LETTERS_OF_A_STEP);
        }
    }

    private static final class BudgetSpent extends RuntimeException {
        private BudgetSpent() {
            super("", null, false, false);
        }
    }

    private static final class Budget {
        private int left = BUDGET;

        private void spend() {
            if (--left < 0) {
                throw new BudgetSpent();
            }
        }
    }

    /// All parts of one text share its budget.
    private record Counted(String text, int start, int end, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            budget.spend();
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, start + from, start + to, budget);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
