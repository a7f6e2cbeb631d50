package id.laporpustaka.conversation;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Question;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a button says when it is pressed: at most 64 bytes, a stored format that never changes its meaning.
///
/// `<draft>.<place>.<verb>[:<argument>]` is about a question of a draft (`place` is that of its prompt, such as
/// `7` or `7_2`), `<draft>.r<revision>.…` about a draft exactly as it was shown, `-f.…` about forms themselves,
/// `-j.…` about joining, `-p.…` about people who do, `-o.…` about all people, `-l.…` about the register of
/// libraries, `-t.…` about one's own reports, `-v.…` about reviewing, `-s.…` about summaries, `-b.…` about the
/// board, `-x.…` about files of reports, `-w.…` about reminders, and `-.…` about anything else. Drafts and
/// revisions are in base 36.
public sealed interface Press {
    /// In bytes; a draft's number and a place take the rest of what Telegram allows.
    int LONGEST_CODE = 30;

    String data();

    /// About the question at `place` of a draft.
    record OfPrompt(long draft, String place, OnPrompt verb, String argument) implements Press {
        @Override
        public String data() {
            return digits(draft) + "." + place + "." + action(verb, argument);
        }
    }

    /// About a draft exactly as it was when the button was shown.
    record OfDraft(long draft, int revision, OnDraft verb, String argument) implements Press {
        @Override
        public String data() {
            return digits(draft) + ".r" + digits(revision) + "." + action(verb, argument);
        }
    }

    /// About no draft, or about opening one.
    record OfMenu(OnMenu verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.MENU.data(verb, argument);
        }
    }

    /// About a form, for those who make them.
    record OfForm(OnForm verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.FORM.data(verb, argument);
        }
    }

    /// About joining a library, or coordinating.
    record OfJoin(OnJoin verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.JOIN.data(verb, argument);
        }
    }

    /// About somebody who wants to report for a library.
    ///
    /// @param argument the membership
    record OfMember(OnMember verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.MEMBER.data(verb, argument);
        }
    }

    /// About those who report or coordinate.
    record OfPerson(OnPerson verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.PERSON.data(verb, argument);
        }
    }

    /// About the register of libraries.
    record OfLibrary(OnLibrary verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.LIBRARY.data(verb, argument);
        }
    }

    /// About a report that the person has sent.
    record OfReport(OnReport verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.REPORT.data(verb, argument);
        }
    }

    /// About reports that somebody else has sent.
    record OfReview(OnReview verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.REVIEW.data(verb, argument);
        }
    }

    /// About a file of reports.
    record OfExport(OnExport verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.EXPORT.data(verb, argument);
        }
    }

    /// About the board of who has reported.
    record OfBoard(OnBoard verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.BOARD.data(verb, argument);
        }
    }

    /// About reminders.
    record OfReminder(OnReminder verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.REMINDER.data(verb, argument);
        }
    }

    /// About a summary.
    ///
    /// @param argument what is asked for, as [SummaryAsk#code] writes it
    record OfSummary(OnSummary verb, String argument) implements Press {
        @Override
        public String data() {
            return Family.SUMMARY.data(verb, argument);
        }
    }

    /// What is about no draft that is open, by the stored name that its data begin with.
    enum Family {
        MENU("-"),
        FORM("-f"),
        JOIN("-j"),
        MEMBER("-p"),
        PERSON("-o"),
        LIBRARY("-l"),
        REPORT("-t"),
        REVIEW("-v"),
        EXPORT("-x"),
        BOARD("-b"),
        REMINDER("-w"),
        SUMMARY("-s");

        private final String prefix;

        Family(String prefix) {
            this.prefix = prefix;
        }

        private String data(Verb verb, String argument) {
            return prefix + "." + action(verb, argument);
        }

        private Optional<? extends Press> parse(String action) {
            var argument = argument(action);
            return switch (this) {
                case MENU -> find(OnMenu.values(), action).map(verb -> new OfMenu(verb, argument));
                case FORM -> find(OnForm.values(), action).map(verb -> new OfForm(verb, argument));
                case JOIN -> find(OnJoin.values(), action).map(verb -> new OfJoin(verb, argument));
                case MEMBER -> find(OnMember.values(), action).map(verb -> new OfMember(verb, argument));
                case PERSON -> find(OnPerson.values(), action).map(verb -> new OfPerson(verb, argument));
                case LIBRARY -> find(OnLibrary.values(), action).map(verb -> new OfLibrary(verb, argument));
                case REPORT -> find(OnReport.values(), action).map(verb -> new OfReport(verb, argument));
                case REVIEW -> find(OnReview.values(), action).map(verb -> new OfReview(verb, argument));
                case EXPORT -> find(OnExport.values(), action).map(verb -> new OfExport(verb, argument));
                case BOARD -> find(OnBoard.values(), action).map(verb -> new OfBoard(verb, argument));
                case REMINDER -> find(OnReminder.values(), action).map(verb -> new OfReminder(verb, argument));
                case SUMMARY -> find(OnSummary.values(), action).map(verb -> new OfSummary(verb, argument));
            };
        }
    }

    /// A verb by its stored name.
    sealed interface Verb {
        String code();
    }

    enum OnPrompt implements Verb {
        /// The choice, as [Press#choice(Question, Choice)] writes it; the same for marks.
        CHOOSE("c"),
        MARK("m+"),
        UNMARK("m-"),
        DONE("ok"),
        /// Such as 2025-08-17.
        DAY("d"),
        /// Such as 2025-08: its days are shown.
        MONTH("mo"),
        /// Only this number of participants is known.
        TOTAL("t"),
        NUMBER("n"),
        /// What the form proposes.
        PROPOSED("v"),
        AGREE("a"),
        /// One more instance of a repeat; how many there are then.
        ADD("+"),
        CONFIRM("y"),
        PAGE("p"),
        SKIP("k"),
        BACK("b"),
        SAVE("s"),
        CANCEL("x"),
        GO_ON("xn"),
        /// Leaves the optional questions that have not been asked.
        ENOUGH("rv"),
        /// A place in a calendar without a day.
        NOTHING("0");

        private final String code;

        OnPrompt(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnDraft implements Verb {
        SEND("S"),
        /// Though it may have been reported already.
        SEND_ANYWAY("SA"),
        /// Its photos belong to a report that was sent: the place of that one among those it is like.
        ADD_PHOTOS("AP"),
        DISCARD("X"),
        /// Lists the answers; the page.
        EDIT("e"),
        /// The place of the prompt.
        JUMP("j"),
        /// Takes an instance of a repeat away: the place of what offers another one, `_`, and the instance.
        REMOVE("-"),
        DETAILS("D"),
        REVIEW("rv"),
        SAVE("s"),
        CANCEL("x"),
        GO_ON("xn"),
        /// What was told is another kind of report.
        KIND("k"),
        /// Goes on with the newer version of the form.
        RENEW("nv");

        private final String code;

        OnDraft(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnMenu implements Verb {
        /// The form; the menu of forms without one.
        REPORT("r"),
        /// `form/library`.
        LIBRARY("l"),
        /// The report that the new one is like; the last one without.
        AGAIN("a"),
        /// The form, as text to be filled in without a connection.
        TEMPLATE("t"),
        /// The draft.
        OPEN("o"),
        RESTORE("u"),
        DRAFTS("dr"),
        /// The page.
        HISTORY("h"),
        /// `from/to/grouping`.
        SUMMARY("su"),
        /// As [ScoreQuestion#code] writes it.
        SCORE("sc"),
        LANGUAGE("la"),
        /// The version agreed to.
        PRIVACY("pr"),
        /// A copy of what is kept about the person.
        MY_DATA("md"),
        /// The library that the person reports for no more; `id/yes` when that has been asked.
        LEAVE("lv"),
        /// The libraries that the person reports for; one of them.
        MINE("ml"),
        /// An invitation for who is to report for the library in the person's place.
        SUCCESSOR("ms"),
        /// `library/person`; asks, unless `/yes` follows.
        HAND_OVER("mh"),
        /// Erases the person; asks first, unless the argument is `yes` or `no`.
        ERASE("er");

        private final String code;

        OnMenu(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnForm implements Verb {
        /// All forms; the page.
        LIST("l"),
        /// The form.
        SHOW("s"),
        /// `form/version`: the place of a version among all of the form, the oldest first.
        DOWNLOAD("d"),
        /// The form; asks.
        RETIRE("r"),
        RETIRE_YES("y"),
        OFFER("o"),
        /// The candidate.
        CANDIDATE("c"),
        TRY("t"),
        PUBLISH("p"),
        DROP("x");

        private final String code;

        OnForm(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnJoin implements Verb {
        BEGIN("j"),
        /// The page of villages.
        PAGE("p"),
        /// The village.
        VILLAGE("v"),
        /// The library.
        LIBRARY("l"),
        /// None of those shown.
        OTHER("o"),
        TYPE("t"),
        SCHEME("s"),
        NO_NPP("k"),
        /// The name that Telegram shows.
        NAME("n"),
        ROLE("r"),
        /// The version of the privacy notice.
        AGREE("a"),
        BACK("b"),
        STOP("x");

        private final String code;

        OnJoin(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnMember implements Verb {
        /// Who waits; the page.
        LIST("l"),
        SHOW("s"),
        ACCEPT("a"),
        REFUSE("r"),
        REFUSE_YES("y"),
        /// Asks something.
        ASK("q"),
        /// Answers it.
        ANSWER("w"),
        /// Ends that somebody reports; asks.
        END("e"),
        END_YES("f");

        private final String code;

        OnMember(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnPerson implements Verb {
        /// Everybody; the page.
        LIST("l"),
        SHOW("s"),
        /// `person/assignment`; asks.
        REVOKE("r"),
        REVOKE_YES("y"),
        /// `person/page`.
        HISTORY("h");

        private final String code;

        OnPerson(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnLibrary implements Verb {
        /// `filter/page`.
        LIST("l"),
        /// The library.
        SHOW("s"),
        /// To report for this library.
        INVITE("i"),
        /// To have this role.
        ROLE("r"),
        /// `role/region`.
        REGION("g"),
        /// The open invitations for this library.
        INVITES("v"),
        /// All open invitations; the page.
        OPEN("o"),
        /// `library/invite`; no library for an invitation to a role.
        REVOKE("x"),
        /// The library: what can be corrected.
        EDIT("e"),
        /// `library/field`: asks for it.
        FIELD("f"),
        /// `library/field/value`.
        VALUE("w"),
        /// `library/1` into use, `library/0` out of it; asks.
        ACTIVE("a"),
        ACTIVE_YES("y"),
        /// The library that another one is the same as; asks which.
        MERGE("m"),
        /// `kept/gone`; asks.
        MERGE_WITH("n"),
        MERGE_YES("z"),
        /// `library/page`.
        HISTORY("h"),
        /// The sheet for many libraries.
        TEMPLATE("t"),
        /// A sheet that was sent: all of it, or only the rows without problems.
        IMPORT_SHEET("s+"),
        IMPORT_GOOD_ROWS("sg"),
        CANCEL_SHEET("sx");

        private final String code;

        OnLibrary(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnReport implements Verb {
        /// The number of the report, as with all that follow.
        SHOW("s"),
        CORRECT("c"),
        /// Takes it back; asks.
        WITHDRAW("w"),
        WITHDRAW_YES("y"),
        RESTORE("r"),
        /// The report as a document.
        PRINT("p"),
        /// `month/library` or `year/library`: all reports of that time as one document.
        PRINT_ALL("b");

        private final String code;

        OnReport(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnReview implements Verb {
        /// The number of the report.
        SHOW("s"),
        /// The number of the report after which it goes on; the first one without.
        NEXT("n"),
        /// The page.
        LIST("l"),
        /// `number/revision`, as with all decisions.
        VERIFY("v"),
        /// All that the list shows.
        VERIFY_ALL("va"),
        REJECT("x"),
        COMMENT("k"),
        REOPEN("u"),
        /// Asks for a correction: `number/revision`, then the questions.
        ASK("a"),
        /// The place of the prompt.
        MARK("m+"),
        UNMARK("m-"),
        /// The page of the questions.
        QUESTIONS("q"),
        ASKED("ok"),
        /// The kind of reason.
        REASON("r"),
        /// `number/revision/` and the place of the report that is kept among those it is like.
        MERGE("g"),
        /// The same, of other libraries, whose event it is.
        SHARE("sh"),
        /// `number/revision`: it is an event of its own.
        UNSHARE("su"),
        PHOTOS("f");

        private final String code;

        OnReview(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnExport implements Verb {
        /// What to have.
        BEGIN("b"),
        /// Back to what has been chosen.
        SHOW("s"),
        PERIODS("p"),
        /// `from/to`.
        PERIOD("pd"),
        /// The region whose parts are shown; none for the largest ones.
        REGIONS("r"),
        /// The region; none for all.
        REGION("rg"),
        FORMS("f"),
        /// A form that is wanted, or is not; none for all.
        FORM("f+"),
        NOT_FORM("f-"),
        /// 1 for codes, 0 for labels.
        CODES("c"),
        /// 1 for a column for each choice, 0 for one for all.
        SPLIT("t"),
        /// The format.
        MAKE("m"),
        CANCEL("x");

        private final String code;

        OnExport(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnBoard implements Verb {
        /// The view, as [BoardView] writes it.
        SHOW("l"),
        /// The same, on a card of its own.
        OPEN("e"),
        /// `library/` and the view.
        LIBRARY("s"),
        /// The same: has its reporters reminded.
        NUDGE("n"),
        /// How many libraries there are, `/`, and the view; asks.
        NUDGE_ALL("a"),
        /// The view; of libraries that were searched for, with `/` and a mark of the search.
        NUDGE_ALL_YES("y"),
        /// The month of one's own libraries.
        OWN("o"),
        /// No activity, as [BoardRequest.Quiet] writes it.
        QUIET("q"),
        /// The same; takes it back.
        NOT_QUIET("u");

        private final String code;

        OnBoard(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnReminder implements Verb {
        /// All of them, on a card of their own.
        OPEN("o"),
        /// The same, on the card that was tapped.
        LIST("l"),
        /// The kind, as with all that follow.
        SHOW("s"),
        /// `kind/rhythm`.
        RHYTHM("r"),
        /// `kind/weekday`, from 1 for Monday.
        WEEKDAY("d"),
        /// `kind/hour`.
        HOUR("h"),
        /// All: `1` switches them on, `0` off.
        ALL("a"),
        /// Asks until when.
        PAUSE("p"),
        /// The last day of a pause; ends it without.
        PAUSE_UNTIL("u"),
        /// `library/monday`: the library had no activities in that week.
        QUIET_WEEK("q"),
        /// The same, which is taken back.
        NOT_QUIET("nq");

        private final String code;

        OnReminder(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum OnSummary implements Verb {
        SHOW("q"),
        /// By what else it can be broken down.
        BREAKDOWNS("b"),
        CHART("c"),
        /// The same of participants.
        PEOPLE_CHART("p"),
        SHEET("x"),
        /// The region that a group is for; `0` for the whole country.
        CONFIRM("g");

        private final String code;

        OnSummary(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /// Empty when the data is not ours, or from a version that wrote it otherwise.
    static Optional<Press> parse(String data) {
        var parts = data.split("\\.", 3);
        for (var family : Family.values()) {
            if (parts.length >= 2 && parts[0].equals(family.prefix)) {
                return family.parse(data.substring(family.prefix.length() + 1)).map(press -> press);
            }
        }
        if (parts.length < 3) {
            return Optional.empty();
        }
        var argument = argument(parts[2]);
        try {
            var draft = Long.parseLong(parts[0], Character.MAX_RADIX);
            if (parts[1].startsWith("r")) {
                var revision = Integer.parseInt(parts[1].substring(1), Character.MAX_RADIX);
                return find(OnDraft.values(), parts[2]).map(verb -> new OfDraft(draft, revision, verb, argument));
            }
            return find(OnPrompt.values(), parts[2]).map(verb -> new OfPrompt(draft, parts[1], verb, argument));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A choice on a button: `=` and its code, or its place in the list if the code is long. Only the code stays
    /// true for a list that is looked up.
    public static String choice(Question question, Choice choice) {
        return choice.code().getBytes(StandardCharsets.UTF_8).length <= LONGEST_CODE
                ? "=" + choice.code()
                : Integer.toString(question.choices().indexOf(choice));
    }

    /// The choice that a button names; empty if the list does not have it any more.
    static Optional<Choice> findChoice(Question question, String argument) {
        return argument.startsWith("=")
                ? question.findChoice(argument.substring(1))
                : place(argument)
                        .filter(place -> place < question.choices().size())
                        .map(place -> question.choices().get(place));
    }

    /// An argument that is a number in base 10.
    static Optional<Long> number(String argument) {
        try {
            return Optional.of(Long.valueOf(argument));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// An argument that is the name of one of these.
    static <E extends Enum<E>> Optional<E> name(E[] values, String argument) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(argument))
                .findFirst();
    }

    /// An argument that is the place of something in a list.
    static Optional<Integer> place(String argument) {
        return number(argument)
                .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    private static String digits(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }

    private static String action(Verb verb, String argument) {
        return argument.isEmpty() ? verb.code() : verb.code() + ":" + argument;
    }

    private static String argument(String action) {
        var colon = action.indexOf(':');
        return colon < 0 ? "" : action.substring(colon + 1);
    }

    private static <V extends Verb> Optional<V> find(V[] verbs, String action) {
        var colon = action.indexOf(':');
        var code = colon < 0 ? action : action.substring(0, colon);
        return Arrays.stream(verbs).filter(verb -> verb.code().equals(code)).findFirst();
    }
}
