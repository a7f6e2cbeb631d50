package id.laporpustaka.people;

import java.time.ZoneId;

/// That somebody reports for a library.
///
/// @param regionName where the library is, as people write it: `Desa Harjobinangun, Kec. Grabag`
/// @param zone what "today" means there
/// @param accepted whether the library's coordinator has let them in; until then their reports wait
public record Reporting(long libraryId, String libraryName, String regionName, ZoneId zone, boolean accepted) {}
