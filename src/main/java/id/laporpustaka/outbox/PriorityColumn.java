package id.laporpustaka.outbox;

/// The numbers that stand for priorities in the table; the smaller is sent first.
final class PriorityColumn {
    private PriorityColumn() {}

    static short of(OutboxEntry.Priority priority) {
        return switch (priority) {
            case INTERACTIVE -> 0;
            case BULK -> 1;
        };
    }
}
