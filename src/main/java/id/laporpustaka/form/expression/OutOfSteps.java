package id.laporpustaka.form.expression;

/// A form asks for more work than one evaluation may cost.
public final class OutOfSteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutOfSteps() {
        super("", null, false, false);
    }
}
