package id.laporpustaka.conversation;

import id.laporpustaka.form.Prompt;

/// Where a draft stands.
sealed interface Place {

    /// A question is asked.
    ///
    /// @param number where the prompt is among all prompts as they stand now, from 0
    record Question(int number, Prompt prompt) implements Place {}

    /// Nothing is left to ask.
    record Review() implements Place {}
}
