package id.laporpustaka.conversation;

import id.laporpustaka.form.Prompt;
import java.util.List;

/// Something to know before the next question, said once above it.
public sealed interface Notice {
    /// The report was begun from an earlier one, so only what changes is asked.
    ///
    /// @param title what the earlier one is about, or empty
    record LikeBefore(String title) implements Notice {}

    /// Another report was being written; it is among the drafts.
    record EarlierKept() implements Notice {}

    /// The kind of report was taken from what was told; as long as nothing else is answered it can be another.
    record KindMayChange() implements Notice {}

    /// Something of a filled template, or of a message, could not be read, and is asked.
    record Unread(List<Prompt> prompts) implements Notice {
        public Unread {
            prompts = List.copyOf(prompts);
        }
    }

    /// Parts of a message that became no answer, in its own words.
    record Unused(List<String> parts) implements Notice {
        public Unused {
            parts = List.copyOf(parts);
        }
    }

    /// The report goes on with a newer version of its form.
    ///
    /// @param left answers that have no place in it
    record Renewed(Filling before, List<Renewal.Left> left) implements Notice {
        public Renewed {
            left = List.copyOf(left);
        }
    }
}
