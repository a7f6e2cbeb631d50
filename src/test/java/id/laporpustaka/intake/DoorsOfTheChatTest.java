package id.laporpustaka.intake;

import static id.laporpustaka.people.GuardedLibrary.ACTOR;
import static id.laporpustaka.people.GuardedLibrary.SECRET;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.conversation.LibraryField;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.SummaryAsk;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.GuardedLibrary;
import id.laporpustaka.people.GuardedLibrary.Target;
import id.laporpustaka.people.GuardedLibrary.Who;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SummaryFilter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every command and every button that there is, tried by everybody with a real database on a library of Desa
/// Harjobinangun and on those who belong to it.
///
/// A door is open if the answer names anything of it, or if anything about libraries, people's parts in them,
/// reports or forms has been changed.
class DoorsOfTheChatTest {
    /// x where something is changed, o where it is only told. A stranger, who waits for being accepted at the
    /// library, a reporter of it, and those with a role over it: PIC_DESA, FASDA, PIC_KAB, PIC_PROV, KONSULTAN,
    /// NASIONAL, ADMIN. To all of them over another village, regency or province, and to reporters of other
    /// libraries, every door is shut.
    private static final String TABLE = """
        /lapor                 . . . . . . . . . .
        /ulang                 . . . . . . . . . .
        /templat               . . . . . . . . . .
        /draf                  . . . . . . . . . .
        /riwayat               . . . . . . . . . .
        /tinjau                . . . . o o o . o .
        /ringkasan             . . . . . . . . . .
        /rapor                 . . o . . . . . . .
        /unduh                 . . o . . . . . . .
        /papan                 . o o . . . . . . .
        /web                   . . . . . . . . . .
        /formulir              . . . . . . . . o o
        /anggota               . . . . . o o o o o
        /perpustakaan          . o o o o o o o o o
        /undang                . . . o o o o o o o
        /gabung                . o o . . . . . . .
        /pengingat             . . . . . . . . . .
        /bahasa                . . . . . . . . . .
        /privasi               . . . . . . . . . .
        /hapus                 . . . . . . . . . .
        /batal                 . . . . . . . . . .
        /bantuan               . . . . . . . . . .
        /start                 . o o . . . . . . .
        OnMenu.REPORT          . . . . . . . . . .
        OnMenu.LIBRARY         . x x . . . . . . .
        OnMenu.AGAIN           . . . . . . . . . .
        OnMenu.TEMPLATE        . . . . . . . . . .
        OnMenu.OPEN            . . . . . . . . . .
        OnMenu.RESTORE         . . . . . . . . . .
        OnMenu.DRAFTS          . . . . . . . . . .
        OnMenu.HISTORY         . . . . . . . . . .
        OnMenu.SUMMARY         . . . o o o o o o o
        OnMenu.SCORE           . . o o o o o o o o
        OnMenu.LANGUAGE        . . . . . . . . . .
        OnMenu.PRIVACY         . o o . . . . . . .
        OnMenu.MY_DATA         . . . . . . . . . .
        OnMenu.LEAVE           . x x . . . . . . .
        OnMenu.MINE            . o o . . . . . . .
        OnMenu.SUCCESSOR       . . x . . . . . . .
        OnMenu.HAND_OVER       . . x . . . . . . .
        OnMenu.ERASE           . . . . . . . . . .
        OnJoin.BEGIN           . o o . . . . . . .
        OnJoin.PAGE            . . . . . . . . . .
        OnJoin.VILLAGE         . . . . . . . . . .
        OnJoin.LIBRARY         . . . . . . . . . .
        OnJoin.OTHER           . o o . . . . . . .
        OnJoin.TYPE            . . . . . . . . . .
        OnJoin.SCHEME          . . . . . . . . . .
        OnJoin.NO_NPP          . o o . . . . . . .
        OnJoin.NAME            . o o . . . . . . .
        OnJoin.ROLE            . . . . . . . . . .
        OnJoin.AGREE           . o o . . . . . . .
        OnJoin.BACK            . o o . . . . . . .
        OnJoin.STOP            . . . . . . . . . .
        OnMember.LIST          . . . . . o o o o o
        OnMember.SHOW          . . . . . o o o o o
        OnMember.ACCEPT        . . . . . x x x x x
        OnMember.REFUSE        . . . . . o o o o o
        OnMember.REFUSE_YES    . . . . . x x x x x
        OnMember.ASK           . . . . . o o o o o
        OnMember.ANSWER        . . . . . . . . . .
        OnMember.END           . . . . . o o o o o
        OnMember.END_YES       . . . . . x x x x x
        OnPerson.LIST          . . . . o o o o o o
        OnPerson.SHOW          . . . . o o o o o o
        OnPerson.REVOKE        . . . . . o o o o o
        OnPerson.REVOKE_YES    . . . . o x x x x x
        OnPerson.HISTORY       . . . . . o o o o o
        OnLibrary.LIST         . . . o o o o o o o
        OnLibrary.SHOW         . . . o o o o o o o
        OnLibrary.INVITE       . . . . . x x x x x
        OnLibrary.ROLE         . . . . . . . . . .
        OnLibrary.REGION       . . . . . x x x x x
        OnLibrary.INVITES      . . . . . o o o o o
        OnLibrary.OPEN         . . . . . o o o o o
        OnLibrary.REVOKE       . . . o o x x x x x
        OnLibrary.EDIT         . . . . . o o o o o
        OnLibrary.FIELD        . . . . . o o o o o
        OnLibrary.VALUE        . . . o o x x x x x
        OnLibrary.ACTIVE       . . . . . o o o o o
        OnLibrary.ACTIVE_YES   . . . o o x x x x x
        OnLibrary.MERGE        . . . . . o o o o o
        OnLibrary.MERGE_WITH   . . . . . o o o o o
        OnLibrary.MERGE_YES    . . . o o x x x x x
        OnLibrary.HISTORY      . . . . . o o o o o
        OnLibrary.TEMPLATE     . . . . . . . . . .
        OnLibrary.IMPORT_SHEET . . . . . . . . . .
        OnLibrary.IMPORT_GOOD_ROWS . . . . . . . . . .
        OnLibrary.CANCEL_SHEET . . . . . . . . . .
        OnForm.LIST            . . . . . . . . o o
        OnForm.SHOW            . . . . . . . . o o
        OnForm.DOWNLOAD        . . . . . . . . o o
        OnForm.RETIRE          . . . . . . . . o o
        OnForm.RETIRE_YES      . . . . . . . . x x
        OnForm.OFFER           . . . . . . . . x x
        OnForm.CANDIDATE       . . . . . . . . . .
        OnForm.TRY             . . . . . . . . . .
        OnForm.PUBLISH         . . . . . . . . . .
        OnForm.DROP            . . . . . . . . . .
        OnReport.SHOW          . . . . . . . . . .
        OnReport.CORRECT       . . . . . . . . . .
        OnReport.WITHDRAW      . . . . . . . . . .
        OnReport.WITHDRAW_YES  . . . . . . . . . .
        OnReport.RESTORE       . . . . . . . . . .
        OnReport.PRINT         . . . . . . . . . .
        OnReport.PRINT_ALL     . . . . . . . . . .
        OnReview.SHOW          . . . . o o o . o .
        OnReview.NEXT          . . . . o o o . o .
        OnReview.LIST          . . . . o o o . o .
        OnReview.VERIFY        . . . . o x x . x .
        OnReview.VERIFY_ALL    . . . . . . . . . .
        OnReview.REJECT        . . . . o o o . o .
        OnReview.COMMENT       . . . . o o o . o .
        OnReview.REOPEN        . . . . o o o . o .
        OnReview.ASK           . . . . o o o . o .
        OnReview.MARK          . . . . o o o . o .
        OnReview.UNMARK        . . . . o o o . o .
        OnReview.QUESTIONS     . . . . o o o . o .
        OnReview.ASKED         . . . . . . . . . .
        OnReview.REASON        . . . . . . . . . .
        OnReview.MERGE         . . . . o o o . o .
        OnReview.SHARE         . . . . o x x . x .
        OnReview.UNSHARE       . . . . o x x . x .
        OnReview.PHOTOS        . . . . . . . . . .
        OnExport.BEGIN         . . o . . . . . . .
        OnExport.SHOW          . . o . . . . . . .
        OnExport.PERIODS       . . . . . . . . . .
        OnExport.PERIOD        . . . . . . . . . .
        OnExport.REGIONS       . . . . . . . . . .
        OnExport.REGION        . . o . . . . . . .
        OnExport.FORMS         . . . . . . . . . .
        OnExport.FORM          . . . . . . . . . .
        OnExport.NOT_FORM      . . . . . . . . . .
        OnExport.CODES         . . o . . . . . . .
        OnExport.SPLIT         . . o . . . . . . .
        OnExport.MAKE          . . . . . . . . . .
        OnExport.CANCEL        . . . . . . . . . .
        OnBoard.SHOW           . . . o o o o o o o
        OnBoard.OPEN           . . . o o o o o o o
        OnBoard.LIBRARY        . . . o o o o o o o
        OnBoard.NUDGE          . . . . . x x x x x
        OnBoard.NUDGE_ALL      . . . . . . . . . .
        OnBoard.NUDGE_ALL_YES  . . . . . x x x x x
        OnBoard.OWN            . o o . . . . . . .
        OnBoard.QUIET          . . x . . . . . . .
        OnBoard.NOT_QUIET      . . o . . . . . . .
        OnReminder.OPEN        . . . . . . . . . .
        OnReminder.LIST        . . . . . . . . . .
        OnReminder.SHOW        . . . . . . . . . .
        OnReminder.RHYTHM      . . . . . . . . . .
        OnReminder.WEEKDAY     . . . . . . . . . .
        OnReminder.HOUR        . . . . . . . . . .
        OnReminder.ALL         . . . . . . . . . .
        OnReminder.PAUSE       . . . . . . . . . .
        OnReminder.PAUSE_UNTIL . . . . . . . . . .
        OnReminder.QUIET_WEEK  . . x . . . . . . .
        OnReminder.NOT_QUIET   . . o . . . . . . .
        OnSummary.SHOW         . . . o o o o o o o
        OnSummary.BREAKDOWNS   . . . . . . . . . .
        OnSummary.CHART        . . . o o o o o o o
        OnSummary.PEOPLE_CHART . . . o o o o o o o
        OnSummary.SHEET        . . . o o o o o o o
        OnSummary.CONFIRM      . . . . . . . . . .
        OnDraft.SEND           . . . . . . . . . .
        OnDraft.SEND_ANYWAY    . . . . . . . . . .
        OnDraft.ADD_PHOTOS     . . . . . . . . . .
        OnDraft.DISCARD        . . . . . . . . . .
        OnDraft.EDIT           . . . . . . . . . .
        OnDraft.JUMP           . . . . . . . . . .
        OnDraft.REMOVE         . . . . . . . . . .
        OnDraft.DETAILS        . . . . . . . . . .
        OnDraft.REVIEW         . . . . . . . . . .
        OnDraft.SAVE           . . . . . . . . . .
        OnDraft.CANCEL         . . . . . . . . . .
        OnDraft.GO_ON          . . . . . . . . . .
        OnDraft.KIND           . . . . . . . . . .
        OnDraft.RENEW          . . . . . . . . . .
        OnPrompt.CHOOSE        . . . . . . . . . .
        OnPrompt.MARK          . . . . . . . . . .
        OnPrompt.UNMARK        . . . . . . . . . .
        OnPrompt.DONE          . . . . . . . . . .
        OnPrompt.DAY           . . . . . . . . . .
        OnPrompt.MONTH         . . . . . . . . . .
        OnPrompt.TOTAL         . . . . . . . . . .
        OnPrompt.NUMBER        . . . . . . . . . .
        OnPrompt.PROPOSED      . . . . . . . . . .
        OnPrompt.AGREE         . . . . . . . . . .
        OnPrompt.ADD           . . . . . . . . . .
        OnPrompt.CONFIRM       . . . . . . . . . .
        OnPrompt.PAGE          . . . . . . . . . .
        OnPrompt.SKIP          . . . . . . . . . .
        OnPrompt.BACK          . . . . . . . . . .
        OnPrompt.SAVE          . . . . . . . . . .
        OnPrompt.CANCEL        . . . . . . . . . .
        OnPrompt.GO_ON         . . . . . . . . . .
        OnPrompt.ENOUGH        . . . . . . . . . .
        OnPrompt.NOTHING       . . . . . . . . . .
        """;

    private static final String A_FORM = "Pelibatan masyarakat";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private GuardedLibrary guarded;
    private LiveChats chats;
    private Supplier<Target> target = () -> new Target(0, 0, 0, 0, 0, 0, 0, 0, "", 0);
    private Optional<Target> present = Optional.empty();

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        SampleRegions.add(db, "34", "DI Yogyakarta");
        guarded = new GuardedLibrary(db);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.add(ACTOR, "Pelaku");
    }

    @Test
    void every_door_is_open_to_whom_it_should_be() throws InterruptedException {
        var marks = new TreeMap<String, StringBuilder>();
        for (var who : Who.values()) {
            guarded.become(who, true);
            target = () -> guarded.target(who, true);
            for (var door : doors()) {
                marks.computeIfAbsent(door, _ -> new StringBuilder())
                        .append(' ')
                        .append(behind(door));
            }
            guarded.resign(who);
            present = Optional.empty();
        }

        var actual = doors().stream()
                .map(door -> "%-22s%s\n".formatted(door, marks.get(door)))
                .collect(joining());
        assertThat(actual).isEqualTo(TABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Who.class,
            names = {"REPORTER", "PIC_DESA", "FASDA", "PIC_KAB", "PIC_PROV", "KONSULTAN"})
    void every_door_is_shut_to_those_of_elsewhere(Who who) throws InterruptedException {
        guarded.become(who, false);
        target = () -> guarded.target(who, false);
        var open = new ArrayList<String>();
        for (var door : doors()) {
            if (behind(door) != '.') {
                open.add(door);
            }
        }

        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NAME/x", "NAME/", "TYPE/NIX", "SCHEME/", "NPP/123", "VILLAGE/abc", "VILLAGE/-1", "NIX/1", ""})
    void what_no_button_offers_changes_nothing_of_a_library(String value) throws InterruptedException {
        guarded.become(Who.PIC_KAB, true);
        var library = guarded.target(Who.PIC_KAB, true).library();
        var before = guarded.everything();

        var heard = chats.send(ACTOR, LiveChats.PRESS + "-l.w:" + library + "/" + value);

        assertThat(String.join("\n", heard)).doesNotContain("gangguan");
        assertThat(guarded.everything()).isEqualTo(before);
    }

    private static List<String> doors() {
        var doors = new ArrayList<String>();
        for (var command : Command.values()) {
            doors.add("/" + command.indonesian());
        }
        Stream.<Press.Verb[]>of(
                        Press.OnMenu.values(),
                        Press.OnJoin.values(),
                        Press.OnMember.values(),
                        Press.OnPerson.values(),
                        Press.OnLibrary.values(),
                        Press.OnForm.values(),
                        Press.OnReport.values(),
                        Press.OnReview.values(),
                        Press.OnExport.values(),
                        Press.OnBoard.values(),
                        Press.OnReminder.values(),
                        Press.OnSummary.values(),
                        Press.OnDraft.values(),
                        Press.OnPrompt.values())
                .flatMap(Stream::of)
                .forEach(verb -> doors.add(verb.getClass().getSimpleName() + "." + verb));
        return doors;
    }

    /// As [#TABLE] marks it. A target that has been changed is not used again.
    private char behind(String door) throws InterruptedException {
        var tried = present.orElseGet(target);
        forgetPace();
        var before = guarded.everything();
        var heard = String.join("\n", chats.send(ACTOR, deed(door, tried)));
        var own = heard.split("(?m)^  → ", 2)[0];
        var changed = !guarded.everything().equals(before);
        present = changed ? Optional.empty() : Optional.of(tried);
        var told = own.contains(SECRET) || (door.matches("OnForm.*|/formulir") && own.contains(A_FORM));
        return changed ? 'x' : told ? 'o' : '.';
    }

    /// The clock stands still, so that all jobs would be asked for within the same minute.
    private void forgetPace() {
        db.execute("update chat set state = (state::jsonb - 'pace_since' - 'pace_jobs')::text where state is not null");
    }

    /// What is pressed or typed to open a door of a target.
    private static String deed(String door, Target target) {
        if (door.startsWith("/")) {
            return door;
        }
        var name = door.substring(door.indexOf('.') + 1);
        return LiveChats.PRESS
                + switch (door.substring(0, door.indexOf('.'))) {
                    case "OnMenu" -> menu(Press.OnMenu.valueOf(name), target);
                    case "OnJoin" ->
                        new Press.OfJoin(Press.OnJoin.valueOf(name), Long.toString(target.library())).data();
                    case "OnMember" -> member(Press.OnMember.valueOf(name), target);
                    case "OnPerson" -> person(Press.OnPerson.valueOf(name), target);
                    case "OnLibrary" -> library(Press.OnLibrary.valueOf(name), target);
                    case "OnForm" -> form(Press.OnForm.valueOf(name));
                    case "OnReport" -> report(Press.OnReport.valueOf(name), target);
                    case "OnReview" -> review(Press.OnReview.valueOf(name), target);
                    case "OnExport" -> new Press.OfExport(Press.OnExport.valueOf(name), "").data();
                    case "OnBoard" -> board(Press.OnBoard.valueOf(name), target);
                    case "OnReminder" -> reminder(Press.OnReminder.valueOf(name), target);
                    case "OnSummary" -> summary(Press.OnSummary.valueOf(name), target);
                    case "OnDraft" -> new Press.OfDraft(target.draft(), 1, Press.OnDraft.valueOf(name), "0").data();
                    case "OnPrompt" ->
                        new Press.OfPrompt(target.draft(), "0", Press.OnPrompt.valueOf(name), "0").data();
                    default -> throw new AssertionError(door);
                };
    }

    private static String menu(Press.OnMenu verb, Target target) {
        var argument = switch (verb) {
            case REPORT, DRAFTS, MY_DATA -> "";
            case LIBRARY -> "PM/" + target.library();
            case AGAIN -> Long.toString(target.report());
            case OPEN, RESTORE -> Long.toString(target.draft());
            case TEMPLATE -> "PM";
            case HISTORY -> "0";
            case SUMMARY -> "2025-08-01/2025-08-31/LIBRARY";
            case SCORE -> "2025/l" + target.library();
            case LANGUAGE -> "id";
            case PRIVACY -> "2026-1";
            case MINE, SUCCESSOR -> Long.toString(target.library());
            case LEAVE -> target.library() + "/yes";
            case HAND_OVER -> target.library() + "/" + target.person() + "/yes";
            case ERASE -> "no";
        };
        return new Press.OfMenu(verb, argument).data();
    }

    private static String member(Press.OnMember verb, Target target) {
        var argument = switch (verb) {
            case LIST -> "0";
            case END, END_YES -> Long.toString(target.member());
            case SHOW, ACCEPT, REFUSE, REFUSE_YES, ASK, ANSWER -> Long.toString(target.waiting());
        };
        return new Press.OfMember(verb, argument).data();
    }

    private static String person(Press.OnPerson verb, Target target) {
        var argument = switch (verb) {
            case LIST -> "0";
            case SHOW -> Long.toString(target.person());
            case REVOKE, REVOKE_YES -> target.person() + "/" + target.assignment();
            case HISTORY -> target.person() + "/0";
        };
        return new Press.OfPerson(verb, argument).data();
    }

    private static String library(Press.OnLibrary verb, Target target) {
        var id = Long.toString(target.library());
        var argument = switch (verb) {
            case LIST -> "ALL/0";
            case OPEN -> "0";
            case SHOW, INVITE, INVITES, EDIT, MERGE -> id;
            case ROLE -> Role.PIC_DESA.name();
            case REGION -> Role.PIC_DESA + "/4";
            case REVOKE -> id + "/" + target.invite();
            case FIELD -> id + "/" + LibraryField.NAME;
            case VALUE -> id + "/" + LibraryField.TYPE + "/" + LibraryType.TBM;
            case ACTIVE, ACTIVE_YES, HISTORY -> id + "/0";
            case TEMPLATE -> "";
            case IMPORT_SHEET, IMPORT_GOOD_ROWS, CANCEL_SHEET -> "1";
            case MERGE_WITH, MERGE_YES -> (target.library() - 1) + "/" + id;
        };
        return new Press.OfLibrary(verb, argument).data();
    }

    private static String report(Press.OnReport verb, Target target) {
        var argument = switch (verb) {
            case SHOW, CORRECT, WITHDRAW, WITHDRAW_YES, RESTORE, PRINT -> target.number();
            case PRINT_ALL -> "2025-08/" + target.library();
        };
        return new Press.OfReport(verb, argument).data();
    }

    private static String review(Press.OnReview verb, Target target) {
        var argument = switch (verb) {
            case SHOW -> target.number();
            case MERGE, SHARE -> target.number() + "/1/0";
            case VERIFY, UNSHARE, REJECT, COMMENT, REOPEN, ASK -> target.number() + "/1";
            case NEXT, VERIFY_ALL, ASKED -> "";
            case LIST, QUESTIONS, MARK, UNMARK -> "0";
            case REASON -> "PHOTO";
            case PHOTOS -> target.number();
        };
        return new Press.OfReview(verb, argument).data();
    }

    private static String board(Press.OnBoard verb, Target target) {
        var view = "2025-07/33.06.01/O/0";
        var argument = switch (verb) {
            case SHOW, OPEN, NUDGE_ALL_YES -> view;
            case LIBRARY, NUDGE -> target.library() + "/" + view;
            case NUDGE_ALL -> "1/" + view;
            case OWN -> "2025-08";
            case QUIET, NOT_QUIET -> "WEEK/2025-08-11/" + target.library();
        };
        return new Press.OfBoard(verb, argument).data();
    }

    private static String reminder(Press.OnReminder verb, Target target) {
        var argument = switch (verb) {
            case OPEN, LIST, PAUSE, PAUSE_UNTIL -> "";
            case SHOW -> "WEEKLY";
            case RHYTHM -> "WEEKLY/NEVER";
            case WEEKDAY -> "WEEKLY/5";
            case HOUR -> "WEEKLY/9";
            case ALL -> "0";
            case QUIET_WEEK, NOT_QUIET -> target.library() + "/2025-08-11";
        };
        return new Press.OfReminder(verb, argument).data();
    }

    private static String summary(Press.OnSummary verb, Target target) {
        var august = Period.ofMonth(YearMonth.of(2025, 8));
        var place = new SummaryAsk.Place.OfLibrary(target.library());
        var asked = new SummaryAsk(august, SummaryAsk.By.PARTS, place, SummaryFilter.none(), 0);
        return new Press.OfSummary(verb, verb == Press.OnSummary.CONFIRM ? "0" : asked.code()).data();
    }

    private static String form(Press.OnForm verb) {
        var argument = switch (verb) {
            case LIST -> "0";
            case SHOW, RETIRE, RETIRE_YES, OFFER -> "PM";
            case DOWNLOAD -> "PM/0";
            case CANDIDATE, TRY, PUBLISH, DROP -> "1";
        };
        return new Press.OfForm(verb, argument).data();
    }
}
