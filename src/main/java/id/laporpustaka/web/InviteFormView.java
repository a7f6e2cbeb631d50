package id.laporpustaka.web;

import java.util.List;
import java.util.Map;

/// All that the form of an invitation shows.
///
/// @param what to what it invites; empty while that is being chosen
/// @param action where the form is sent, with all that was chosen
/// @param back where to go without inviting anybody
/// @param roles to choose from; empty where the invitation is to a library
/// @param search the page's own address for looking for a region, and what goes with it; empty where none is
///     needed
/// @param role the chosen one; empty for none
/// @param region the number of the chosen one; empty for none
/// @param problems by the name of the field
record InviteFormView(
        String title,
        String what,
        String action,
        String back,
        List<Choice> roles,
        Search search,
        String role,
        String region,
        String uses,
        String days,
        int mostUses,
        int mostDays,
        Map<String, String> problems) {

    record Choice(String label, String address, boolean current) {}

    /// @param here empty if there is nothing to look for
    /// @param nothing says that nothing was found; empty otherwise
    record Search(String here, String role, String typed, String nothing, List<Choice> found) {
        static Search none() {
            return new Search("", "", "", "", List.of());
        }
    }

    boolean isWrong(String field) {
        return problems.containsKey(field);
    }

    String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}
