package id.laporpustaka.submission;

import java.util.Optional;

/// Which of the reports that wait somebody wants to look through; what is empty leaves nothing out.
///
/// @param regionCode in which, or in what lies in it, the library is
/// @param libraryWords which must all be in the name of the library, whatever their case
public record ReviewFilter(Optional<String> regionCode, Optional<String> formId, String libraryWords) {
    public static ReviewFilter none() {
        return new ReviewFilter(Optional.empty(), Optional.empty(), "");
    }
}
