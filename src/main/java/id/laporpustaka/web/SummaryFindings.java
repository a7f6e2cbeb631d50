package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import id.laporpustaka.summary.SilentLibrary;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.summary.score.Standings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the summary page found out.
///
/// @param place empty for all that the person coordinates
/// @param summary of the period, broken down by the parts of the place
/// @param before what its totals are compared with
/// @param months those up to the end of the period, each beside that of the year before
/// @param silent the first of those that have not reported
/// @param league how many libraries have which colour in this year's score
/// @param standings the same by the regions that the place is broken down by; empty where these are none
/// @param run when the scores were worked out; empty if they have not been yet
record SummaryFindings(
        Optional<Region> place,
        Summary summary,
        Totals before,
        List<SummaryRow> months,
        List<SummaryRow> types,
        List<SummaryRow> topics,
        List<SummaryRow> ages,
        List<SilentLibrary> silent,
        Map<Colour, Integer> league,
        List<Standings.Part> standings,
        Optional<Standings.Run> run) {}
