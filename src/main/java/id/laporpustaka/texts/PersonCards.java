package id.laporpustaka.texts;

import id.laporpustaka.conversation.OwnLibrary;
import id.laporpustaka.conversation.PersonCard;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnMember;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Press.OnPerson;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.PersonLine;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.place.Region;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// People for those who coordinate them, and one's own libraries for those who report.
final class PersonCards {
    private static final int LONGEST_LABEL = 60;

    private final Wording words;
    private final LibraryCards libraries;

    PersonCards(Wording words, LibraryCards libraries) {
        this.words = words;
        this.libraries = libraries;
    }

    OutgoingMessage list(String search, Page<PersonLine> page) {
        var layout = new Layout().line(words.html(Phrase.PEOPLE, words.number(page.total())));
        if (!search.isEmpty()) {
            layout.line(words.html(Phrase.LIBRARIES_SEARCH, label(search)));
        }
        layout.line(words.html(page.total() == 0 ? Phrase.PEOPLE_NONE : Phrase.PEOPLE_HELP));
        for (var person : page.rows()) {
            layout.row(button(label(person.name() + " · " + parts(person)), OnPerson.SHOW, Long.toString(person.id())));
        }
        return layout.row(LibraryCards.turning(
                        page, number -> button(libraries.turn(page, number), OnPerson.LIST, Integer.toString(number))))
                .row(Layout.button(words.plain(Phrase.PEOPLE_WAITING), new Press.OfMember(OnMember.LIST, "0")))
                .message();
    }

    /// `PIC Kab. Purworejo, Cahaya Ilmu`.
    private String parts(PersonLine person) {
        return Stream.concat(
                        person.posts().stream().map(this::post),
                        person.reportsFor().stream().map(PersonLine.Report::libraryName))
                .collect(Collectors.joining(", "));
    }

    private String post(PersonLine.Post post) {
        var role = words.plain(JoinCards.phrase(post.role()));
        var where = post.region().map(Region::title).orElseGet(() -> String.join(", ", post.libraries()));
        return where.isEmpty() ? role : role + " " + where;
    }

    OutgoingMessage detail(PersonCard card, Optional<Reply.Changed> changed) {
        var person = card.line();
        var layout = new Layout();
        changed.ifPresent(what -> layout.line(libraries.outcome(what)));
        layout.paragraph(Html.bold(person.name()));
        if (person.unreachable()) {
            layout.line(words.html(Phrase.PERSON_UNREACHABLE));
        }
        person.posts().forEach(post -> layout.line(Html.of("• " + post(post))));
        person.reportsFor()
                .forEach(report -> layout.line(words.html(
                        Phrase.PERSON_REPORTS, words.plain(JoinCards.phrase(report.role())), report.libraryName())));
        person.posts().stream()
                .filter(post -> card.revocable().contains(post.assignmentId()))
                .forEach(post -> layout.row(button(
                        label(words.plain(Phrase.ROLE_REVOKE, post(post))),
                        OnPerson.REVOKE,
                        person.id() + "/" + post.assignmentId())));
        if (card.history()) {
            layout.row(button(words.plain(Phrase.HISTORY_OF_CHANGES), OnPerson.HISTORY, person.id() + "/0"));
        }
        return layout.row(button(words.plain(Phrase.PEOPLE_BACK), OnPerson.LIST, "0"))
                .message();
    }

    OutgoingMessage reallyRevoke(PersonCard card, PersonLine.Post post) {
        var id = card.line().id();
        return new Layout()
                .line(words.html(Phrase.ROLE_REVOKE_ASK, post(post), card.line().name()))
                .row(button(words.plain(Phrase.ROLE_REVOKE_YES), OnPerson.REVOKE_YES, id + "/" + post.assignmentId()))
                .row(button(words.plain(Phrase.BACK), OnPerson.SHOW, Long.toString(id)))
                .message();
    }

    OutgoingMessage history(Reply.PersonHistory asked) {
        var person = asked.card().line();
        var page = asked.page();
        return libraries
                .history(
                        person.name(),
                        true,
                        page,
                        asked.zone(),
                        number -> button(libraries.turn(page, number), OnPerson.HISTORY, person.id() + "/" + number))
                .row(button(words.plain(Phrase.BACK), OnPerson.SHOW, Long.toString(person.id())))
                .message();
    }

    OutgoingMessage own(Reply.OwnLibraries own) {
        var layout = new Layout().line(words.html(Phrase.OWN_LIBRARIES));
        for (var library : own.libraries()) {
            layout.line(words.html(
                    library.accepted() ? Phrase.JOIN_PRESENT : Phrase.JOIN_PRESENT_WAITING, library.libraryName()));
            layout.row(Layout.menu(label(library.libraryName()), OnMenu.MINE, Long.toString(library.libraryId())));
        }
        return layout.row(Layout.button(words.plain(Phrase.OWN_ANOTHER), new Press.OfJoin(Press.OnJoin.BEGIN, "")))
                .message();
    }

    OutgoingMessage own(OwnLibrary library) {
        var reporting = library.reporting();
        var id = Long.toString(reporting.libraryId());
        var layout = new Layout().line(Html.bold(reporting.libraryName())).line(Html.of(reporting.regionName()));
        layout.paragraph(
                !reporting.accepted()
                        ? words.html(Phrase.OWN_WAITING)
                        : library.colleagues().isEmpty()
                                ? words.html(Phrase.OWN_ALONE)
                                : words.html(
                                        Phrase.OWN_COLLEAGUES,
                                        library.colleagues().stream()
                                                .map(OwnLibrary.Colleague::name)
                                                .collect(Collectors.joining(", "))));
        if (reporting.accepted()) {
            layout.row(Layout.menu(words.plain(Phrase.OWN_INVITE), OnMenu.SUCCESSOR, id));
            library.colleagues()
                    .forEach(to -> layout.row(Layout.menu(
                            label(words.plain(Phrase.HAND_OVER_TO, to.name())),
                            OnMenu.HAND_OVER,
                            id + "/" + to.personId())));
        }
        return layout.row(Layout.menu(label(words.plain(Phrase.LEAVE, reporting.libraryName())), OnMenu.LEAVE, id))
                .row(Layout.menu(words.plain(Phrase.BACK), OnMenu.MINE, ""))
                .message();
    }

    OutgoingMessage reallyHandOver(Reporting library, OwnLibrary.Colleague to) {
        return new Layout()
                .line(words.html(Phrase.HAND_OVER_ASK, library.libraryName(), to.name()))
                .row(Layout.menu(
                        words.plain(Phrase.HAND_OVER_YES),
                        OnMenu.HAND_OVER,
                        library.libraryId() + "/" + to.personId() + "/yes"))
                .row(Layout.menu(words.plain(Phrase.BACK), OnMenu.MINE, Long.toString(library.libraryId())))
                .message();
    }

    private static String label(String text) {
        return Wording.shorten(text, LONGEST_LABEL);
    }

    private static Button button(String label, OnPerson verb, String argument) {
        return Layout.button(label, new Press.OfPerson(verb, argument));
    }
}
