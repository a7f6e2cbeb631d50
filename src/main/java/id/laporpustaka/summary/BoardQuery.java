package id.laporpustaka.summary;

import id.laporpustaka.people.Scope;
import java.time.YearMonth;
import java.util.Optional;

/// Which libraries the board of a month is to show: the active ones of a scope.
///
/// @param regionCode only those in this region
/// @param search words that must all be in the name; may be empty
public record BoardQuery(YearMonth month, Scope scope, Optional<String> regionCode, String search) {}
