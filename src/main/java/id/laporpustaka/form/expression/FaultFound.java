package id.laporpustaka.form.expression;

/// Leaves the compiler from any depth; [Expressions] turns it into a [Compilation.Faulty].
final class FaultFound extends Exception {
    private final transient Fault fault;

    FaultFound(Fault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
