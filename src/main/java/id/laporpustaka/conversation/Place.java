package id.laporpustaka.conversation;

import id.laporpustaka.form.Prompt;

/// Where a draft stands.
sealed interface Place {

    /// A question is asked.
    ///
    /// @param number the prompt's place among all prompts of the form, from 0
    record Question(int number, Prompt prompt) implements Place {}

    /// Nothing is left to ask.
    record Review() implements Place {}
}
