package id.laporpustaka.web;

import java.util.List;
import java.util.Optional;

/// All that the page of one library shows, worded and formatted. Addresses are empty where the visitor may not go.
///
/// @param notice what has just been done; empty for nothing
/// @param state that it is out of use; empty while it is in use
/// @param merged the library into which this one was merged; empty for none
/// @param standing its score of this year; empty where there is none
/// @param people whether the visitor may see by name who reports
/// @param reporterCount for those who may not
record LibraryView(
        String title,
        String place,
        String notice,
        String state,
        List<Link> merged,
        List<Fact> facts,
        Optional<Standing> standing,
        boolean people,
        String reporterCount,
        List<Member> waiting,
        List<Member> reporters,
        List<InviteRow> invites,
        Addresses addresses,
        ReportListView reports,
        Documents documents,
        List<HistoryRow> history,
        Pager historyPages) {

    record Link(String label, String address) {}

    /// @param text its points, by which rules
    /// @param hint what would bring it to the next colour; empty for nothing
    record Standing(StatusMark colour, String text, List<SummaryView.Bar> parts, String hint) {}

    /// @param note what should be looked at; empty for nothing
    record Fact(String label, String value, String note) {}

    /// @param address of the person's page
    /// @param notes such as that they have blocked the bot
    /// @param decide where to accept or refuse them
    /// @param end where to end that they report
    /// @param handOver where to choose a successor
    record Member(
            String name,
            String address,
            String role,
            String since,
            List<String> notes,
            String decide,
            String end,
            String handOver) {}

    /// What can be printed.
    ///
    /// @param months the newest first
    /// @param years the newest first
    record Documents(String address, List<Option> months, List<Option> years) {}

    record Option(String value, String label) {}

    record HistoryRow(String when, String text) {}

    /// @param activate where to take the library into use again
    /// @param deactivate where to take it out of use
    record Addresses(
            String edit, String merge, String invite, String facilitator, String activate, String deactivate) {}
}
