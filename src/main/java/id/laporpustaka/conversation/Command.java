package id.laporpustaka.conversation;

import id.laporpustaka.people.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a person can ask for with a slash, in the order of the menu.
public enum Command {
    REPORT(Who.REPORTER, "lapor", "report"),
    DRAFTS(Who.REPORTER, "draf", "drafts"),
    HISTORY(Who.REPORTER, "riwayat", "history"),
    SUMMARY(Who.COORDINATOR, "ringkasan", "summary"),
    WEB(Who.COORDINATOR, "web", "web"),
    LANGUAGE(Who.EVERYONE, "bahasa", "language"),
    PRIVACY(Who.EVERYONE, "privasi", "privacy"),
    CANCEL(Who.REPORTER, "batal", "cancel"),
    HELP(Who.EVERYONE, "bantuan", "help"),
    START(Who.EVERYONE, "start", "start");

    private enum Who {
        EVERYONE,
        REPORTER,
        COORDINATOR
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

    boolean isFor(Optional<Actor> actor) {
        return switch (who) {
            case EVERYONE -> true;
            case REPORTER -> actor.filter(it -> !it.reportsFor().isEmpty()).isPresent();
            case COORDINATOR -> actor.filter(it -> !it.duties().isEmpty()).isPresent();
        };
    }

    /// The commands that this person's menu shows.
    public static List<Command> listFor(Optional<Actor> actor) {
        return Arrays.stream(values())
                .filter(command -> command != START && command.isFor(actor))
                .toList();
    }
}
