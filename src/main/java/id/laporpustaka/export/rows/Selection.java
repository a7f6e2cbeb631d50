package id.laporpustaka.export.rows;

import id.laporpustaka.people.Scope;
import java.time.LocalDate;
import java.util.Optional;

/// Which reports: those that count and begin within the period, of libraries within the scope.
///
/// @param regionCode narrows the scope to what lies in this region
public record Selection(Scope scope, LocalDate from, LocalDate to, Optional<String> regionCode) {}
