package id.laporpustaka.texts;

import id.laporpustaka.conversation.DirectoryChange;
import id.laporpustaka.conversation.Joining;
import id.laporpustaka.conversation.LibraryCard;
import id.laporpustaka.conversation.LibraryField;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnLibrary;
import id.laporpustaka.conversation.Press.OnMember;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.Invite;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.Page;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Scheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// A library, all about it and all that can be changed, for those who coordinate.
final class LibraryCards {
    private static final int LONGEST_LABEL = 60;

    /// More reporters than these are few libraries', and on the web.
    private static final int MEMBERS_SHOWN = 6;

    private final Wording words;
    private final AuditText audit;

    LibraryCards(Wording words) {
        this.words = words;
        this.audit = new AuditText(words);
    }

    OutgoingMessage detail(LibraryCard card, Optional<Reply.Changed> changed) {
        var layout = new Layout();
        changed.ifPresent(what -> layout.line(outcome(what)));
        describe(layout, card);
        if (!card.invites().isEmpty()) {
            layout.line(words.html(Phrase.LIBRARY_INVITED));
        }
        if (!card.line().active()) {
            layout.line(words.html(Phrase.LIBRARY_NOT_ACTIVE));
        }
        if (card.members().size() > MEMBERS_SHOWN) {
            layout.line(words.html(
                    Phrase.LIBRARY_MORE_PEOPLE, words.number(card.members().size() - MEMBERS_SHOWN)));
        }
        card.members().stream()
                .limit(MEMBERS_SHOWN)
                .forEach(member -> layout.row(Layout.button(
                        label((member.accepted() ? "" : "… ")
                                + member.name() + " · "
                                + words.plain(JoinCards.phrase(member.role()))),
                        new Press.OfMember(OnMember.SHOW, Long.toString(member.membershipId())))));
        return layout.packed(deeds(card))
                .row(button(words.plain(Phrase.LIBRARIES_BACK), OnLibrary.LIST, LibraryFilter.ALL + "/0"))
                .message();
    }

    private void describe(Layout layout, LibraryCard card) {
        var library = card.library();
        layout.paragraph(Html.bold(library.name()))
                .line(Html.of(card.place()))
                .line(words.html(
                        Phrase.LIBRARY_KIND,
                        words.plain(JoinCards.phrase(library.type())),
                        words.plain(JoinCards.phrase(library.scheme())),
                        library.npp().orElse("–")))
                .paragraph(words.html(
                        Phrase.LIBRARY_PEOPLE,
                        words.number(card.line().reporters()),
                        words.number(card.line().waiting())))
                .line(card.line()
                        .lastReport()
                        .map(month -> words.html(Phrase.LIBRARY_LAST_REPORT, words.month(month)))
                        .orElseGet(() -> words.html(Phrase.LIBRARY_NO_REPORT)));
    }

    private List<Button> deeds(LibraryCard card) {
        var id = Long.toString(card.line().id());
        var deeds = new ArrayList<Button>();
        if (card.line().active() && card.may().contains(Action.INVITE_REPORTER)) {
            deeds.add(button(words.plain(Phrase.INVITE_REPORTER), OnLibrary.INVITE, id));
            if (!card.invites().isEmpty()) {
                deeds.add(button(
                        words.plain(Phrase.LIBRARY_INVITES, card.invites().size()), OnLibrary.INVITES, id));
            }
        }
        if (card.may().contains(Action.EDIT_LIBRARY)) {
            deeds.add(button(words.plain(Phrase.LIBRARY_EDIT), OnLibrary.EDIT, id));
        }
        if (card.line().active() && card.may().contains(Action.MERGE_LIBRARIES)) {
            deeds.add(button(words.plain(Phrase.LIBRARY_MERGE), OnLibrary.MERGE, id));
        }
        if (card.may().contains(Action.SEE_HISTORY)) {
            deeds.add(button(words.plain(Phrase.HISTORY_OF_CHANGES), OnLibrary.HISTORY, id + "/0"));
        }
        if (card.may().contains(Action.DEACTIVATE_LIBRARY)) {
            deeds.add(
                    card.line().active()
                            ? button(words.plain(Phrase.LIBRARY_DEACTIVATE), OnLibrary.ACTIVE, id + "/0")
                            : button(words.plain(Phrase.LIBRARY_ACTIVATE), OnLibrary.ACTIVE, id + "/1"));
        }
        return deeds;
    }

    OutgoingMessage changed(Reply.Changed changed) {
        return new Layout().line(outcome(changed)).message();
    }

    Html outcome(Reply.Changed changed) {
        return switch (changed.outcome()) {
            case DONE -> done(changed);
            case ALREADY_SO -> words.html(Phrase.CHANGE_ALREADY_SO);
            case NOT_THERE -> words.html(Phrase.CHANGE_NOT_THERE);
            case NPP_TAKEN -> words.html(Phrase.PROBLEM, words.plain(Phrase.CHANGE_NPP_TAKEN));
            case LAST_ADMIN -> words.html(Phrase.PROBLEM, words.plain(Phrase.CHANGE_LAST_ADMIN));
        };
    }

    private Html done(Reply.Changed changed) {
        return switch (changed.change()) {
            case DirectoryChange.Edit _ -> words.html(Phrase.CHANGED_EDIT);
            case DirectoryChange.Activate(var _, var active) ->
                words.html(active ? Phrase.CHANGED_ACTIVATED : Phrase.CHANGED_DEACTIVATED);
            case DirectoryChange.Merge _ -> words.html(Phrase.CHANGED_MERGED, words.number(changed.reports()));
            case DirectoryChange.EndMembership _ -> words.html(Phrase.CHANGED_MEMBERSHIP_ENDED);
            case DirectoryChange.RevokeRole _ -> words.html(Phrase.CHANGED_ROLE_REVOKED);
            case DirectoryChange.RevokeInvite _ -> words.html(Phrase.CHANGED_INVITE_REVOKED);
            case DirectoryChange.HandOver _ -> words.html(Phrase.CHANGED_HANDED_OVER);
        };
    }

    OutgoingMessage invites(LibraryCard card) {
        var layout = new Layout().line(words.html(Phrase.INVITES_OF, card.line().name()));
        for (var invite : card.invites()) {
            layout.row(button(
                    words.plain(
                            Phrase.INVITE_REVOKE,
                            words.dayOfYear(invite.until()),
                            words.number(invite.used()),
                            words.number(invite.uses())),
                    OnLibrary.REVOKE,
                    card.line().id() + "/" + invite.id()));
        }
        return back(layout, card);
    }

    OutgoingMessage invites(Page<Invite> page, ZoneId zone) {
        var layout = new Layout()
                .line(words.html(page.total() == 0 ? Phrase.INVITES_NONE : Phrase.INVITES_ALL, page.total()));
        for (var invite : page.rows()) {
            var library = invite.target() instanceof InviteTarget.ToReport(var id) ? id : 0;
            layout.row(button(
                    label(words.plain(
                            Phrase.INVITE_REVOKE_ONE,
                            what(invite),
                            words.dayOfYear(LocalDate.ofInstant(invite.expiresAt(), zone)))),
                    OnLibrary.REVOKE,
                    library + "/" + invite.id()));
        }
        return layout.row(turning(page, number -> button(turn(page, number), OnLibrary.OPEN, Integer.toString(number))))
                .row(button(words.plain(Phrase.LIBRARIES_BACK), OnLibrary.LIST, LibraryFilter.ALL + "/0"))
                .message();
    }

    private String what(Invite invite) {
        return switch (invite.target()) {
            case InviteTarget.ToReport _ -> invite.libraryName().orElse("");
            case InviteTarget.ToCoordinate(var role, var _) ->
                words.plain(JoinCards.phrase(role))
                        + invite.region().map(at -> " " + at.title()).orElse("");
        };
    }

    /// The label of the button to another page.
    String turn(Page<?> page, int number) {
        return words.plain(number < page.number() ? Phrase.PREVIOUS_PAGE : Phrase.NEXT_PAGE);
    }

    static List<Button> turning(Page<?> page, IntFunction<Button> button) {
        var turning = new ArrayList<Button>();
        if (page.number() > 0) {
            turning.add(button.apply(page.number() - 1));
        }
        if (page.number() + 1 < page.pages()) {
            turning.add(button.apply(page.number() + 1));
        }
        return turning;
    }

    OutgoingMessage editing(LibraryCard card) {
        var layout = new Layout();
        describe(layout, card);
        layout.paragraph(words.html(Phrase.EDIT_WHAT))
                .packed(Arrays.stream(LibraryField.values())
                        .map(field -> button(
                                words.plain(phrase(field)),
                                OnLibrary.FIELD,
                                card.line().id() + "/" + field))
                        .toList());
        return back(layout, card);
    }

    private static Phrase phrase(LibraryField field) {
        return switch (field) {
            case NAME -> Phrase.FIELD_NAME;
            case TYPE -> Phrase.FIELD_TYPE;
            case SCHEME -> Phrase.FIELD_SCHEME;
            case NPP -> Phrase.FIELD_NPP;
            case VILLAGE -> Phrase.FIELD_VILLAGE;
        };
    }

    OutgoingMessage fieldWanted(Reply.FieldWanted wanted) {
        var card = wanted.card();
        var layout = new Layout();
        wanted.refused().ifPresent(typed -> layout.paragraph(words.html(Phrase.PROBLEM, refusal(wanted, typed))));
        layout.line(Html.bold(card.line().name()));
        switch (wanted.field()) {
            case NAME -> layout.line(words.html(Phrase.EDIT_NAME));
            case TYPE ->
                layout.line(words.html(Phrase.JOIN_TYPE))
                        .packed(Arrays.stream(LibraryType.values())
                                .map(type -> value(card, wanted.field(), words.plain(JoinCards.phrase(type)), type))
                                .toList());
            case SCHEME ->
                layout.line(words.html(Phrase.JOIN_SCHEME))
                        .packed(Arrays.stream(Scheme.values())
                                .map(scheme ->
                                        value(card, wanted.field(), words.plain(JoinCards.phrase(scheme)), scheme))
                                .toList());
            case NPP -> {
                layout.line(words.html(Phrase.EDIT_NPP));
                if (card.library().npp().isPresent()) {
                    layout.row(value(card, wanted.field(), words.plain(Phrase.EDIT_NO_NPP), ""));
                }
            }
            case VILLAGE -> layout.line(words.html(Phrase.EDIT_VILLAGE));
        }
        return back(layout, card);
    }

    private String refusal(Reply.FieldWanted wanted, String typed) {
        return switch (wanted.field()) {
            case NAME -> words.plain(Phrase.JOIN_BAD_LIBRARY_NAME);
            case NPP -> words.plain(Phrase.EDIT_BAD_NPP);
            case VILLAGE -> words.plain(Phrase.JOIN_NO_VILLAGE, label(typed));
            case TYPE, SCHEME -> words.plain(Phrase.BUTTON_WANTED);
        };
    }

    OutgoingMessage villages(LibraryCard card, List<Joining.Village> villages) {
        var layout = new Layout().line(words.html(Phrase.JOIN_VILLAGES));
        for (var village : villages) {
            layout.row(value(card, LibraryField.VILLAGE, label(village.title()), village.id()));
        }
        return back(layout, card);
    }

    OutgoingMessage reallyActivate(LibraryCard card, boolean active) {
        var layout = new Layout()
                .line(words.html(
                        active ? Phrase.ACTIVATE_ASK : Phrase.DEACTIVATE_ASK,
                        card.line().name()))
                .row(button(
                        words.plain(active ? Phrase.LIBRARY_ACTIVATE : Phrase.DEACTIVATE_YES),
                        OnLibrary.ACTIVE_YES,
                        card.line().id() + (active ? "/1" : "/0")));
        return back(layout, card);
    }

    OutgoingMessage sameWanted(Reply.SameWanted wanted) {
        var card = wanted.card();
        var layout =
                new Layout().line(words.html(Phrase.MERGE_WHICH, card.line().name()));
        if (!wanted.typed().isEmpty()) {
            layout.line(words.html(Phrase.LIBRARIES_SEARCH, label(wanted.typed())));
        }
        layout.paragraph(words.html(wanted.libraries().isEmpty() ? Phrase.MERGE_NONE : Phrase.MERGE_HELP));
        for (var other : wanted.libraries()) {
            layout.row(button(
                    label(other.name() + " · " + other.region().title()),
                    OnLibrary.MERGE_WITH,
                    card.line().id() + "/" + other.id()));
        }
        return back(layout, card);
    }

    OutgoingMessage reallyMerge(LibraryCard kept, LibraryCard gone) {
        var layout = new Layout().line(words.html(Phrase.MERGE_KEEPS));
        describe(layout, kept);
        layout.paragraph(words.html(Phrase.MERGE_GOES));
        describe(layout, gone);
        layout.paragraph(words.html(Phrase.MERGE_ASK))
                .row(button(
                        words.plain(Phrase.MERGE_YES),
                        OnLibrary.MERGE_YES,
                        kept.line().id() + "/" + gone.line().id()))
                .row(button(
                        words.plain(Phrase.MERGE_SWAP),
                        OnLibrary.MERGE_WITH,
                        gone.line().id() + "/" + kept.line().id()));
        return back(layout, kept);
    }

    OutgoingMessage history(LibraryCard card, Page<AuditLine> page, ZoneId zone) {
        var layout = history(
                card.line().name(),
                false,
                page,
                zone,
                number -> button(
                        turn(page, number), OnLibrary.HISTORY, card.line().id() + "/" + number));
        return back(layout, card);
    }

    /// What was done, the newest first.
    ///
    /// @param isOfPerson whether it is somebody's, else a library's
    /// @param turn the button to a page
    Layout history(String of, boolean isOfPerson, Page<AuditLine> page, ZoneId zone, IntFunction<Button> turn) {
        var layout = new Layout().line(words.html(Phrase.HISTORY_OF, of));
        if (page.total() == 0) {
            layout.paragraph(words.html(Phrase.HISTORY_NONE));
        }
        page.rows().forEach(entry -> layout.paragraph(audit.line(entry, zone, isOfPerson)));
        return layout.row(turning(page, turn));
    }

    private OutgoingMessage back(Layout layout, LibraryCard card) {
        return layout.row(button(
                        words.plain(Phrase.BACK),
                        OnLibrary.SHOW,
                        Long.toString(card.line().id())))
                .message();
    }

    private static Button value(LibraryCard card, LibraryField field, String label, Object value) {
        return button(label, OnLibrary.VALUE, card.line().id() + "/" + field + "/" + value);
    }

    private static String label(String text) {
        return Wording.shorten(text, LONGEST_LABEL);
    }

    private static Button button(String label, OnLibrary verb, String argument) {
        return Layout.button(label, new Press.OfLibrary(verb, argument));
    }
}
