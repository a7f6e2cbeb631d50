package id.laporpustaka.texts;

import id.laporpustaka.conversation.Invitation;
import id.laporpustaka.conversation.Joining;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnLibrary;
import id.laporpustaka.conversation.Register;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.Role;
import java.util.Optional;
import java.util.stream.Stream;

/// The register of libraries and invitations, for those who coordinate.
final class RegisterCards {
    private static final int LONGEST_LABEL = 60;

    private final Wording words;

    RegisterCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage list(Register register) {
        var counts = register.counts();
        var layout = new Layout()
                .line(words.html(
                        Phrase.LIBRARIES,
                        words.number(counts.libraries()),
                        words.number(counts.joined()),
                        words.number(counts.neverJoined()),
                        words.number(counts.waiting())));
        layout.paragraph(Html.bold(words.plain(
                phrase(register.filter()), words.number(register.page().total()))));
        if (!register.search().isEmpty()) {
            layout.line(words.html(Phrase.LIBRARIES_SEARCH, Wording.shorten(register.search(), LONGEST_LABEL)));
        }
        layout.line(words.html(register.page().total() == 0 ? Phrase.LIBRARIES_NONE : Phrase.LIBRARIES_HELP));
        for (var library : register.page().rows()) {
            layout.row(button(label(library), OnLibrary.SHOW, Long.toString(library.id())));
        }
        layout.row(LibraryCards.turning(
                register.page(),
                number -> button(
                        words.plain(number < register.page().number() ? Phrase.PREVIOUS_PAGE : Phrase.NEXT_PAGE),
                        OnLibrary.LIST,
                        register.filter() + "/" + number)));
        layout.packed(Stream.of(LibraryFilter.values())
                .filter(filter -> filter != register.filter())
                .map(filter -> button(words.plain(filterPhrase(filter)), OnLibrary.LIST, filter.name() + "/0"))
                .toList());
        layout.row(button(words.plain(Phrase.INVITES_OPEN), OnLibrary.OPEN, "0"));
        if (register.imports() && register.filter() == LibraryFilter.NEVER_JOINED) {
            layout.row(button(words.plain(Phrase.SHEET_BUTTON), OnLibrary.TEMPLATE, ""));
        }
        return layout.packed(register.roles().stream()
                        .map(role -> button(
                                words.plain(Phrase.INVITE_ROLE, words.plain(JoinCards.phrase(role))),
                                OnLibrary.ROLE,
                                role.name()))
                        .toList())
                .message();
    }

    private String label(LibraryLine library) {
        var mark = library.reporters() > 0 ? "✓ " : library.waiting() > 0 ? "… " : "";
        return Wording.shorten(mark + library.name() + " · " + library.region().title(), LONGEST_LABEL);
    }

    private static Phrase phrase(LibraryFilter filter) {
        return switch (filter) {
            case ALL -> Phrase.LIBRARIES_ALL;
            case NEVER_JOINED -> Phrase.LIBRARIES_NEVER_JOINED;
            case WAITING -> Phrase.LIBRARIES_WAITING;
            case SILENT -> Phrase.LIBRARIES_SILENT;
            case INACTIVE -> Phrase.LIBRARIES_INACTIVE;
        };
    }

    private static Phrase filterPhrase(LibraryFilter filter) {
        return switch (filter) {
            case ALL -> Phrase.FILTER_ALL;
            case NEVER_JOINED -> Phrase.FILTER_NEVER_JOINED;
            case WAITING -> Phrase.FILTER_WAITING;
            case SILENT -> Phrase.FILTER_SILENT;
            case INACTIVE -> Phrase.FILTER_INACTIVE;
        };
    }

    OutgoingMessage regionWanted(Role role, Optional<String> unknown) {
        var layout = new Layout();
        unknown.ifPresent(typed -> layout.paragraph(
                words.html(Phrase.PROBLEM, words.plain(Phrase.REGION_UNKNOWN, Wording.shorten(typed, LONGEST_LABEL)))));
        return layout.paragraph(words.html(Phrase.INVITE_REGION, words.plain(JoinCards.phrase(role))))
                .message();
    }

    OutgoingMessage regions(Reply.Regions found) {
        var layout = new Layout().line(words.html(Phrase.INVITE_WHICH_REGION));
        for (Joining.Village region : found.regions()) {
            layout.row(button(
                    Wording.shorten(region.title(), LONGEST_LABEL),
                    OnLibrary.REGION,
                    found.role().name() + "/" + region.id()));
        }
        return layout.message();
    }

    /// To be passed on as it is.
    OutgoingMessage invited(Invitation made) {
        var what = made.role()
                .map(role -> words.html(Phrase.INVITED_ROLE, words.plain(JoinCards.phrase(role)), made.what()))
                .orElseGet(() -> words.html(Phrase.INVITED, made.what()));
        var text = new Layout()
                .line(what)
                .paragraph(words.html(Phrase.INVITED_HOW, made.link(), made.code()))
                .paragraph(words.html(Phrase.INVITED_UNTIL, words.dayOfYear(made.until()), words.number(made.uses())))
                .message();
        return text.with(new OutgoingMessage.Attached(made.picture(), text.html()));
    }

    private static Button button(String label, OnLibrary verb, String argument) {
        return Layout.button(label, new Press.OfLibrary(verb, argument));
    }
}
