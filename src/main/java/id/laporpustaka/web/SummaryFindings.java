package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import id.laporpustaka.summary.SilentLibrary;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.SummaryRow;
import java.util.List;
import java.util.Optional;

/// What the summary page found out.
///
/// @param place empty for all that the person coordinates
/// @param path the regions around the place and itself, the province first
/// @param summary of the period, broken down by the parts of the place
/// @param months those up to the end of the period that have reports
/// @param silent the first of those that have not reported
record SummaryFindings(
        Optional<Region> place,
        List<Region> path,
        Summary summary,
        List<SummaryRow> months,
        List<SummaryRow> types,
        List<SummaryRow> topics,
        List<SilentLibrary> silent) {}
