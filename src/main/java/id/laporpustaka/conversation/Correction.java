package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.submission.Reason;
import java.util.List;
import java.util.Optional;

/// That a draft corrects a report which has been sent.
///
/// @param revision of the report when the correction was begun
/// @param before the answers that the report had then
/// @param toAsk the names of the prompts that a reviewer wants to have answered anew and that have not been yet
/// @param reason why they do
public record Correction(String number, int revision, Answers before, List<String> toAsk, Optional<Reason> reason) {
    public Correction {
        toAsk = List.copyOf(toAsk);
    }

    Correction without(String prompt) {
        return new Correction(
                number,
                revision,
                before,
                toAsk.stream().filter(name -> !name.equals(prompt)).toList(),
                reason);
    }
}
