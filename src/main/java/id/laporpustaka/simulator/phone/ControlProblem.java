package id.laporpustaka.simulator.phone;

/// A request to the control API that can't be done; becomes the HTTP status and `{"error": …}`.
final class ControlProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private ControlProblem(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    static ControlProblem badRequest(String reason) {
        return new ControlProblem(400, reason);
    }

    static ControlProblem notFound(String reason) {
        return new ControlProblem(404, reason);
    }

    static ControlProblem conflict(String reason) {
        return new ControlProblem(409, reason);
    }

    int status() {
        return status;
    }
}
