package id.laporpustaka.conversation;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a person can ask for with a slash, in the order of the menu.
public enum Command {
    REPORT(Who.REPORTER, "lapor", "report"),
    AGAIN(Who.REPORTER, "ulang", "again"),
    TEMPLATE(Who.REPORTER, "templat", "template"),
    DRAFTS(Who.REPORTER, "draf", "drafts"),
    HISTORY(Who.REPORTER, "riwayat", "history"),
    REVIEW(Who.REVIEWER, "tinjau", "review"),
    SUMMARY(Who.COORDINATOR, "ringkasan", "summary"),
    SCORE(Who.MEMBER, "rapor", "score"),
    EXPORT(Who.EXPORTER, "unduh", "export"),
    BOARD(Who.MEMBER, "papan", "board"),
    WEB(Who.COORDINATOR, "web", "web"),
    FORMS(Who.AUTHOR, "formulir", "forms"),
    MEMBERS(Who.COORDINATOR, "anggota", "members"),
    LIBRARIES(Who.MEMBER, "perpustakaan", "libraries"),
    INVITE(Who.COORDINATOR, "undang", "invite"),
    JOIN(Who.EVERYONE, "gabung", "join"),
    REMINDERS(Who.MEMBER, "pengingat", "reminders"),
    LANGUAGE(Who.EVERYONE, "bahasa", "language"),
    PRIVACY(Who.EVERYONE, "privasi", "privacy"),
    ERASE(Who.EVERYONE, "hapus", "erase"),
    CANCEL(Who.REPORTER, "batal", "cancel"),
    HELP(Who.EVERYONE, "bantuan", "help"),
    START(Who.EVERYONE, "start", "start");

    private enum Who {
        EVERYONE,
        REPORTER,
        COORDINATOR,
        /// Either of them.
        MEMBER,
        /// Those who decide about reports, or send them back.
        REVIEWER,
        /// Those who may have reports as a file.
        EXPORTER,
        /// Those who make the forms.
        AUTHOR
    }

    private final Who who;
    private final String indonesian;
    private final String english;

    Command(Who who, String indonesian, String english) {
        this.who = who;
        this.indonesian = indonesian;
        this.english = english;
    }

    public String indonesian() {
        return indonesian;
    }

    public String english() {
        return english;
    }

    /// Either name of a command, without its slash.
    static Optional<Command> find(String name) {
        return Arrays.stream(values())
                .filter(command -> command.indonesian.equals(name) || command.english.equals(name))
                .findFirst();
    }

    /// Whether this person may give it.
    public boolean isFor(Optional<Actor> actor) {
        return switch (who) {
            case EVERYONE -> true;
            case REPORTER -> actor.filter(it -> !it.reportsFor().isEmpty()).isPresent();
            case COORDINATOR -> actor.filter(it -> !it.duties().isEmpty()).isPresent();
            case REVIEWER ->
                actor.filter(it -> Permissions.mayDoSomewhere(it, Action.ASK_CORRECTION)
                                || Permissions.mayDoSomewhere(it, Action.STAND_IN))
                        .isPresent();
            case EXPORTER ->
                actor.filter(it -> Permissions.mayDoSomewhere(it, Action.EXPORT))
                        .isPresent();
            case MEMBER -> REPORT.isFor(actor) || INVITE.isFor(actor);
            case AUTHOR ->
                actor.filter(it -> it.has(Role.ADMIN) || it.has(Role.NASIONAL)).isPresent();
        };
    }

    /// The commands that this person's menu shows.
    public static List<Command> listFor(Optional<Actor> actor) {
        return Arrays.stream(values())
                .filter(command -> command != START && command.isFor(actor))
                .toList();
    }
}
