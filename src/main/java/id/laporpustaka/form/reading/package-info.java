/// Understands what Indonesians type as an answer: numbers, people, days, times, choices, and words that steer.
/// Start at [AnswerReader]; what is ambiguous is handed back as a question, never guessed.
@NullMarked
package id.laporpustaka.form.reading;

import org.jspecify.annotations.NullMarked;
