package id.laporpustaka.submission;

import java.time.LocalDate;

/// What the proof of a report tells: no names of people, no title, no answers.
///
/// @param sentOn in the library's zone
public record ProvenReport(
        String number,
        String formId,
        String formVersion,
        LocalDate dateStart,
        LocalDate sentOn,
        Status status,
        String libraryName) {}
