package id.laporpustaka.summary;

import id.laporpustaka.place.Library;
import java.time.LocalDate;
import java.util.Optional;

/// A library that has sent no report of a period.
///
/// @param joined whether somebody may report for it
/// @param lastReport when its last activity before or after the period began; empty if it has never reported
public record SilentLibrary(Library library, boolean joined, Optional<LocalDate> lastReport) {}
