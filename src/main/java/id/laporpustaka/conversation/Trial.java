package id.laporpustaka.conversation;

import java.util.OptionalLong;

/// A form that is tried before it is published: its draft has a version of this kind, lies with the chat alone,
/// and is never sent.
public final class Trial {
    /// No published version can begin like this, as a space begins it.
    private static final String PREFIX = " candidate ";

    private Trial() {}

    /// What the draft of a trial has as its form's version.
    public static String version(long candidate) {
        return PREFIX + candidate;
    }

    /// The candidate that a version stands for; empty for one that has been published.
    public static OptionalLong candidate(String version) {
        return version.startsWith(PREFIX)
                ? OptionalLong.of(Long.parseLong(version.substring(PREFIX.length())))
                : OptionalLong.empty();
    }

    public static boolean is(Draft draft) {
        return candidate(draft.formVersion()).isPresent();
    }
}
