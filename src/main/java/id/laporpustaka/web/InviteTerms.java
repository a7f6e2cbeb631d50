package id.laporpustaka.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// For how many people an invitation is and for how long, as somebody filled it in.
///
/// @param limits what may be filled in
record InviteTerms(String uses, String days, Limits limits) {
    static final String USES = "uses";
    static final String DAYS = "days";

    /// Also what is filled in already when the form is opened.
    record Limits(int uses, int days, int mostUses, int mostDays) {
        /// A library has several reporters at most; a code can be read out at a meeting.
        static final Limits LIBRARY = new Limits(5, 30, 100, 90);

        /// A role is for one person, and worth more.
        static final Limits ROLE = new Limits(1, 7, 10, 30);
    }

    static InviteTerms usual(Limits limits) {
        return new InviteTerms(Integer.toString(limits.uses()), Integer.toString(limits.days()), limits);
    }

    static InviteTerms typed(Context context, Limits limits) {
        return new InviteTerms(Desk.typed(context, USES), Desk.typed(context, DAYS), limits);
    }

    Map<String, String> problems(Frame frame) {
        var problems = new LinkedHashMap<String, String>();
        if (isWrong(uses, limits.mostUses())) {
            problems.put(USES, frame.text("invite.number", 1, limits.mostUses()));
        }
        if (isWrong(days, limits.mostDays())) {
            problems.put(DAYS, frame.text("invite.number", 1, limits.mostDays()));
        }
        return problems;
    }

    private static boolean isWrong(String typed, int most) {
        return Desk.findNumber(typed)
                .filter(number -> number >= 1 && number <= most)
                .isEmpty();
    }

    /// Only of terms without problems, like [#life].
    int people() {
        return Integer.parseInt(uses);
    }

    Duration life() {
        return Duration.ofDays(Integer.parseInt(days));
    }
}
