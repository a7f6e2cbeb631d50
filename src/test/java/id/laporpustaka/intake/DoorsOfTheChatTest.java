package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.conversation.LibraryField;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.MembershipRequest;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.MediaSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every command and every button that there is, tried by everybody with a real database on a library of Desa
/// Harjobinangun and on those who belong to it.
///
/// A door is open if the answer names anything of it, or if anything about libraries, people's parts in them,
/// reports or forms has been changed.
class DoorsOfTheChatTest {
    /// Everything that must not be known to others has this in its name.
    private static final String SECRET = "Rahasia";

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
        /ringkasan             . . . . . . . . . .
        /web                   . . . . . . . . . .
        /formulir              . . . . . . . . o o
        /anggota               . . . . . o o o o o
        /perpustakaan          . o o o o o o o o o
        /undang                . . . o o o o o o o
        /gabung                . o o . . . . . . .
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
        OnDraft.SEND           . . . . . . . . . .
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

    private static final List<String> TABLES = List.of(
            "library",
            "membership",
            "assignment",
            "assignment_library",
            "invite",
            "submission",
            "submission_revision",
            "draft",
            "form_version",
            "form_candidate",
            "person");

    private static final String A_FORM = "Pelibatan masyarakat";

    private static final long ACTOR = 900;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private LiveChats chats;
    private long telegramIds = 10_000;
    private int targets;
    private Supplier<Target> target = () -> new Target(0, 0, 0, 0, 0, 0, 0, 0);
    private Optional<Target> present = Optional.empty();

    enum Who {
        STRANGER,
        WAITING,
        REPORTER,
        PIC_DESA,
        FASDA,
        PIC_KAB,
        PIC_PROV,
        KONSULTAN,
        NASIONAL,
        ADMIN;

        Optional<Role> role() {
            return Stream.of(Role.values())
                    .filter(role -> role.name().equals(name()))
                    .findFirst();
        }
    }

    /// A library and what belongs to it.
    private record Target(
            long library,
            long member,
            long person,
            long waiting,
            long invite,
            long assignment,
            long draft,
            long report) {}

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        SampleRegions.add(db, "34", "DI Yogyakarta");
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.add(ACTOR, "Pelaku");
    }

    @Test
    void every_door_is_open_to_whom_it_should_be() throws InterruptedException {
        var marks = new TreeMap<String, StringBuilder>();
        for (var who : Who.values()) {
            become(who, true);
            target = () -> target(who, true);
            for (var door : doors()) {
                marks.computeIfAbsent(door, _ -> new StringBuilder())
                        .append(' ')
                        .append(behind(door));
            }
            resign(who);
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
        become(who, false);
        target = () -> target(who, false);
        var open = new ArrayList<String>();
        for (var door : doors()) {
            if (behind(door) != '.') {
                open.add(door);
            }
        }

        assertThat(open).isEmpty();
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
                        Press.OnDraft.values(),
                        Press.OnPrompt.values())
                .flatMap(Stream::of)
                .forEach(verb -> doors.add(verb.getClass().getSimpleName() + "." + verb));
        return doors;
    }

    /// As [#TABLE] marks it. A target that has been changed is not used again.
    private char behind(String door) throws InterruptedException {
        var tried = present.orElseGet(target);
        var before = everything();
        var heard = String.join("\n", chats.send(ACTOR, deed(door, tried)));
        var own = heard.split("(?m)^  → ", 2)[0];
        var changed = !everything().equals(before);
        present = changed ? Optional.empty() : Optional.of(tried);
        var told = own.contains(SECRET) || (door.matches("OnForm.*|/formulir") && own.contains(A_FORM));
        return changed ? 'x' : told ? 'o' : '.';
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

    private static String form(Press.OnForm verb) {
        var argument = switch (verb) {
            case LIST -> "0";
            case SHOW, RETIRE, RETIRE_YES, OFFER -> "PM";
            case DOWNLOAD -> "PM/0";
            case CANDIDATE, TRY, PUBLISH, DROP -> "1";
        };
        return new Press.OfForm(verb, argument).data();
    }

    /// Without what is remembered of the actor's own chat.
    private List<String> everything() {
        return TABLES.stream()
                .map(table -> table
                        + db.fetchSingle("select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from "
                                        + table + " t")
                                .get(0, String.class))
                .toList();
    }

    /// Makes the actor somebody, who has agreed to the privacy notice.
    private void become(Who who, boolean inside) {
        if (who == Who.STRANGER) {
            return;
        }
        var person = new People(db).add(ACTOR, "Pelaku", "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", LiveChats.WEDNESDAY);
        who.role().ifPresent(role -> new Assignments(db).appoint(By.product(), person, role, region(role, inside)));
        if (who == Who.REPORTER && !inside) {
            var other = new Libraries(db)
                    .add(
                            "Perpustakaan lain",
                            LibraryType.DESA,
                            Scheme.PENUH,
                            Optional.empty(),
                            SampleRegions.id(db, "33.06.01.2002"));
            new Memberships(db).admit(By.product(), person, other, MemberRole.RELAWAN, LiveChats.WEDNESDAY);
        }
    }

    private OptionalLong region(Role role, boolean inside) {
        return switch (role) {
            case NASIONAL, ADMIN -> OptionalLong.empty();
            case PIC_PROV, KONSULTAN -> OptionalLong.of(SampleRegions.id(db, inside ? "33" : "34"));
            case PIC_KAB, FASDA -> OptionalLong.of(SampleRegions.id(db, inside ? "33.06" : "33.07"));
            case PIC_DESA -> OptionalLong.of(SampleRegions.id(db, inside ? "33.06.01.2001" : "33.06.01.2002"));
        };
    }

    private void resign(Who who) {
        present = Optional.empty();
        if (who != Who.STRANGER) {
            var person = new People(db).findActors(List.of(ACTOR)).get(ACTOR).personId();
            db.update(ASSIGNMENT)
                    .set(ASSIGNMENT.REVOKED_AT, LiveChats.WEDNESDAY)
                    .where(ASSIGNMENT.PERSON_ID.eq(person))
                    .execute();
            new People(db).erase(By.product(), person, LiveChats.WEDNESDAY);
        }
    }

    private long person(String name) {
        return new People(db).add(++telegramIds, SECRET + " " + name, "id");
    }

    private Target target(Who who, boolean inside) {
        targets++;
        var village = SampleRegions.id(db, "33.06.01.2001");
        var memberships = new Memberships(db);
        var libraries = new Libraries(db);
        libraries.add(SECRET + " Kembar " + targets, LibraryType.DESA, Scheme.PENUH, Optional.empty(), village);
        var library = libraries.add(SECRET + " " + targets, LibraryType.DESA, Scheme.PENUH, Optional.empty(), village);
        var sari = person("Sari");
        var member = memberships
                .admit(By.product(), sari, library, MemberRole.KEPALA, LiveChats.WEDNESDAY)
                .membershipId();
        var tono = person("Tono");
        var waiting = ask(tono, library);
        var invite = new Invites(db)
                .create(By.chat(sari), new InviteTarget.ToReport(library), 2, Duration.ofDays(30), LiveChats.WEDNESDAY)
                .id();
        var assignment = new Assignments(db).appoint(By.product(), sari, Role.PIC_DESA, OptionalLong.of(village));
        if (inside && (who == Who.REPORTER || who == Who.WAITING)) {
            var actor = new People(db).findActors(List.of(ACTOR)).get(ACTOR).personId();
            if (who == Who.REPORTER) {
                memberships.admit(By.product(), actor, library, MemberRole.RELAWAN, LiveChats.WEDNESDAY);
            } else {
                ask(actor, library);
            }
        }
        return new Target(
                library, member, sari, waiting, invite, assignment, draft(sari, library), report(sari, library));
    }

    private long ask(long person, long library) {
        return new Memberships(db).request(By.chat(person), person, library, MemberRole.RELAWAN, LiveChats.WEDNESDAY)
                        instanceof MembershipRequest.Made(var id)
                ? id
                : 0;
    }

    private String version() {
        return db.select(FORM_VERSION.VERSION)
                .from(FORM_VERSION)
                .where(FORM_VERSION.FORM_ID.eq("PM"))
                .fetchSingle()
                .value1();
    }

    private long draft(long person, long library) {
        db.insertInto(DRAFT)
                .set(DRAFT.ID, 1_000L + targets)
                .set(DRAFT.PERSON_ID, person)
                .set(DRAFT.LIBRARY_ID, library)
                .set(DRAFT.FORM_ID, "PM")
                .set(DRAFT.FORM_VERSION, version())
                .set(DRAFT.CONTENT, JSONB.jsonb("{\"answers\": {\"title\": \"" + SECRET + "\"}}"))
                .set(DRAFT.REVISION, 1)
                .execute();
        return 1_000L + targets;
    }

    private long report(long person, long library) {
        return db.insertInto(SUBMISSION)
                .set(SUBMISSION.DRAFT_ID, 500_000L + targets)
                .set(SUBMISSION.NUMBER, "PM-2508-" + targets)
                .set(SUBMISSION.FORM_ID, "PM")
                .set(SUBMISSION.FORM_VERSION, version())
                .set(SUBMISSION.LIBRARY_ID, library)
                .set(SUBMISSION.REPORTER_ID, person)
                .set(SUBMISSION.STATUS, "sent")
                .set(SUBMISSION.SUBMITTED_AT, LiveChats.WEDNESDAY)
                .set(SUBMISSION.DATE_START, LocalDate.of(2025, 8, 19))
                .set(SUBMISSION.TITLE, SECRET)
                .set(SUBMISSION.ANSWERS, JSONB.jsonb("{\"title\": \"" + SECRET + "\"}"))
                .returningResult(SUBMISSION.ID)
                .fetchSingle()
                .value1();
    }
}
