package id.laporpustaka.conversation;

import java.util.List;

/// What came of looking at one message.
public sealed interface Step {

    /// Stored facts are needed first; the step is to be taken again with them.
    record Needs(List<Lookup<?>> lookups) implements Step {
        public Needs {
            lookups = List.copyOf(lookups);
        }

        static Needs of(Lookup<?>... lookups) {
            return new Needs(List.of(lookups));
        }
    }

    record Done(Turn turn) implements Step {}
}
