package id.laporpustaka.summary;

import java.time.LocalDate;
import java.util.Optional;

/// One of the reports that a summary counts.
public record ReportLine(String number, Optional<String> title, LocalDate day, long participants) {}
